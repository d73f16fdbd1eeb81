/** Values, chains and numbers that nobody writes but to do harm. `extreme.test.ts` runs them, each with an end to its time. */
import { DateTime } from "luxon";
import * as assert from "uvu/assert";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import { countOf } from "../../src/plugin/findings/finding.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import { fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { MOST_ABOVE } from "../../src/plugin/pages/parents.ts";
import { gatherTree } from "../../src/plugin/pages/read-pages.ts";
import { settingsSchema } from "../../src/plugin/settings.ts";
import { makeSite, type Site } from "../../src/plugin/site.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { type Files, treeOf } from "../fix/fixing.ts";
import { assertSite, inTime } from "../hostile/invariants.ts";
import { pageIn, readText } from "../make.ts";

/** By name: does something, and throws where it does not come out well. */
export const CASES = new Map<string, () => void>();

function group(title: string): (name: string, run: () => void) => void {
  return (name, run) => CASES.set(`${title}: ${name}`, run);
}

const MANY = 10_000;
const settings = settingsSchema.parse({ siteUrl: "https://example.org" });
const means = { layouts: new Map<string, string>(), markdown: createMarkdown() };
const now = DateTime.fromISO("2030-01-01", { zone: "UTC" });

function siteOfTree(tree: SourceTree): Site {
  return makeSite(gatherTree(tree, settings, now), settings, means);
}

/** The site of these files, made in time and sound, its findings printed in time. */
function siteOf(files: Files): Site {
  const tree = treeOf(files);
  const site = inTime("makeSite", () => siteOfTree(tree));
  inTime("printFindings", () => printFindings(site.findings, { sourceOf: (file) => files[file] }));
  assertSite(site, tree);
  return site;
}

/** The same, and mended in time. @returns what is left to mend by hand */
function mendedSite(files: Files): Site {
  const site = siteOf(files);
  const tree = treeOf(files);
  const fixed = inTime("fixTree", () => fixTree(tree, siteOfTree(tree), siteOfTree));
  const after = { ...files, ...Object.fromEntries(fixed.texts) };
  return fixed.texts.size === 0 ? site : siteOf(after);
}

function count(site: Site, code: FindingCode): number {
  return countOf(site.findings.filter((one) => one.code === code));
}

function range<Value>(length: number, make: (index: number) => Value): Value[] {
  return Array.from({ length }, (_, index) => make(index));
}

const SHOWN = "Content_layout: multiple-columns\nSidebar_menu_show: true\n";

function pages(length: number, lines: (index: number) => string): Files {
  const texts = range(length, (index) => [
    `${String(index).padStart(5, "0")}.md`,
    `---\nTitle: Page ${index}\nUrl: p${index}\nSave_as: p${index}.html\n${lines(index)}\n---\n`,
  ]);
  return Object.fromEntries(texts);
}

const chains = group(`${MANY} pages`);

chains("Inherit_sidebar, a chain: all show the sidebar at its end", () => {
  const entries = `Sidebar_menu_elem_name_1: X\nSidebar_menu_elem_url_1: p0\n${SHOWN}`;
  const site = siteOf(pages(MANY, (index) => (index === 0 ? entries : `${SHOWN}Inherit_sidebar: p${index - 1}`)));
  assert.is(new Set(site.menus.sidebars.values()).size, 1);
  assert.is(site.menus.sidebars.size, MANY);
});

chains("Inherit_sidebar, a chain that leads nowhere", () => {
  const site = siteOf(pages(MANY, (index) => `${SHOWN}Inherit_sidebar: p${index + 1}`));
  assert.is(count(site, "sidebar-source-missing"), 1);
  assert.is(site.menus.sidebars.size, 0);
});

chains("Inherit_sidebar, a circle: a finding for each", () => {
  const site = siteOf(pages(MANY, (index) => `${SHOWN}Inherit_sidebar: p${(index + 1) % MANY}`));
  assert.is(count(site, "sidebar-loop"), MANY);
});

chains("Inherit_sidebar, a chain into a circle", () => {
  const site = siteOf(pages(MANY, (index) => `${SHOWN}Inherit_sidebar: p${index + 1 < MANY ? index + 1 : MANY - 3}`));
  assert.is(count(site, "sidebar-loop"), MANY);
});

