import { suite } from "uvu";
import * as assert from "uvu/assert";
import { essence, modernized, pageOfText, rewritten } from "./modernizing.ts";

interface Case {
  readonly name: string;
  readonly before: readonly string[];
  readonly menu: readonly string[];
  readonly eleventyNavigation?: readonly string[];
}

const ENTRY = ["Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"];
const LIST = ["menu:", "  dropdown:", "    - { name: History, url: history }"];

const CASES: readonly Case[] = [
  {
    name: "both menus, the right sizes; all else stays where it is",
    before: [
      "---",
      "Title: About XMPP",
      "Url: about",
      "Dropdown_menu_show: true",
      "Dropdown_menu_size: 2",
      ...ENTRY,
      "Dropdown_menu_elem_name_2: FAQ",
      "Dropdown_menu_elem_url_2: ../faq",
      "Sidebar_menu_title: About",
      "Sidebar_menu_elem_name_1: History",
      "Sidebar_menu_elem_url_1: about/history",
      "Footer_show: left",
      "---",
      "",
      "Text.",
    ],
    menu: [
      "---",
      "Title: About XMPP",
      "Url: about",
      "Dropdown_menu_show: true",
      "menu:",
      "  dropdown:",
      "    - { name: History, url: history }",
      "    - { name: FAQ, url: ../faq }",
      "  sidebar:",
      "    - { name: History, url: about/history }",
      "Sidebar_menu_title: About",
      "Footer_show: left",
      "---",
      "",
      "Text.",
    ],
    eleventyNavigation: [
      "---",
      "Title: About XMPP",
      "Url: about",
      "Dropdown_menu_show: true",
      "eleventyNavigation:",
      "  - { key: top/about#1, parent: top/about, title: History, url: history, order: 1 }",
      "  - { key: top/about#2, parent: top/about, title: FAQ, url: ../faq, order: 2 }",
      "  - { key: sidebar/about#1, parent: sidebar/about, title: History, url: about/history, order: 1 }",
      "Sidebar_menu_title: About",
      "Footer_show: left",
      "---",
      "",
      "Text.",
    ],
  },
  {
    name: "entries in the order of their numbers, not of their lines",
    before: [
      "---",
      "Dropdown_menu_elem_name_10: Ten",
      "Dropdown_menu_elem_url_10: ten",
      "Dropdown_menu_elem_url_2: two",
      "Dropdown_menu_elem_name_2: Two",
      "---",
    ],
    menu: ["---", "menu:", "  dropdown:", "    - { name: Two, url: two }", "    - { name: Ten, url: ten }", "---"],
  },
  {
    name: "a header without a fence: dashes take the place of the blank line",
    before: ["Title: A", ...ENTRY, "", "Text."],
    menu: ["---", "Title: A", ...LIST, "---", "Text."],
  },
  {
    name: "long dashes become a fence of YAML's",
    before: ["------", "Title: A", ...ENTRY, "-----", "Text."],
    menu: ["---", "Title: A", ...LIST, "---", "Text."],
  },
  {
    name: "blank lines around the opening dashes",
    before: ["", "---", " ", "Title: A", ...ENTRY, "---", "Text."],
    menu: ["---", "", "Title: A", ...LIST, "---", "Text."],
  },
  {
    name: "a fence that is never closed",
    before: ["---", "Title: A", ...ENTRY, "", "Text."],
    menu: ["---", "Title: A", ...LIST, "---", "Text."],
  },
  {
    name: "a header and nothing else",
    before: ["Title: A", ...ENTRY],
    menu: ["---", "Title: A", ...LIST, "---"],
  },
  {
    name: "comments stay, those between entries above their entry",
    before: [
      "---",
      "Title: A",
      "Tags: [a, b]",
      "# of the page",
      "# by number of readers",
      ...ENTRY,
      "# keep this the last",
      "Dropdown_menu_elem_name_2: FAQ",
      "Dropdown_menu_elem_url_2: faq",
      "# below",
      "Lang: en",
      "  # the end",
      "---",
    ],
    menu: [
      "---",
      "Title: A",
      "Tags: [a, b]",
      "# of the page",
      "# by number of readers",
      ...LIST,
      "# keep this the last",
      "    - { name: FAQ, url: faq }",
      "# below",
      "Lang: en",
      "  # the end",
      "---",
    ],
  },
  {
    name: "a wrong size is kept as a comment",
    before: ["---", "Title: A", "Dropdown_menu_size: 8", ...ENTRY, "---"],
    menu: ["---", "Title: A", "# Dropdown_menu_size: 8", ...LIST, "---"],
  },
  {
    name: "the size of a menu without entries is no business of ours",
    before: ["---", "Title: A", ...ENTRY, "Sidebar_menu_size: 0", "---"],
    menu: ["---", "Title: A", ...LIST, "Sidebar_menu_size: 0", "---"],
  },
  {
    name: "entries without an address or a name stay so",
    before: [
      "---",
      "Dropdown_menu_elem_name_1: No address",
      "Dropdown_menu_elem_name_3: Empty",
      "Dropdown_menu_elem_url_3:",
      "Dropdown_menu_elem_url_2: no-name",
      "---",
    ],
    menu: [
      "---",
      "menu:",
      "  dropdown:",
      "    - { name: No address }",
      "    - { url: no-name }",
      '    - { name: Empty, url: "" }',
      "---",
    ],
  },
  {
    name: "a misspelt numbered field has no effect, and is kept as a comment",
    before: ["---", "Title: A", ...ENTRY, "Dropdown_menu_elem_ulr_2: faq", "---"],
    menu: ["---", "Title: A", ...LIST, "# Dropdown_menu_elem_ulr_2: faq", "---"],
  },
  {
    name: "values that YAML would read otherwise are quoted, others stay as they are",
    before: [
      "---",
      "Title: Sponsor: ProcessOne",
      "Date: 2010-10-04 07:44",
      "X_note: see #5",
      "X_yes: yes",
      "X_zero: 007",
      "X_list: [a]",
      'X_both: a: "b"',
      'X_quotes: it\'s: "so"',
      "X_tight:x",
      "X_empty:",
      ...ENTRY,
      "---",
    ],
    menu: [
      "---",
      'Title: "Sponsor: ProcessOne"',
      "Date: 2010-10-04 07:44",
      'X_note: "see #5"',
      "X_yes: yes",
      "X_zero: 007",
      'X_list: "[a]"',
      "X_both: 'a: \"b\"'",
      "X_quotes: |-",
      '    it\'s: "so"',
      "X_tight: x",
      "X_empty:",
      ...LIST,
      "---",
    ],
  },
  {
    name: "labels and addresses",
    before: [
      "---",
      "Sidebar_menu_elem_name_1: yes",
      "Sidebar_menu_elem_url_1: 1.0",
      "Sidebar_menu_elem_name_2: Café: a, [b]",
      "Sidebar_menu_elem_url_2: https://example.org/a?b=c&d=e#f",
      "Sidebar_menu_elem_name_3: Myths & Legends #5",
      "Sidebar_menu_elem_url_3: #x",
      'Sidebar_menu_elem_name_4: It\'s "so"',
      "Sidebar_menu_elem_url_4: /",
      "---",
    ],
    menu: [
      "---",
      "menu:",
      "  sidebar:",
      '    - { name: "yes", url: "1.0" }',
      '    - { name: "Café: a, [b]", url: https://example.org/a?b=c&d=e#f }',
      '    - { name: "Myths & Legends #5", url: "#x" }',
      "    - { name: 'It''s \"so\"', url: \"/\" }",
      "---",
    ],
  },
  {
    name: "a value that goes on, and lists that are repeated",
    before: [
      "---",
      "Title: A",
      "Summary: What",
      "    it is",
      "Tags: a, b",
      ...ENTRY,
      "Tags: c",
      "X_note: first",
      "Title: B",
      "X_note: last",
      "---",
    ],
    menu: [
      "---",
      "Title: A",
      "Summary: |-",
      "    What",
      "    it is",
      "Tags: |-",
      "    a, b",
      "    c",
      ...LIST,
      "# Tags: c",
      "# X_note: first",
      "# Title: B",
      "X_note: last",
      "---",
    ],
  },
  {
    name: "a field of the author's own by the name of menu",
    before: ["---", "Title: A", "menu: Main", ...ENTRY, "---"],
    menu: ["---", "Title: A", "menu: Main", "Menu:", ...LIST.slice(1), "---"],
  },
  {
    name: "a key that would mean something to Eleventy, and in this header does not",
    before: ["Title: A", "layout: x", ...ENTRY, "", "Text."],
    menu: ["---", "Title: A", '"layout": x', ...LIST, "---", "Text."],
  },
  {
    name: "Eleventy's own front matter: only the menus change",
    before: [
      "---",
      "layout: layouts/wide.njk # kept",
      "title: 'A'",
      "Dropdown_menu_size: 1 # one",
      "Dropdown_menu_elem_name_1: 'History' # the first",
      "Dropdown_menu_elem_url_1: history",
      "",
      "hero:",
      "  # deep",
      "  image: a.png",
      "---",
      "Text.",
    ],
    menu: [
      "---",
      "layout: layouts/wide.njk # kept",
      "title: 'A'",
      "# one",
      "menu:",
      "  dropdown:",
      "# the first",
      "    - { name: History, url: history }",
      "",
      "hero:",
      "  # deep",
      "  image: a.png",
      "---",
      "Text.",
    ],
  },
  {
    name: "a menu that is a list already holds; its numbered fields, without effect, become comments",
    before: ["---", "Title: A", ...LIST, "Dropdown_menu_elem_name_1: Old", "Dropdown_menu_elem_url_1: old", "---"],
    menu: ["---", "Title: A", ...LIST, "# Dropdown_menu_elem_name_1: Old", "# Dropdown_menu_elem_url_1: old", "---"],
  },
  {
    name: "one menu is a list already: the other takes the form that is free",
    before: ["---", "Title: A", "Url: a", ...LIST, "Sidebar_menu_elem_name_1: X", "Sidebar_menu_elem_url_1: x", "---"],
    menu: [
      "---",
      "Title: A",
      "Url: a",
      ...LIST,
      "eleventyNavigation:",
      "  - { key: sidebar/a#1, parent: sidebar/a, title: X, url: x, order: 1 }",
      "---",
    ],
  },
];

