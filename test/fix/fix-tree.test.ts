import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codesOf } from "../make.ts";
import { type Files, mend, shownMenus } from "./fixing.ts";

/** Mends files, and asserts what must hold of every repair: the menus are as before, and nothing is left to repair. */
function mended(files: Files): Files {
  const { after } = mend(files);
  assert.equal(shownMenus(after), shownMenus(files), "the menus changed");
  assert.is(mend(after).texts.size, 0, "a second time, something changes");
  return after;
}

/** The same for one file; other files may be there. */
function mendedText(text: string, others: Files = {}): string {
  return mended({ ...others, "a.md": text })["a.md"] ?? "";
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

const PAGE = ["---", "Title: A", "Url: a", "Save_as: a.html"];
const SHOWN = ["Content_layout: multiple-columns", "Sidebar_menu_show: true"];

/** A page of this Url in a file of its own. */
function other(url: string, ...more: readonly string[]): string {
  return lines("---", `Title: The page ${url}`, `Url: ${url}`, `Save_as: ${url}.html`, ...more, "---", "Text.");
}

const sizes = suite("fix: sizes");

for (const [name, written, right] of [
  ["too large", "Sidebar_menu_size: 12", "Sidebar_menu_size: 1"],
  ["too small", "Sidebar_menu_size: 0", "Sidebar_menu_size: 1"],
  ["in lower case, with blanks", "sidebar_menu_size:   12  ", "sidebar_menu_size:   1  "],
  ["with a tab", "Sidebar_menu_size:\t12", "Sidebar_menu_size:\t1"],
  ["without a blank", "Sidebar_menu_size:12", "Sidebar_menu_size:1"],
  ["indented", "  Sidebar_menu_size: 12", "  Sidebar_menu_size: 1"],
  ["very large", `Sidebar_menu_size: ${"9".repeat(400)}`, "Sidebar_menu_size: 1"],
] as const) {
  sizes(name, () => {
    const text = (size: string) =>
      lines(...PAGE, ...SHOWN, "Sidebar_menu_elem_name_1: X", "Sidebar_menu_elem_url_1: a", size, "---", "Text.");
    assert.is(mendedText(text(written)), text(right));
  });
}

sizes("an entry without an address is none, and its line stays", () => {
  const text = (size: number) =>
    lines(
      ...PAGE,
      `Dropdown_menu_size: ${size}`,
      "Dropdown_menu_elem_name_1: X",
      "Dropdown_menu_elem_url_1: #x",
      "Dropdown_menu_elem_name_2: Y",
      "---",
    );
  assert.is(mendedText(text(2)), text(1));
});

sizes("a size that is right, one that is no number, and none", () => {
  for (const size of ["Sidebar_menu_size: 0", "Sidebar_menu_size: many", "Sidebar_menu_size:", "Lang: en"]) {
    const text = lines(...PAGE, size, "---");
    assert.is(mendedText(text), text);
  }
});

for (const [name, ends] of [
  ["CRLF", "\r\n"],
  ["CR", "\r"],
] as const) {
  sizes(name, () => {
    const text = (size: number) => [...PAGE, `Sidebar_menu_size: ${size}`, "---", "Text.\u2028x", ""].join(ends);
    assert.is(mendedText(text(4)), text(0));
  });
}

sizes("in headers without a fence, and in a header that is all there is", () => {
  assert.is(mendedText("Title: A\nSidebar_menu_size: 3\n\nText"), "Title: A\nSidebar_menu_size: 0\n\nText");
  assert.is(mendedText("Title: A\nSidebar_menu_size: 3"), "Title: A\nSidebar_menu_size: 0");
});

sizes("the same words in the text are no header", () => {
  const text = (size: number) => lines(...PAGE, `Sidebar_menu_size: ${size}`, "---", "Sidebar_menu_size: 3");
  assert.is(mendedText(text(3)), text(0));
});

sizes.run();

const numbers = suite("fix: numbering");

function dropdown(...entries: readonly (readonly [number: number | string, name: string])[]): string {
  const fields = entries.flatMap(([number, name]) => [
    `Dropdown_menu_elem_name_${number}: ${name}`,
    `Dropdown_menu_elem_url_${number}: #${name}`,
  ]);
  return lines(...PAGE, "Top_menu_show: true", "Dropdown_menu_show: true", ...fields, "---", "Text.");
}

for (const [name, before, after] of [
  ["a gap", [1, 2, 4, 5], [1, 2, 3, 4]],
  ["the first is 2", [2, 3], [1, 2]],
  ["the first is 0", [0, 1], [1, 2]],
  ["a double", [1, 1, 2], [1, 2, 3]],
  ["doubles and gaps", [1, 1, 1, 9, 9, 20], [1, 2, 3, 4, 5, 6]],
  ["in another order", [5, 1, 3], [3, 1, 2]],
  ["10 comes after 9", [9, 10, 11], [1, 2, 3]],
  ["zeros before the number", ["01", "03"], ["01", 2]],
  ["far numbers", [1, 999999999], [1, 2]],
] as const) {
  numbers(name, () => {
    const names = "ABCDEFGH";
    const text = (all: readonly (number | string)[]) =>
      dropdown(...all.map((one, at) => [one, names[at] ?? ""] as const));
    const result = mendedText(text(before));
    // “01” is 1 already; whether its zero goes is not laid down.
    assert.is(result.replaceAll("_01:", "_1:"), text(after).replaceAll("_01:", "_1:"));
  });
}

numbers("what is numbered well stays, in whatever order it is written", () => {
  for (const text of [dropdown([1, "A"], [2, "B"]), dropdown([2, "B"], [1, "A"])]) assert.is(mendedText(text), text);
});

numbers("names and addresses in two blocks, one address missing", () => {
  const text = lines(
    ...PAGE,
    "Top_menu_show: true",
    "Dropdown_menu_show: true",
    "Dropdown_menu_elem_name_1: A",
    "Dropdown_menu_elem_name_3: B",
    "Dropdown_menu_elem_name_7: C",
    "Dropdown_menu_elem_url_1: #A",
    "Dropdown_menu_elem_url_7: #C",
    "---",
  );
  assert.is(mendedText(text), text.replaceAll("_3:", "_2:").replaceAll("_7:", "_3:"));
});

numbers("gap and size at once", () => {
  const text = (number: number, size: number) =>
    lines(
      ...PAGE,
      `Sidebar_menu_size: ${size}`,
      `Sidebar_menu_elem_name_${number}: X`,
      `Sidebar_menu_elem_url_${number}: #x`,
      "---",
    );
  assert.is(mendedText(text(3, 3)), text(1, 1));
});

numbers("each menu by itself", () => {
  const text = (first: number, second: number) =>
    lines(
      ...PAGE,
      `Sidebar_menu_elem_name_${first}: X`,
      `Sidebar_menu_elem_url_${first}: #x`,
      `Dropdown_menu_elem_name_${second}: Y`,
      `Dropdown_menu_elem_url_${second}: #y`,
      "---",
    );
  assert.is(mendedText(text(2, 3)), text(1, 1));
});

numbers.run();

const keys = suite("fix: keys");

for (const [written, right] of [
  ["Top_Menu_order: 3", "Top_menu_order: 3"],
  ["uRL: a", "Url: a"],
  ["SAVE_AS: a.html", "Save_as: a.html"],
  ["  Top_Menu_order: 3", "  Top_menu_order: 3"],
  ["Lnag: en", "Lang: en"],
  ["Sumary: What it is\n    in two lines", "Summary: What it is\n    in two lines"],
  ["Save-as: a.html", "Save_as: a.html"],
] as const) {
  keys(`${written} → ${right}`, () => {
    const rest = right.startsWith("Url")
      ? ["Save_as: a.html"]
      : right.startsWith("Save_as")
        ? ["Url: a"]
        : PAGE.slice(2);
    const text = (key: string) => lines("---", "Title: A", ...rest, key, "---", "Text.");
    assert.is(mend({ "a.md": text(written) }).after["a.md"], text(right));
    assert.is(mend(mend({ "a.md": text(written) }).after).texts.size, 0);
  });
}

keys("the entries of a menu, too", () => {
  const text = (key: string) =>
    lines(...PAGE, "Top_menu_show: true", "Dropdown_menu_show: true", key, "Dropdown_menu_elem_url_1: #x", "---");
  const right = text("Dropdown_menu_elem_name_1: X");
  assert.is(mend({ "a.md": text("Dropdwon_menu_elem_name_1: X") }).after["a.md"], right);
  assert.is(mend({ "a.md": text("Dropdown_Menu_elem_Name_1: X") }).after["a.md"], right);
});

keys("“Dropdwon_menu_show” shows the dropdown that its author wrote", () => {
  const text = lines(
    ...PAGE,
    "Top_menu_show: true",
    "Dropdwon_menu_show: true",
    "Dropdown_menu_elem_name_1: X",
    "Dropdown_menu_elem_url_1: #x",
    "---",
  );
  const { after, left } = mend({ "a.md": text });
  assert.is(after["a.md"], text.replace("Dropdwon", "Dropdown"));
  assert.not.ok(codesOf(left).includes("field-misspelt"));
});

for (const text of [
  // Which of the two is meant, only the author knows.
  lines("---", "Titlle: B", "Title: A", "Url: a", "Save_as: a.html", "---"),
  lines("---", "Title: A", "Titlle: B", "Url: a", "Save_as: a.html", "---"),
  lines("---", "Title: A", "Titel: B", "Titlle: C", "Url: a", "Save_as: a.html", "---"),
]) {
  keys(`a misspelt key beside the right one is left to the author: ${text.split("\n").slice(1, 4).join(", ")}`, () => {
    assert.is(mend({ "a.md": text }).after["a.md"], text);
  });
}

keys("a name that the site writes in one way gets it in every file, and stays as Pelican's own URL", () => {
  const text = (order: string, url: string) => lines("---", `Title: ${url.at(-1)}`, url, order, "---", "Text.");
  const files = (second: string) => ({
    "a.md": text("Top_Menu_Order: 1", "URL: a"),
    "b.md": text("Top_Menu_Order: 2", "URL: b"),
    "c.md": text("Top_Menu_Order: 3", "URL: c"),
    "d.md": text(second, "url: d"),
    "e.md": text(second, "url: e"),
  });
  assert.equal(mend(files("Top_Menu_order: 4")).after, files("Top_Menu_Order: 4"));
});

keys("two misspelt keys that mean one field are left to the author", () => {
  const text = lines("---", "Titel: B", "Titlle: C", "Url: a", "Save_as: a.html", "---");
  const { after, left } = mend({ "a.md": text });
  assert.is(after["a.md"], text);
  assert.is(codesOf(left).filter((code) => code === "field-misspelt").length, 2);
});

keys("in lower case they stay", () => {
  const text = lines("---", "title: A", "url: a", "save_as: a.html", "top_menu_order: 3", "---");
  assert.is(mendedText(text), text);
});

keys("a key in a text that was cut off is none", () => {
  const text = lines("---", "Title: A", "---", "URL: b");
  assert.is(mendedText(text), text);
});

keys.run();

const addresses = suite("fix: addresses");
const B = { "b.md": other("b"), "h.md": other("a/h"), "x.md": other("ext/x") };

for (const [written, right] of [
  ["Url: /a/", "Url: a"],
  ["Parent_id: /b/", "Parent_id: b"],
  ["Parent_id: b.html", "Parent_id: b"],
  ["Inherit_sidebar: /b/index.html", "Inherit_sidebar: b"],
] as const) {
  addresses(`${written} → ${right}`, () => {
    const own = right.startsWith("Url") ? [] : ["Url: a"];
    const text = (line: string) => lines("---", "Title: A", "Save_as: a.html", ...own, line, "---");
    assert.is(mendedText(text(written), B), text(right));
  });
}

for (const [written, right] of [
  ["/b", "b"],
  ["b/", "b"],
  ["b.html", "b"],
  ["/b/index.html#part", "b#part"],
  ["b?x=/y/#z", "b?x=/y/#z"],
  ["/b?x=/y/", "b?x=/y/"],
  ["a/../b", "b"],
  ["%61/h", "a/h"],
] as const) {
  addresses(`in a sidebar: ${written} → ${right}`, () => {
    const text = (address: string) =>
      lines(...PAGE, ...SHOWN, "Sidebar_menu_elem_name_1: X", `Sidebar_menu_elem_url_1: ${address}`, "---");
    assert.is(mendedText(text(written), B), text(right));
  });
}

for (const [written, right] of [
  ["/a/h", "h"],
  ["h.html", "h"],
  ["./h", "h"],
  ["/b", "../b"],
  ["../b/", "../b"],
  ["../../../ext/x", "../ext/x"],
] as const) {
  addresses(`in a dropdown of the page “a”: ${written} → ${right}`, () => {
    const text = (address: string) =>
      lines(
        ...PAGE,
        "Top_menu_show: true",
        "Dropdown_menu_show: true",
        "Dropdown_menu_elem_name_1: X",
        `Dropdown_menu_elem_url_1: ${address}`,
        "---",
      );
    assert.is(mendedText(text(written), B), text(right));
  });
}

for (const address of ["https://example.org/b/", "//example.org/", "mailto:a@b", "#b", "?b", "b2", "/nowhere/"]) {
  addresses(`${address} stays`, () => {
    const text = lines(...PAGE, ...SHOWN, "Sidebar_menu_elem_name_1: X", `Sidebar_menu_elem_url_1: ${address}`, "---");
    assert.is(mendedText(text, B), text);
  });
}

addresses("an alias, and the file that it is written to, are other addresses, not other forms", () => {
  const others = { "b.md": lines("---", "Title: B", "Url: b", "Save_as: elsewhere.html", "Aliases: old", "---") };
  for (const address of ["old", "elsewhere.html"]) {
    const text = lines(...PAGE, ...SHOWN, "Sidebar_menu_elem_name_1: X", `Sidebar_menu_elem_url_1: ${address}`, "---");
    assert.is(mendedText(text, others), text);
  }
});

// Written as these pages' Url is, the address would mean something else.
for (const url of ["what?", "c#", "50%25", "a/x:y", "a/b c", "ä/ö"]) {
  addresses(`a page whose Url is “${url}”: the menus that lead to it stay`, () => {
    const target = lines("---", "Title: T", `Url: ${url}`, "Save_as: t.html", "---");
    const encoded = encodeURI(url).replaceAll("?", "%3F").replaceAll("#", "%23");
    const text = lines(
      ...PAGE,
      ...SHOWN,
      "Top_menu_show: true",
      "Dropdown_menu_show: true",
      "Dropdown_menu_elem_name_1: X",
      `Dropdown_menu_elem_url_1: /${encoded}/`,
      "Sidebar_menu_elem_name_1: X",
      `Sidebar_menu_elem_url_1: /${encoded}/`,
      "---",
    );
    mendedText(text, { "t.md": target });
  });
}

addresses.run();

const copies = suite("fix: copied sidebars");

const ENTRIES = [
  "Sidebar_menu_title: About",
  "Sidebar_menu_size: 2",
  "Sidebar_menu_elem_name_1: First",
  "Sidebar_menu_elem_url_1: a",
  "Sidebar_menu_elem_name_2: Second",
  "Sidebar_menu_elem_url_2: a/b",
];

function withSidebar(url: string, entries: readonly string[] = ENTRIES, more: readonly string[] = []): string {
  return other(url, ...SHOWN, ...entries, ...more);
}

copies("the entries become one line; the page with the shortest Url keeps them", () => {
  const after = mended({ "a.md": withSidebar("a"), "b.md": withSidebar("a/b"), "c.md": withSidebar("a/c") });
  assert.is(after["a.md"], withSidebar("a"));
  assert.is(after["b.md"], withSidebar("a/b", ["Inherit_sidebar: a"]));
  assert.is(after["c.md"], withSidebar("a/c", ["Inherit_sidebar: a"]));
});

copies("lines between them stay, and so do line ends and the rest", () => {
  const text = (entries: readonly string[]) =>
    ["---", "Title: B", ...entries, "---", "", "Sidebar_menu_size: text", ""].join("\r\n");
  const [title = "", size = "", ...others] = ENTRIES;
  const before = text([title, "Url: a/b", ...SHOWN, size, "Lang: en", ...others, "Save_as: a/b.html"]);
  const after = mended({ "a.md": withSidebar("a"), "b.md": before });
  assert.is(after["b.md"], text(["Inherit_sidebar: a", "Url: a/b", ...SHOWN, "Lang: en", "Save_as: a/b.html"]));
});

copies("a copy with another size and other numbers is a copy still", () => {
  const entries = ENTRIES.map((line) => line.replace("size: 2", "size: 9").replace("_2:", "_5:"));
  const after = mended({ "a.md": withSidebar("a"), "b.md": withSidebar("a/b", entries) });
  assert.is(after["b.md"], withSidebar("a/b", ["Inherit_sidebar: a"]));
});

for (const [name, change] of [
  ["a title without a value", (lines: readonly string[]) => ["Sidebar_menu_title:", ...lines.slice(1)]],
  ["a title of a blank", (lines: readonly string[]) => ["Sidebar_menu_title: ", ...lines.slice(1)]],
  ["a value without a blank before it", (lines: readonly string[]) => ["Sidebar_menu_title:About", ...lines.slice(1)]],
  ["an empty Inherit_sidebar before it", (lines: readonly string[]) => ["Inherit_sidebar:", ...lines]],
  ["Inherit_sidebar: false before it", (lines: readonly string[]) => ["Inherit_sidebar: false", ...lines]],
  ["Inherit_sidebar: false below it", (lines: readonly string[]) => [...lines, "Inherit_sidebar: false"]],
  [
    "a value that goes on",
    (lines: readonly string[]) => lines.map((line) => line.replace(": Second", ": Sec\n    ond")),
  ],
  [
    "a first value that goes on",
    (lines: readonly string[]) => lines.map((line) => line.replace(": About", ": Ab\n    out")),
  ],
  ["an entry without an address", (lines: readonly string[]) => [...lines, "Sidebar_menu_elem_name_3: Third"]],
  [
    "a key in other case",
    (lines: readonly string[]) => lines.map((line) => line.replace("Sidebar_menu_elem", "SIDEBAR_menu_elem")),
  ],
  ["a title that is written twice", (lines: readonly string[]) => [...lines, "Sidebar_menu_title: Other"]],
] as const) {
  copies(`${name}: the menus stay as they are`, () => {
    const [source, copy] = [change(ENTRIES), change(ENTRIES)];
    mended({ "a.md": withSidebar("a", source), "b.md": withSidebar("a/b", copy), "c.md": withSidebar("a/c", copy) });
  });
}

for (const [name, files] of [
  [
    "a draft is nobody's source",
    { "a.md": withSidebar("a", ENTRIES, ["Status: draft"]), "b.md": withSidebar("a/b"), "c.md": withSidebar("a/c") },
  ],
  [
    "two pages of one Url: the source may be the other one",
    {
      "a.md": lines("---", "Title: One", "Url: a", "Save_as: one.html", "---"),
      "b.md": lines("---", "Title: Two", "Url: a", "Save_as: two.html", ...SHOWN, ...ENTRIES, "---"),
      "c.md": withSidebar("a/b"),
    },
  ],
  ["a page whose Url is “true”", { "a.md": withSidebar("true"), "b.md": withSidebar("x/b") }],
  [
    "the home page",
    {
      "a.md": lines("---", "Title: Home", "Url:", "Save_as: index.html", ...SHOWN, ...ENTRIES, "---"),
      "b.md": withSidebar("x/b"),
      "c.md": withSidebar("x/c"),
    },
  ],
  [
    "pages below that take their sidebar from the pages above",
    { "a.md": withSidebar("a"), "b.md": withSidebar("a/b"), "c.md": other("a/b/c", ...SHOWN, "Inherit_sidebar: true") },
  ],
  [
    "a page that names the copy",
    { "a.md": withSidebar("a"), "b.md": withSidebar("a/b"), "c.md": other("x", ...SHOWN, "Inherit_sidebar: a/b") },
  ],
  [
    "a page that names a copy and shows its title",
    {
      "a.md": withSidebar("a"),
      "b.md": withSidebar("a/b"),
      "c.md": other("x", ...SHOWN, "Inherit_sidebar: a/b", "Sidebar_menu_title: Mine"),
    },
  ],
  ["a copy that is hidden", { "a.md": withSidebar("a", ENTRIES, ["Status: hidden"]), "b.md": withSidebar("a/b") }],
] as const) {
  copies(name, () => {
    mended(files);
  });
}

copies("a sidebar without a title of its own", () => {
  const entries = ENTRIES.slice(1);
  const after = mended({ "a.md": withSidebar("a", entries), "b.md": withSidebar("a/b", entries) });
  assert.is(after["b.md"], withSidebar("a/b", ["Inherit_sidebar: a"]));
});

copies.run();

const kinds = suite("fix: headers of other kinds");

kinds("<meta> elements of an .html page", () => {
  const text = (fields: readonly (readonly [string, string])[]) =>
    `<html>\r\n<head>\r\n<title>A</title>\r\n${fields.map(([key, value]) => `  <meta name="${key}" content='${value}' />\r\n`).join("")}</head>\r\n<body>Dropdown_menu_size</body></html>`;
  const before = text([
    ["uRL", "/a/"],
    ["Save_as", "a.html"],
    ["Top_menu_show", "true"],
    ["Dropdown_menu_show", "true"],
    ["Dropdown_menu_size", "7"],
    ["Dropdown_menu_elem_name_2", "X"],
    ["Dropdown_menu_elem_url_2", "#x"],
    ["Lnag", "en"],
  ]);
  const after = text([
    ["Url", "a"],
    ["Save_as", "a.html"],
    ["Top_menu_show", "true"],
    ["Dropdown_menu_show", "true"],
    ["Dropdown_menu_size", "1"],
    ["Dropdown_menu_elem_name_1", "X"],
    ["Dropdown_menu_elem_url_1", "#x"],
    ["Lang", "en"],
  ]);
  assert.is(mended({ "a.html": before })["a.html"], after);
});

kinds("<meta> elements whose attributes are in another order, over two lines, or without quotes", () => {
  const text = (size: number) =>
    `<title>A</title><meta content="${size}" name="Dropdown_menu_size"><meta\n  name="Sidebar_menu_size"\n  content="${size}"><meta name=Url content=a>\n`;
  assert.is(mended({ "a.html": text(4) })["a.html"], text(0));
});

kinds("a <meta> element in a comment stays", () => {
  const text = '<title>A</title><!-- <meta name="Dropdown_menu_size" content="4"> --><meta name="Url" content="a">';
  assert.is(mended({ "a.html": text })["a.html"], text);
});

for (const [name, size] of [
  ["plain", (value: number) => `${value}`],
  ["in double quotes", (value: number) => `"${value}"`],
  ["in single quotes", (value: number) => `'${value}'`],
] as const) {
  kinds(`YAML, a size ${name}`, () => {
    const text = (value: number) =>
      lines(
        "---",
        "layout: layouts/wide.njk",
        "title: A",
        `Dropdown_menu_size: ${size(value)}`,
        "list:",
        "  - one",
        "---",
      );
    assert.is(mended({ "a.md": text(4) })["a.md"], text(0));
  });
}

kinds("YAML: what is Eleventy's stays", () => {
  const text = lines("---", "layout: layouts/wide.njk", "Titlle: A", "TAGS:", "  - URL", "---");
  assert.is(mended({ "a.md": text })["a.md"], text);
});

kinds.run();

const whole = suite("fix: whole trees");

whole("what was mended and what is left are told apart", () => {
  const {
    texts,
    fixed: done,
    left,
  } = mend({
    "a.md": lines(...PAGE, "Dropdown_menu_size: 3", "Top_menu_show: perhaps", "Footer_show: left", "---"),
    "b.md": other("b", "Footer_show: left"),
  });
  assert.equal([...texts.keys()], ["a.md"]);
  assert.equal(codesOf(done), ["menu-size"]);
  assert.equal(codesOf(left), ["field-value"]);
});

whole("nothing to mend", () => {
  const { texts, fixed: done } = mend({ "a.md": other("a") });
  assert.is(texts.size, 0);
  assert.equal(done, []);
});

whole("a finding that could not be mended is not counted as mended", () => {
  // The value goes on over two lines, so that its edit does not fit; the other one does.
  const text = lines(...PAGE, "Sidebar_menu_size: 3", "Parent_id: /b\n    /", "---");
  const { fixed: done, left } = mend({ "a.md": text, "b.md": other("b") });
  assert.equal(codesOf(done), ["menu-size"]);
  for (const one of done) assert.not.ok(left.includes(one));
});

whole("files that no site can be made of stay as they are", () => {
  const text = "---\nlayout: x\nlist:\n  - [one\nDropdown_menu_size: 4\n---\n";
  assert.is(mended({ "a.md": text })["a.md"], text);
});

whole.run();