chains("Parent_id, a chain: the breadcrumb of the deepest", () => {
  const site = siteOf(pages(MANY, (index) => (index === 0 ? "" : `Parent_id: p${index - 1}`)));
  assert.is(count(site, "parent-loop"), 1);
  const view = inTime("viewOf", () => createViews(site).page(pageIn(site, `0${MANY - 1}.md`)));
  assert.is(view.page?.breadcrumb.length, MOST_ABOVE);
});

chains("Parent_id, a circle", () => {
  const site = siteOf(pages(MANY, (index) => `Parent_id: p${(index + 1) % MANY}`));
  assert.is(count(site, "parent-loop"), MANY);
});

chains("Parent_id, chains into a circle", () => {
  const site = siteOf(pages(MANY, (index) => `Parent_id: p${index < 3 ? (index + 1) % 3 : index - 1}`));
  assert.is(count(site, "parent-loop"), 3);
});

chains("every Parent_id leads nowhere", () => {
  assert.is(count(siteOf(pages(MANY, (index) => `Parent_id: q${index}x`)), "parent-missing"), MANY);
});

chains("every entry leads nowhere", () => {
  const lines = (index: number) => `${SHOWN}Sidebar_menu_elem_name_1: X\nSidebar_menu_elem_url_1: q${index}x`;
  assert.is(count(siteOf(pages(MANY, lines)), "menu-link-broken"), MANY);
});

chains("one title", () => {
  const texts = range(MANY, (index) => [`${index}.md`, `---\nTitle: One\nSave_as: p${index}.html\n---\n`]);
  assert.is(count(siteOf(Object.fromEntries(texts)), "title-repeated"), MANY - 1);
});

chains("one title, and no Save_as: all but one are left out, and say so", () => {
  const texts = range(MANY, (index) => [`${index}.md`, "---\nTitle: One\n---\n"]);
  const site = siteOf(Object.fromEntries(texts));
  assert.is(site.pages.length, 1);
  assert.is(count(site, "save-as-taken"), MANY - 1);
});

chains("one Url, one alias", () => {
  const texts = range(MANY, (index) => [
    `${index}.md`,
    `---\nTitle: ${index}\nUrl: x\nSave_as: p${index}.html\nAliases: old\n---\n`,
  ]);
  const site = siteOf(Object.fromEntries(texts));
  assert.is(count(site, "url-taken"), MANY - 1);
  assert.is(count(site, "alias-taken"), MANY - 1);
});

chains("one sidebar, written out on each: one keeps it", () => {
  const lines = () => `${SHOWN}Sidebar_menu_elem_name_1: X\nSidebar_menu_elem_url_1: p0`;
  const files = pages(MANY, lines);
  assert.is(count(siteOf(files), "sidebar-copied"), MANY - 1);
  const site = mendedSite(files);
  assert.is(count(site, "sidebar-copied"), 0);
  assert.is(site.menus.sidebars.size, MANY);
});

chains("all in the top menu and in the footer", () => {
  const site = siteOf(
    pages(MANY, (index) => `Top_menu_show: true\nTop_menu_order: ${MANY - index}\nFooter_show: left`),
  );
  assert.is(site.menus.top[0]?.title, `Page ${MANY - 1}`);
  assert.is(site.menus.footerLeft.length, MANY);
});

chains("all posts of one day, with one tag each", () => {
  const texts = range(MANY, (index) => [
    `posts/${index}.md`,
    `Title: P${index}\nDate: 2020-01-01\nTags: t${index}\nLang: en\n\nText.\n`,
  ]);
  assert.is(siteOf(Object.fromEntries(texts)).blog.posts.length, MANY);
});

/** About as many as a header of a megabyte has; a longer one is a finding. */
const ENTRIES = 8_000;
/** Of what costs more than it tells. */
const LINES = 20_000;
const headers = group(`headers of ${ENTRIES} lines`);

/** A list, as so many arguments no function takes. */
function oneHeader(lines: readonly string[]): Files {
  return {
    "a.md": `---\nTitle: A\nUrl: a\nSave_as: a.html\nTop_menu_show: true\nDropdown_menu_show: true\n${lines.join("\n")}\n---\n`,
  };
}

function entries(number: (index: number) => number | string, address: (index: number) => string): string[] {
  return range(ENTRIES, (index) => [
    `Dropdown_menu_elem_name_${number(index)}: N${index}`,
    `Dropdown_menu_elem_url_${number(index)}: ${address(index)}`,
  ]).flat();
}

