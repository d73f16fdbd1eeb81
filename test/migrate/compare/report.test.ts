import { HtmlValidate } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { htmlReport } from "../../../src/migrate/compare/html-report.ts";
import { withoutAllowed } from "../../../src/migrate/compare/report.ts";
import { textReport } from "../../../src/migrate/compare/sections.ts";
import { one, readHtml, select, textOf } from "../../html.ts";
import { changed, compared, edited, editedAll, landmarks, pelican } from "./sites.ts";

const report = suite("compare: reports");

const lossy = () => {
  const without = editedAll(landmarks(), '<li><a href="/about/history.html">History</a></li>', "");
  const less = edited(without, "about/index.html", "<li>white ones</li>", "");
  return compared(pelican(), changed(less, { "contact.html": undefined }));
};

report("in a terminal", () => {
  assert.is(
    textReport(lossy()),
    `Pages that are gone: 1
  /contact.html

Text that is lost: 1
  “white ones”
      It stood after: red ones
      on /about/

Links that are gone from the navigation: 1
  “History” (/about/history) is gone
      on 2 pages: /, /about/

3 of 4 pages compared: 1 address is gone, 1 sentence is lost, 1 link of the navigation is gone.
`,
  );
  assert.is(textReport(compared(pelican(), landmarks())), "4 of 4 pages compared: nothing is lost.\n");
});

report("as a page: valid, without scripts, the menus side by side", async () => {
  const html = htmlReport(lossy(), "old <b>", "new & more");
  const { valid, results } = await new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "doctype-style": "off" },
  }).validateString(html);
  assert.ok(valid, JSON.stringify(results[0]?.messages));
  const root = readHtml(html);
  assert.equal(select(root, "script"), []);
  assert.equal(select(root, "dd").map(textOf), ["old <b>", "new & more"]);
  const [old, now] = select(one(root, "section", { "aria-labelledby": "menus-1" }), "div", { class: "side" });
  assert.ok(old && now);
  assert.match(textOf(old), /About \/about ?History \/about\/history changed or gone ?Contact \/contact/);
  assert.not.match(textOf(now), /History/);
});

report("of pages that would write into it", async () => {
  const evil = "<script>alert(1)</script>\u0007\"'&";
  const text = evil.replace(/[<&]/g, (sign) => (sign === "<" ? "&lt;" : "&amp;"));
  const page = `<title>${text}</title><nav><ul><li><a href='"onclick=x'>${text}</a></ul></nav><h1>${text}</h1><p>${text}</p>`;
  const html = htmlReport(
    compared({ "a.html": page, "b.html": page }, { "a.html": "<title>A</title><h1>B</h1>" }),
    evil,
    evil,
  );
  const { valid, results } = await new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "doctype-style": "off" },
  }).validateString(html);
  assert.ok(valid, JSON.stringify(results[0]?.messages));
  assert.equal(select(readHtml(html), "script"), []);
});

report("without what is meant to be so", () => {
  assert.equal(textReport(withoutAllowed(lossy(), ["/contact.html", "/about/*", "/"])).split("\n"), [
    "3 of 4 pages compared: nothing is lost.",
    "",
  ]);
});

report.run();
