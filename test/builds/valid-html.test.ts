/** Every page that the site's own content becomes is valid HTML, drafts and what lists them included. */
import { type ConfigData, formatterFactory, HtmlValidate, StaticConfigLoader } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, page } from "../build-tree.ts";
import { ownSite } from "../own-site.ts";

const CONFIG: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // As the minifier writes it: a doctype has no case.
    "doctype-style": "off",
    // An id may begin with a digit, as a heading does: https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute
    "valid-id": ["error", { relaxed: true }],
    // A list may have a name: https://www.w3.org/TR/wai-aria-1.2/#list
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A box in which a table scrolls is a region, and no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};

const valid = suite("HTML");
let built: Built;

valid.before(async () => {
  const before = process.env.CONTEXT;
  process.env.CONTEXT = "deploy-preview";
  built = await ownSite({ "a-draft.md": page({ Title: "A draft", Status: "draft" }) });
  if (before === undefined) delete process.env.CONTEXT;
  else process.env.CONTEXT = before;
});

valid("of every page is valid", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));
  const pages = built.written.filter((path) => path.endsWith(".html"));
  assert.ok(pages.includes("drafts/index.html") && pages.includes("404.html"));
  const format = formatterFactory("text");
  for (const path of pages) {
    const report = await validator.validateString(built.read(path), path);
    assert.is(format(report.results), "");
  }
});

valid.run();