for (const [name, number, numberFindings] of [
  ["numbered well", (index: number) => index + 1, 0],
  ["numbered from 2", (index: number) => index + 2, 1],
  ["numbered backwards", (index: number) => ENTRIES - index, 0],
  ["all with one number", () => 1, ENTRIES - 1],
  ["every second number", (index: number) => index * 2 + 1, ENTRIES - 1],
  ["numbers beyond all numbers", (index: number) => `9${"0".repeat(20)}${index}`, ENTRIES],
] as const) {
  headers(`${ENTRIES} entries, ${name}`, () => {
    const site = siteOf(oneHeader(entries(number, (index) => `#${index}`)));
    assert.is(site.menus.top[0]?.children.length, ENTRIES);
    const found = count(site, "menu-number");
    // Numbers that no computer tells apart may be found once or each.
    if (name.startsWith("numbers beyond")) assert.ok(found > 0);
    else assert.is(found, numberFindings);
  });
}

headers(`${ENTRIES} entries that are numbered from 2 and whose size is wrong are mended`, () => {
  const files = oneHeader([
    "Dropdown_menu_size: 7",
    ...entries(
      (index) => index + 2,
      (index) => `#${index}`,
    ),
  ]);
  const site = mendedSite(files);
  assert.is(count(site, "menu-number") + count(site, "menu-size"), 0);
  assert.is(site.menus.top[0]?.children.length, ENTRIES);
});

headers(`${ENTRIES} entries that lead nowhere`, () => {
  assert.is(
    count(
      siteOf(
        oneHeader(
          entries(
            (index) => index + 1,
            (index) => `none${index}`,
          ),
        ),
      ),
      "menu-link-broken",
    ),
    ENTRIES,
  );
});

headers(`${ENTRIES} entries that lead to one place`, () => {
  assert.is(
    count(
      siteOf(
        oneHeader(
          entries(
            (index) => index + 1,
            () => "../a",
          ),
        ),
      ),
      "menu-double",
    ),
    ENTRIES - 1,
  );
});

headers(`${ENTRIES} entries that are no addresses`, () => {
  assert.is(
    count(
      siteOf(
        oneHeader(
          entries(
            (index) => index + 1,
            () => "javascript:x",
          ),
        ),
      ),
      "menu-link-unsafe",
    ),
    ENTRIES,
  );
});

headers(`${LINES} names without an address`, () => {
  const names = range(LINES, (index) => `Dropdown_menu_elem_name_${index + 1}: N`);
  assert.is(count(siteOf(oneHeader(names)), "menu-url-missing"), LINES);
});

for (const [name, line, code] of [
  ["one field again and again", () => "Lang: en", "field-repeated"],
  ["lines that are no fields", () => "no field", "header-line"],
  ["misspelt fields", () => "Titel: A", "field-misspelt"],
  [
    "misspelt fields, each otherwise",
    (index: number) => `Titl${String.fromCharCode(97 + (index % 26))}: A`,
    "field-misspelt",
  ],
  ["fields that nobody knows", (index: number) => `Own_field_of_mine_${index}: A`, undefined],
  ["__proto__", () => "__proto__: polluted", "field-reserved"],
  ["lines that go on", () => "    more", undefined],
  ["tags", (index: number) => `Tags: t${index}`, undefined],
] as const) {
  headers(`${LINES} times: ${name}`, () => {
    const site = mendedSite(oneHeader(["Lang: en", ...range(LINES, line)]));
    if (code) assert.ok(count(site, code) > 0 || code === "field-misspelt");
    assert.is(site.pages.length, 1);
  });
}

const MEGABYTE = 1_000_000;
const lines = group("a header of 1 MB in one line");