const table = suite("modernize: headers");

for (const { name, before, menu, eleventyNavigation } of CASES) {
  for (const end of ["\n", "\r\n"]) {
    table(`${name}${end === "\n" ? "" : " (CRLF)"}`, () => {
      const text = before.join(end);
      const after = rewritten(text);
      assert.is(after, menu.join(end));
      assert.equal(essence(pageOfText(after)), essence(pageOfText(text)));
      if (eleventyNavigation) assert.is(rewritten(text, "eleventyNavigation"), eleventyNavigation.join(end));
      const blocks = rewritten(text, "eleventyNavigation");
      assert.equal(essence(pageOfText(blocks)), essence(pageOfText(text)));
    });
  }
}

table.run();

const HTML = `<html>
<head>
  <title>A</title>
  <meta name="Url" content="a">
  <!-- the order is by readers -->
  <meta name="Dropdown_menu_size" content="2">
  <meta name="Dropdown_menu_elem_name_1" content="Q &amp; A"/>
  <meta name="Dropdown_menu_elem_url_1" content="q"/>
  <!-- <meta name="Dropdown_menu_elem_name_9" content="no"> -->
  <meta name="Dropdown_menu_elem_name_2" content='"Two"'>
  <meta name="Dropdown_menu_elem_url_2" content="two">
  <meta name="Sidebar_menu_size" content="9">
  <meta name="Sidebar_menu_elem_name_2" content="B"><meta name="Sidebar_menu_elem_url_2" content="b">
  <meta name="Sidebar_menu_elem_name_1" content="A"><meta name="Sidebar_menu_elem_url_1" content="a">
</head>
<body>Text</body>
</html>
`;

