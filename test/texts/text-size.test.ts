import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { scan } from "../../src/plugin/html/scan.ts";
import { unlessTooLarge, unlessTooMuch } from "../../src/plugin/texts/text-size.ts";
import { pageOf } from "../make.ts";

const sizes = suite("how long the HTML of a text may be");

const HTML = "<p>".repeat(17_000_000);

sizes("of a text that may have 25 MB: 50 MB", () => {
  const made = unlessTooLarge(
    () => ({ html: unlessTooMuch(HTML, 25), scanned: scan("") }),
    pageOf({ Title: "A" }),
    "$x$",
  );
  assert.is(made.html, "");
  const [found] = toFindings("report" in made ? [made.report] : []);
  assert.is(
    found?.message,
    "Its text of 0.000003 MB makes more than 50 MB of HTML, the most that the setting largestText allows.",
  );
  assert.is(found?.fix, "Split it into several pages, or raise the setting largestText (to at most 100).");
});

sizes("no less where a text may have less, and more where it may have more", () => {
  assert.throws(() => unlessTooMuch(HTML, 0.001), "The text has more than 50 MB of HTML.");
  assert.is(unlessTooMuch(HTML, 26), HTML);
  assert.is(unlessTooMuch("<p>a</p>", 0.000001), "<p>a</p>");
});

sizes.run();