for (const [name, line] of [
  ["Title", `Title: ${"x".repeat(MEGABYTE)}`],
  ["Title of blanks", `Title: ${" ".repeat(MEGABYTE)}x`],
  ["Title of open tags", `Title: ${"<a ".repeat(MEGABYTE / 3)}`],
  ["Title of references", `Title: ${"&amp;".repeat(MEGABYTE / 5)}`],
  ["Title of marks on letters", `Title: ${"\u0301".repeat(MEGABYTE / 2)}`],
  ["Url", `Url: ${"a/".repeat(MEGABYTE / 2)}`],
  ["Url of dots", `Url: ${"../".repeat(MEGABYTE / 3)}`],
  ["Url of percent signs", `Url: ${"%".repeat(MEGABYTE)}`],
  ["Url of slashes", `Url: a${"/".repeat(MEGABYTE)}b`],
  ["Save_as", `Save_as: ${"a/".repeat(MEGABYTE / 2)}`],
  ["Save_as of one name", `Save_as: ${"a".repeat(MEGABYTE)}.html`],
  ["Save_as of dots", `Save_as: ${"a/../".repeat(MEGABYTE / 5)}x.html`],
  ["Save_as of slashes", `Save_as: a${"/".repeat(MEGABYTE)}b`],
  ["Slug", `Slug: ${"a-".repeat(MEGABYTE / 2)}`],
  ["Parent_id", `Parent_id: ${"a/".repeat(MEGABYTE / 2)}`],
  ["Parent_id of slashes", `Parent_id: a${"/".repeat(MEGABYTE)}b`],
  ["Inherit_sidebar", `${SHOWN}Inherit_sidebar: ${"a/".repeat(MEGABYTE / 2)}`],
  ["Aliases", `Aliases: ${"a;".repeat(MEGABYTE / 2)}`],
  ["many Aliases", `Aliases: ${range(100_000, (index) => `a${index}`).join(";")}`],
  ["Tags", `Tags: ${"a,".repeat(MEGABYTE / 2)}`],
  ["Authors", `Authors: ${"a;".repeat(MEGABYTE / 2)}`],
  ["Date", `Date: ${"2020-01-01 ".repeat(MEGABYTE / 11)}`],
  ["Date of digits", `Date: ${"1".repeat(MEGABYTE)}`],
  ["Lang", `Lang: ${"en-".repeat(MEGABYTE / 3)}`],
  ["Status", `Status: ${" ".repeat(MEGABYTE)}draft`],
  ["Summary", `Summary: ${"[".repeat(MEGABYTE)}`],
  ["Summary of stars", `Summary: ${"*a ".repeat(MEGABYTE / 3)}`],
  ["Template", `Template: ${"x".repeat(MEGABYTE)}`],
  ["Top_menu_order", `Top_menu_order: ${"9".repeat(MEGABYTE)}`],
  ["Sidebar_menu_size", `Sidebar_menu_size: ${"9".repeat(MEGABYTE)}`],
  ["a number", `Sidebar_menu_elem_url_${"9".repeat(MEGABYTE)}: a`],
  ["an address", `${SHOWN}Sidebar_menu_elem_url_1: ${"../".repeat(MEGABYTE / 3)}a`],
  ["an address of slashes", `${SHOWN}Sidebar_menu_elem_url_1: a${"/".repeat(MEGABYTE)}b`],
  ["an address of percent signs", `${SHOWN}Sidebar_menu_elem_url_1: ${"%41".repeat(MEGABYTE / 3)}`],
  ["a label", `${SHOWN}Sidebar_menu_elem_name_1: ${"<".repeat(MEGABYTE)}\nSidebar_menu_elem_url_1: a`],
  ["a key", `${"K".repeat(MEGABYTE)}: x`],
  ["a key of underscores and digits", `${"_1".repeat(MEGABYTE / 2)}: x`],
  ["a key of digits before a letter", `${"1".repeat(MEGABYTE)}a: x`],
  ["no colon", "x".repeat(MEGABYTE)],
  ["dashes", "-".repeat(MEGABYTE)],
  ["blanks", " ".repeat(MEGABYTE)],
  ["colons", ":".repeat(MEGABYTE)],
  ["line separators", "\u2028".repeat(MEGABYTE / 3)],
  ["brackets that YAML would read", `layout: x\na: ${"[".repeat(MEGABYTE)}`],
  ["braces that YAML would read", `layout: x\na: ${"{a: ".repeat(MEGABYTE / 4)}`],
  ["quotes that YAML would read", `layout: x\na: ${'"'.repeat(MEGABYTE)}`],
  ["dashes that YAML would read", `layout: x\na:\n  ${"- ".repeat(MEGABYTE / 2)}`],
  ["YAML aliases", `layout: x\na: &a x\nb: [${"*a,".repeat(MEGABYTE / 3)}]`],
] as const) {
  for (const [kind, text] of [["fenced", `---\nLang: en\n${line}\n---\nText.\n`]] as const) {
    lines(`${name}, ${kind}`, () => {
      inTime("readPage", () => readText("a.md", text));
      siteOf({ "a.md": text, "b.md": "---\nTitle: B\nUrl: b\nSave_as: b.html\n---\n" });
    });
  }
}

const texts = group("texts");
const DEEP = 10_000;

