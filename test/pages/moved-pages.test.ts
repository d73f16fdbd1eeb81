/** A page that moved since an earlier build is found by what the ledger says of its old address. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Tree } from "../build-tree.ts";
import { pageAt, projectOf, run } from "../cli/project.ts";

const test = suite("pages: moved since an earlier build");

const MENU = [
  "Top_menu_show: true",
  "Top_menu_order: 1",
  "Dropdown_menu_show: true",
  "Dropdown_menu_elem_name_1: The past",
  "Dropdown_menu_elem_url_1: old-times",
  "Dropdown_menu_elem_name_2: Help",
  "Dropdown_menu_elem_url_2: ../contact",
];
const LEDGER = {
  "/about": "about.md",
  "/about/old-times": "about/history.md",
  "/contact": "contact.md",
};

function adviceOn(content: Tree, ledger: object = LEDGER): string[] {
  const home = `${pageAt("about", ...MENU)}\nSee [there](/about/old-times).\n`;
  const folder = projectOf(
    { "about.md": home, ...content },
    {
      "addresses.json": JSON.stringify(ledger),
      "_data/site.json": '{ "ledger": "addresses.json" }',
    },
  );
  const { findings } = JSON.parse(run(folder, ["check", "--format", "json"]).out);
  const told = findings.filter(({ code }: { code: string }) => code === "menu-link-broken" || code === "link-broken");
  return told.map(({ line, fix }: { line: number; fix: string }) => `${line}: ${fix}`);
}

const LINES = adviceOn({ "contact.md": pageAt("contact") }, {});
const [entry = 0, text = 0] = LINES.map((line) => Number.parseInt(line, 10));
const gone = (then: string) => `${then} If the page is gone, remove lines ${entry - 1} and ${entry}.`;

test("nothing is guessed where no earlier build is known", () => {
  assert.equal(LINES, [
    `${entry}: Write the Url of a page, or, if the page is gone, remove lines ${entry - 1} and ${entry}.`,
    `${text}: Write the address of a page, or remove the link.`,
  ]);
});

const MOVES: readonly [string, Tree, string, string][] = [
  ["with its file as it was", { "about/history.md": pageAt("about/1900") }, "1900", "/about/1900.html"],
  ["with its file in another folder", { "past/history.md": pageAt("past/1900") }, "../past/1900", "/past/1900.html"],
  ["with its file under another name", { "about/then.md": pageAt("about/1900") }, "1900", "/about/1900.html"],
];

for (const [name, pages, near, href] of MOVES) {
  test(`a page that has another address, ${name}`, () => {
    assert.equal(adviceOn({ "contact.md": pageAt("contact"), ...pages }), [
      `${entry}: ${gone(`Did you mean “${near}”?`)}`,
      `${text}: Did you mean “${href}”?`,
    ]);
  });
}

test("of several files that came, none is the one that went", () => {
  const pages = { "about/then.md": pageAt("about/1900"), "about/now.md": pageAt("about/2000") };
  assert.equal(adviceOn({ "contact.md": pageAt("contact"), ...pages }), LINES);
});

test.run();
