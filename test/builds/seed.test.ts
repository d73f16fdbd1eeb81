/** The seed's page, alone in a tree that is otherwise empty. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildFolder, fixtures } from "../build-tree.ts";
import { attribute, one, outline, readHtml, readMenu, select, textOf } from "../html.ts";

const seed = suite("build: the seed's page alone");
let built: Built;

seed.before(async () => {
  built = await buildFolder(join(fixtures, "seed"));
});
seed.after(() => built.dispose());

const html = () => readHtml(built.read("about/index.html"));

const DROPDOWN = [
  ["Features and benefits", "/about/features-and-benefits.html"],
  ["History", "/about/history.html"],
  ["Overview", "/about/overview.html"],
  ["Who uses XMPP", "/about/who-uses-xmpp.html"],
  ["Standards Process", "/about/standards-process.html"],
  ["The XSF", "/about/xmpp-standards-foundation.html"],
  ["Extensions", "/extensions.html"],
  ["FAQ", "/about/faq.html"],
];

const SIDEBAR = [
  ["History", "/about/history.html"],
  ["Overview", "/about/technology-overview.html"],
  ["Who uses XMPP", "/about/who-uses-xmpp.html"],
  ["Standards Process", "/about/standards-process.html"],
  ["The XSF", "/about/xmpp-standards-foundation.html"],
  ["Extensions", "/extensions.html"],
  ["FAQ", "/about/faq.html"],
];

seed("it is written where Save_as says, and the build is well", () => {
  assert.is(built.exitCode, 0);
  assert.equal(
    built.written.filter((path) => path.startsWith("about")),
    ["about/index.html"],
  );
});

seed("the top menu has one item with eight entries", () => {
  assert.equal(outline(readMenu(html(), "top")), [["About", "/about/", DROPDOWN]]);
});

seed("the item is the current page and the section", () => {
  const [item] = readMenu(html(), "top");
  assert.equal([item?.current, item?.section], [true, true]);
  assert.ok(item?.children.every(({ current, section }) => !current && !section));
});

seed("the sidebar has seven entries and its title", () => {
  const sidebar = one(html(), "*", { "data-menu": "sidebar" });
  assert.equal(outline(readMenu(html(), "sidebar")), SIDEBAR);
  const titles = ["h1", "h2", "h3", "h4"].flatMap((name) => select(sidebar, name)).map(textOf);
  assert.equal(titles, ["About XMPP"]);
});

seed("the footer's left half has it, the right half has not", () => {
  assert.equal(outline(readMenu(html(), "footer-left")), [["About", "/about/"]]);
  assert.equal(readMenu(html(), "footer-left")[0]?.current, true);
  assert.equal(readMenu(html(), "footer-right"), []);
});

seed("layout, title and text", () => {
  assert.is(attribute(one(html(), "body"), "data-layout"), "multiple-columns");
  assert.is(textOf(one(html(), "title")), "About XMPP | XMPP");
  assert.match(textOf(one(one(html(), "main"), "article")), "A page of the tests, with one paragraph.");
  assert.is(textOf(one(one(html(), "article"), "h2")), "A heading");
});

seed("each entry that leads to no page is a finding, and none is an error", () => {
  assert.match(built.findings, "15 × An entry leads to a page that is not there.");
  assert.not.match(built.findings, / error: /);
});

seed.run();