const html = suite("modernize: HTML");

html("each entry is an element, where the first of its fields was", () => {
  assert.is(
    rewritten(HTML, "menu", "a.html"),
    `<html>
<head>
  <title>A</title>
  <meta name="Url" content="a">
  <!-- the order is by readers -->
  <meta name="menu.dropdown" content="{ name: Q &amp; A, url: q }"/>
  <!-- <meta name="Dropdown_menu_elem_name_9" content="no"> -->
  <meta name="menu.dropdown" content="{ name: '&quot;Two&quot;', url: two }">
  <!-- <meta name="Sidebar_menu_size" content="9"> -->
  <meta name="menu.sidebar" content="{ name: A, url: a }">
  <meta name="menu.sidebar" content="{ name: B, url: b }">
</head>
<body>Text</body>
</html>
`,
  );
});

html("as blocks of eleventyNavigation, and with CRLF", () => {
  for (const end of ["\n", "\r\n"]) {
    const text = HTML.replaceAll("\n", end);
    const after = rewritten(text, "eleventyNavigation", "a.html");
    assert.match(
      after,
      `<meta name="eleventyNavigation" content="{ key: top/a#1, parent: top/a, title: Q &amp; A, url: q, order: 1 }"/>${end}`,
    );
    assert.equal(essence(pageOfText(after, "a.html")), essence(pageOfText(text, "a.html")));
    assert.is(after.replaceAll(end, "").includes("\n"), false);
  }
});

