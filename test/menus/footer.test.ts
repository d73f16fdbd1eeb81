import { suite } from "uvu";
import * as assert from "uvu/assert";
import { menus, site } from "../make.ts";

const footer = suite("footer");

const made = site({
  "a.md": { Footer_show: "left", Footer_order: 10 },
  "b.md": { Footer_show: "LEFT ", Footer_order: 9, Menu_name: "Bee" },
  "c.md": { Footer_show: "right", Footer_order: -1 },
  "d.md": { Footer_show: "right", Footer_order: 3 },
  "e.md": { Footer_show: "left", Status: "hidden" },
  "f.md": { Footer_show: "left", Status: "draft" },
  "g.md": { Footer_show: "false" },
  "h.md": { Footer_show: "left" },
});

footer("two halves, each in its order", () => {
  assert.equal(
    made.menus.footerLeft.map(({ title }) => title),
    ["Bee", "a.md", "h.md"],
  );
  assert.equal(
    made.menus.footerRight.map(({ title }) => title),
    ["d.md", "c.md"],
  );
});

footer("the current page is marked", () => {
  const { footerLeft, footerRight } = menus(made, "d.md");
  assert.equal(
    [...footerLeft, ...footerRight].map(({ isCurrent }) => isCurrent),
    [false, false, false, true, false],
  );
});

footer.run();