for (const [name, body] of [
  ["brackets", "[".repeat(DEEP)],
  ["brackets, closed", `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`],
  ["images", "![".repeat(DEEP)],
  ["links in links", `${"[".repeat(DEEP)}x${"](y)".repeat(DEEP)}`],
  ["parentheses", `[x](${"(".repeat(DEEP)}`],
  ["quotes", ">".repeat(DEEP)],
  ["quotes with text", `${"> ".repeat(DEEP)}x`],
  ["lists", range(2000, (index) => `${"  ".repeat(index)}- x`).join("\n")],
  ["lists in a line", `${"- ".repeat(DEEP)}x`],
  ["numbers in a line", `${"1. ".repeat(DEEP)}x`],
  ["lists and quotes", `${"- > ".repeat(DEEP)}x`],
  ["stars", "*".repeat(DEEP)],
  ["stars and letters", "*a_b ".repeat(DEEP)],
  ["underscores", "_a".repeat(DEEP)],
  ["backticks", range(2000, (index) => "`".repeat(index % 500)).join(" ")],
  ["angle brackets", "<".repeat(DEEP)],
  ["comments", "<!--".repeat(DEEP)],
  ["elements", `${"<div>".repeat(DEEP)}x`],
  ["elements on lines", `${"<div>\n".repeat(DEEP)}x`],
  ["attributes", `<a ${"x=y ".repeat(DEEP)}>x</a>`],
  ["a tag without an end", `<a href="${"x".repeat(MEGABYTE)}`],
  ["references", "&".repeat(DEEP)],
  ["tables", `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${`${"|x".repeat(2000)}\n`.repeat(20)}`],
  [
    "footnotes",
    range(3000, (index) => `[^${index}] `).join("") + range(3000, (index) => `\n\n[^${index}]: x`).join(""),
  ],
  ["footnotes in footnotes", range(2000, (index) => `[^${index}]: [^${index + 1}]`).join("\n\n")],
  [
    "abbreviations",
    `${range(2000, (index) => `*[A${index}]: x`).join("\n")}\n\n${range(2000, (index) => `A${index}`).join(" ")}`,
  ],
  ["headings of one name", "# x\n\n".repeat(DEEP)],
  [
    "references to links",
    `${range(5000, (index) => `[${index}]: /x${index}`).join("\n")}\n\n${range(5000, (index) => `[${index}]`).join(" ")}`,
  ],
  ["broken links, each otherwise", range(DEEP, (index) => `[x](/none${index}) `).join("")],
  ["broken anchors, each otherwise", range(DEEP, (index) => `[x](#none${index}) `).join("")],
  ["images without text", range(DEEP, (index) => `![](/x${index}) `).join("")],
  ["links to files that are not there", range(DEEP, (index) => `[x]({filename}none${index}.md) `).join("")],
  ["definition lists", "x\n: y\n\n".repeat(5000)],
  ["blank lines", "\n".repeat(MEGABYTE)],
  ["blanks", " ".repeat(MEGABYTE)],
  ["a line", "x".repeat(MEGABYTE)],
  ["tabs", `${"\t".repeat(DEEP)}x\n`.repeat(3)],
] as const) {
  texts(name, () => {
    for (const path of ["a.md", "a.html"]) {
      siteOf({ [path]: `---\nTitle: A\nSave_as: a.html\n---\n${body}\n` });
    }
  });
}

texts("an .html page of elements without end", () => {
  for (const start of ["<div>", "<b>", "<table>", "<a href=x>", "<!doctype html>", "<svg>", "<template>", "<p><b>"]) {
    siteOf({ "a.html": `<title>A</title>${start.repeat(DEEP / 10)}` });
  }
});

texts("an .html page of many meta elements", () => {
  siteOf({ "a.html": `<title>A</title>${range(DEEP, (index) => `<meta name="Tags" content="t${index}">`).join("")}` });
});

texts("YAML that is nested deeply, and aliases that multiply", () => {
  for (const yaml of [
    range(1000, (index) => `${" ".repeat(index)}a:`).join("\n"),
    `a: ${"[".repeat(5000)}${"]".repeat(5000)}`,
    `a: ${"{a: ".repeat(3000)}${"}".repeat(3000)}`,
    range(
      30,
      (index) => `k${index}: &k${index} [${index === 0 ? "x" : range(10, () => `*k${index - 1}`).join(", ")}]`,
    ).join("\n"),
    "a: &a\n  b: *a",
    "a: &a [*a]",
    `a: |\n${"  x\n".repeat(100_000)}`,
  ]) {
    siteOf({ "a.md": `---\nlayout: x\n${yaml}\n---\nText.\n` });
  }
});