html("front matter in an HTML file is front matter", () => {
  const text = ["---", "Title: A", ...ENTRY, "---", "<p>Text</p>", ""].join("\n");
  assert.is(rewritten(text, "menu", "a.html"), ["---", "Title: A", ...LIST, "---", "<p>Text</p>", ""].join("\n"));
});

html.run();

const others = suite("modernize: files that stay as they are");

for (const [name, text] of [
  ["no numbered fields", "---\nTitle: A\n---\nText.\n"],
  ["numbered fields in the text", `---\nTitle: A\n---\n${ENTRY.join("\n")}\n`],
  ["no header", "Text.\n"],
  ["a list already", ["---", "Title: A", ...LIST, "---", ""].join("\n")],
] as const) {
  others(name, () => assert.is(modernized(text), undefined));
}

others("front matter in braces is refused, with the reason", () => {
  const made = modernized("---\n{ title: A,\n  Dropdown_menu_elem_name_1: a, hero: [1] }\n---\n");
  assert.equal(made, { kind: "refused", line: 3, reason: "its header cannot be written as YAML line by line" });
});

others("a header longer than YAML front matter may be is refused, with the reason", () => {
  const entries = Array.from({ length: 900 }, (_, index) => [
    `Dropdown_menu_elem_name_${index + 1}: A rather long name for entry ${index + 1}`,
    `Dropdown_menu_elem_url_${index + 1}: a/rather/long/address-for-entry-${index + 1}`,
  ]);
  const made = modernized(["---", "Title: A", ...entries.flat(), "---", ""].join("\n"));
  assert.equal(made, {
    kind: "refused",
    line: 3,
    reason: "its header could no longer be read: it has more than 50000 characters",
  });
});

others.run();

const notes = suite("modernize: what an author should know");

notes("what has no effect, and what is still not shown", () => {
  const made = modernized(
    [
      "---",
      "Dropdown_menu_size: 8",
      "Dropdown_menu_elem_name_1: No address",
      "Dropdown_menu_elem_ulr_2: faq",
      "---",
      "",
    ].join("\n"),
  );
  assert.equal(made?.kind === "rewritten" && made.notes, [
    { line: 2, text: "“Dropdown_menu_size: 8” has no effect (the dropdown has 0 entries): it is kept as a comment." },
    { line: 3, text: "“No address” of the dropdown has no address: it is kept in the list, and still not shown." },
    {
      line: 4,
      text: "“Dropdown_menu_elem_ulr_2: faq” has no effect (there is no such field): it is kept as a comment.",
    },
  ]);
});

notes.run();
