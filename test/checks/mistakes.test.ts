/** What those get to read who are new to headers: from the words of the file to the words of the message. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFinding } from "../../src/plugin/checks/index.ts";
import { decode } from "../../src/plugin/files/decode.ts";
import { type Files, mend } from "../fix/fixing.ts";
import { site } from "../make.ts";

interface Mistake {
  readonly name: string;
  readonly text: string;
  /** All that is told of the file: line, message, what to write. */
  readonly told: readonly string[];
}

/** A fenced header of these lines; they begin on line 3. */
function fenced(...lines: readonly string[]): string {
  return `---\nTitle: Oil lamps\n${lines.join("\n")}\n---\n\nText.\n`;
}

const HEADER_MISTAKES: readonly Mistake[] = [
  {
    name: "conflict markers in the header",
    text: "---\n<<<<<<< HEAD\nTitle: Oil\n=======\nTitle: Gas\n>>>>>>> lamps\n---\n\nText.\n",
    told: [
      "2: Lines 2 to 6 are an unfinished merge of two versions. → Keep one version, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ],
  },
  {
    name: "conflict markers in the text, with CRLF",
    text: "Title: Oil\r\n\r\n<<<<<<< HEAD\r\nOne.\r\n=======\r\nTwo.\r\n>>>>>>> 1f6a28f\r\n",
    told: [
      "3: Lines 3 to 7 are an unfinished merge of two versions. → Keep one version, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ],
  },
  {
    name: "conflict markers with the version before",
    text: "Title: Oil\n\n<<<<<<< ours\nOne.\n||||||| base\nNone.\n=======\nTwo.\n>>>>>>> theirs\n",
    told: [
      "3: Lines 3 to 9 are an unfinished merge of two versions. → Keep one version, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ],
  },
  {
    name: "conflict markers that a text shows are a text",
    text: "Title: Git\n\n```\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> b\n```\n\nHeading\n=======\n",
    told: [],
  },
  {
    name: "a header of which every name is misspelt",
    text: "Titel: Oil\nDat: 2020-01-01\nSumary: Lamps.\n\nText.\n",
    told: [
      "1: “Titel” is not the name of a field: it is “Title”. → Write “Title: Oil”.",
      "2: There is no field Dat: did you mean Date? → Write “Date: 2020-01-01”.",
      "3: There is no field Sumary: did you mean Summary? → Write “Summary: Lamps.”.",
    ],
  },
  {
    name: "a header of one line, which is misspelt",
    text: "Ttle: Oil\n\nText.\n",
    told: ["1: There is no field Ttle: did you mean Title? → Write “Title: Oil”."],
  },
  {
    name: "sentences with a colon",
    text: "Update: we have moved.\n\nText.\n",
    told: ["1: The page has no title. → Write “Title: …” in the header."],
  },
  {
    name: "lines with colons, of which few are like fields",
    text: "Who: all of us\nDates: in May\nPlace: the harbour\n\nText.\n",
    told: ["1: The page has no title. → Write “Title: …” in the header."],
  },
  {
    name: "a field that is indented by four blanks",
    text: fenced("Top_menu_show: true", "    Top_menu_order: 2"),
    told: [
      "4: “Top_menu_order” is indented, so the line counts as part of Top_menu_show. → Remove the spaces before it.",
    ],
  },
  {
    name: "a field that is indented by a tab",
    text: fenced("\tContent_layout: wide"),
    told: ["3: “Content_layout” is indented, so the line counts as part of Title. → Remove the spaces before it."],
  },
  {
    name: "a numbered field that is indented",
    text: fenced("Url: oil", "Save_as: oil.html", "Sidebar_menu_elem_name_1: Oil", "    Sidebar_menu_elem_url_1: oil"),
    told: [
      "6: “Sidebar_menu_elem_url_1” is indented, so the line counts as part of Sidebar_menu_elem_name_1. → Remove the spaces before it.",
    ],
  },
  {
    name: "a value that really goes on, with a word that is a field",
    text: fenced("Lang: en", "Summary: Two languages.", "    Lang: both of them."),
    told: [],
  },
  {
    name: "the whole header is indented",
    text: "    Title: Oil\n    Lang: en\n\nText.\n",
    told: ["1: The header is indented, so it is code. → Remove the spaces before its lines."],
  },
  {
    name: "the header is in a block of code",
    text: "```yaml\nTitle: Oil\nLang: en\n```\n\nText.\n",
    told: ["1: The header begins below “```yaml”, so it is code. → Remove the lines that begin and end the code."],
  },
  {
    name: "Save_as with a blank: that it is not there is not told besides",
    text: fenced("Url: oil", "Save as: oil.html"),
    told: ["4: “Save as” is not the name of a field: it is “Save_as”. → Write “Save_as: oil.html”."],
  },
  {
    name: "a blank before the number of an entry",
    text: fenced("Sidebar_menu_elem_name 1: Oil"),
    told: [
      "3: “Sidebar_menu_elem_name 1” is not the name of a field: it is “Sidebar_menu_elem_name_1”. → Write “Sidebar_menu_elem_name_1: Oil”.",
    ],
  },
  {
    name: "a blank before the colon, at the top of the file",
    text: "Title : Oil\nLang: en\n\nText.\n",
    told: ["1: There is a space before the colon of “Title”. → Write “Title: Oil”."],
  },
  {
    name: "a blank before the colon, further down",
    text: "Title: Oil\nLang : en\n\nText.\n",
    told: ["2: There is a space before the colon of “Lang”. → Write “Lang: en”."],
  },
  {
    name: "a no-break space before the colon",
    text: fenced("Menu_name\u00a0: Oil"),
    told: ["3: There is a space before the colon of “Menu_name”. → Write “Menu_name: Oil”."],
  },
  {
    name: "a no-break space before the name",
    text: fenced("\u00a0Menu_name: Oil"),
    told: [
      "3: There is a character at “Menu_name” that cannot be seen, or a space that is not a plain one. → Write “Menu_name: Oil”.",
    ],
  },
  {
    name: "a character that cannot be seen, as copied from a web page",
    text: fenced("Menu_\u200bname: Oil"),
    told: [
      "3: There is a character at “Menu_name” that cannot be seen, or a space that is not a plain one. → Write “Menu_name: Oil”.",
    ],
  },
  {
    name: "an equals sign instead of the colon",
    text: "Title = Oil\nLang = en\n\nText.\n",
    told: [
      "1: There is no plain colon behind the name in “Title =”. → Write “Title: Oil”.",
      "2: There is no plain colon behind the name in “Lang =”. → Write “Lang: en”.",
    ],
  },
  {
    name: "the wide colon of a Chinese keyboard",
    text: "Title：Oil\n\nText.\n",
    told: ["1: There is no plain colon behind the name in “Title：”. → Write “Title: Oil”."],
  },
  {
    name: "no colon",
    text: fenced("Top_menu_show true"),
    told: ["3: There is no plain colon behind the name in “Top_menu_show”. → Write “Top_menu_show: true”."],
  },
  {
    name: "blanks in the name",
    text: fenced("Top menu show: true"),
    told: ["3: “Top menu show” is not the name of a field: it is “Top_menu_show”. → Write “Top_menu_show: true”."],
  },
  {
    name: "bold names",
    text: "**Title:** Oil\n**Lang**: en\n\nText.\n",
    told: [
      "1: “**Title:**” has marks as in a text; a header has none. → Write “Title: Oil”.",
      "2: “**Lang**:” has marks as in a text; a header has none. → Write “Lang: en”.",
    ],
  },
  {
    name: "a list of fields",
    text: "- Title: Oil\n- Lang: en\n\nText.\n",
    told: [
      "1: “- Title:” has marks as in a text; a header has none. → Write “Title: Oil”.",
      "2: “- Lang:” has marks as in a text; a header has none. → Write “Lang: en”.",
    ],
  },
  {
    name: "names in quotation marks",
    text: fenced('"Menu_name": Oil'),
    told: ['3: “"Menu_name":” has its name in quotation marks. → Write “Menu_name: Oil”.'],
  },
  {
    name: "fields in German",
    text: "Titel: Öl\nSprache: de\n\nText.\n",
    told: [
      "1: “Titel” is not the name of a field: it is “Title”. → Write “Title: Öl”.",
      "2: “Sprache” is not the name of a field: it is “Lang”. → Write “Lang: de”.",
    ],
  },
  {
    name: "a field in Spanish, of letters that no field has",
    text: fenced("Categoría: Luz"),
    told: ["3: “Categoría” is not the name of a field: it is “Category”. → Write “Category: Luz”."],
  },
  {
    name: "a field in French, among others",
    text: fenced("Langue: fr"),
    told: ["3: There is no field Langue: did you mean Lang? → Write “Lang: fr”."],
  },
  {
    name: "a blank line above the header",
    text: "\n\nTitle: Oil\nLang: en\n\nText.\n",
    told: ["1: There is a blank line above the header. → Begin the file with the header."],
  },
  {
    name: "a heading above the header",
    text: "# Oil lamps\n\nTitle: Oil\nLang: en\n\nText.\n",
    told: ["3: The header begins below “# Oil lamps”. → Put the header at the top of the file, and the text below it."],
  },
  {
    name: "long dashes, as a word processor makes them",
    text: "———\nTitle: Oil\nLang: en\n———\n\nText.\n",
    told: [
      "1: “———” is not a line of three plain dashes. → Write “---”, three hyphens.",
      "4: “———” is not a line of three plain dashes. → Write “---”, three hyphens.",
    ],
  },
  {
    name: "two dashes below the header",
    text: "---\nTitle: Oil\nLang: en\n--\n\nText.\n",
    told: ["4: “--” is not a line of three plain dashes. → Write “---”, three hyphens."],
  },
  {
    name: "smart quotes around a flag",
    text: fenced("Top_menu_show: “true”"),
    told: ["3: The value of Top_menu_show is in quotation marks: “true”. → Write “Top_menu_show: true”."],
  },
  {
    name: "a title in quotation marks, as YAML has it",
    text: 'Title: "Oil: a history"\n\nText.\n',
    told: ['1: The value of Title is in quotation marks: "Oil: a history". → Write “Title: Oil: a history”.'],
  },
  {
    name: "a title that is a quotation, or holds one",
    text: 'Title: “Let there be light”\nSummary: "One" and "two"\n\nText.\n',
    told: [],
  },
  {
    name: "a date in quotation marks",
    text: "Title: Oil\nDate: '2020-05-01'\n\nText.\n",
    told: ["2: The value of Date is in quotation marks: '2020-05-01'. → Write “Date: 2020-05-01”."],
  },
  {
    name: "a title over two lines",
    text: "Title: Oil lamps\nand their wicks\nLang: en\n\nText.\n",
    told: [
      "2: “and their wicks” is not a field, so it ends the header here, above “Lang”. → Write it as “Name: value”, or indent it by four spaces if it continues the value above it.",
    ],
  },
  {
    name: "an address over two lines",
    text: fenced("Save_as: lamps/", "    oil.html"),
    told: [
      "3: Save_as cannot be “lamps/ oil.html”: it is written over several lines. → Write a path inside the site, such as “about/history.html”.",
    ],
  },
  {
    name: "a flag over two lines",
    text: fenced("Top_menu_show:", "    true", "    false"),
    told: ["3: Top_menu_show is written over several lines: “true false”. → Write “true” or “false”."],
  },
];

/** What other programs, other markup and other habits write, above a text at the top of a file. */
const OTHERS_MISTAKES: readonly (readonly [lines: string, told: string])[] = [
  ["Draft: true", "2: There is no field Draft: did you mean Status? → Write “Status: draft”."],
  ["Published: no", "2: There is no field Published: did you mean Status? → Write “Status: draft”."],
  ["Unlisted: yes", "2: There is no field Unlisted: did you mean Status? → Write “Status: hidden”."],
  ["Draft: false", ""],
  [
    "Tags:\n- oil\n- gas\nStatus: draft",
    "2: The values of “Tags:” are on lines of their own, and no YAML is read here. → Write “Tags: oil, gas” in their place.",
  ],
  [
    "Tags:\n  - oil\nStatus: draft",
    "2: The values of “Tags:” are on lines of their own, and no YAML is read here. → Write “Tags: oil” in their place.",
  ],
  ["Tags: [oil, gas]", "2: Tags is “[oil, gas]”, and [ and ] stand for nothing. → Write “Tags: oil, gas”."],
  [
    "Summary: |\n    Oil.\n    Gas.",
    "2: Summary is “| Oil. Gas.”, and | stands for nothing. → Write the text on the line of Summary, without |.",
  ],
  ["\nStatus: draft", "2: A blank line ends the header here, above “Status”. → Remove the blank line."],
  ["\nStatus: as of today it works.", ""],
  [":status: draft", "2: “:status:” has marks as in a text; a header has none. → Write “Status: draft”."],
  ["Date: 202-01-01", "2: Date is “202-01-01”, which was read as 0202-01-01. → Write the year that is meant."],
  [
    "Date: 2202-01-01",
    "2: Date is in the year 2202. → Write the year that is meant; “Status: draft” keeps a post back.",
  ],
  [
    "Save_as: oil",
    "2: oil is written, a name without an ending. → Write “Save_as: oil.html”, or “Save_as: oil/index.html”.",
  ],
  ["Save_as: CNAME", ""],
  [
    "Save_as: oil\\index.html\nUrl: oil",
    "2: Save_as cannot be “oil\\index.html”: folders are split by “/”, not by “\\”. → Write “Save_as: oil/index.html”.",
  ],
  [
    "Save_as: https://lamps.example/oil.html",
    "2: Save_as cannot be “https://lamps.example/oil.html”: it names a drive or another site. → Write a path inside the site, such as “about/history.html”.",
  ],
];

const NUMBERED_MISTAKES: readonly Mistake[] = [
  {
    name: "a part of a numbered field's name is missing; the size is right",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_size: 1",
      "Sidebar_menu_name_1: Oil",
      "Sidebar_menu_elem_url_1: oil",
    ),
    told: [
      "6: There is no field Sidebar_menu_name_1: did you mean Sidebar_menu_elem_name_1? → Write “Sidebar_menu_elem_name_1: Oil”.",
    ],
  },
  {
    name: "the number is missing; `fix` leaves the size",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_size: 2",
      "Sidebar_menu_elem_name_1: Oil",
      "Sidebar_menu_elem_url_1: oil",
      "Sidebar_menu_elem_name: Gas",
      "Sidebar_menu_elem_url: oil#gas",
    ),
    told: [
      "5: Sidebar_menu_size is 2, and the sidebar has 1 entry. → Mend the field that is misspelt first; then write how many entries there are.",
      "8: There is no field Sidebar_menu_elem_name: did you mean Sidebar_menu_elem_name_2? → Write “Sidebar_menu_elem_name_2: Gas”.",
      "9: There is no field Sidebar_menu_elem_url: did you mean Sidebar_menu_elem_url_2? → Write “Sidebar_menu_elem_url_2: oil#gas”.",
    ],
  },
  {
    name: "two numbers alike: a name has the number of the one before",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_size: 2",
      "Sidebar_menu_elem_name_1: Oil",
      "Sidebar_menu_elem_url_1: oil",
      "Sidebar_menu_elem_name_1: Gas",
      "Sidebar_menu_elem_url_2: oil#gas",
    ),
    told: ["8: Entry 1 has two names, and entry 2 has no name. → Write “Sidebar_menu_elem_name_2: Gas”."],
  },
  {
    name: "an address has the number of the entry behind",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_size: 2",
      "Sidebar_menu_elem_name_1: Oil",
      "Sidebar_menu_elem_url_1: oil",
      "Sidebar_menu_elem_name_2: Gas",
      "Sidebar_menu_elem_url_3: oil#gas",
    ),
    told: ["9: Entry 3 has only an address, and entry 2 only a name. → Write “Sidebar_menu_elem_url_2: oil#gas”."],
  },
  {
    name: "a name has the number of the entry before",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_elem_name_0: Oil",
      "Sidebar_menu_elem_url_1: oil",
      "Sidebar_menu_elem_name_2: Gas",
      "Sidebar_menu_elem_url_2: oil#gas",
    ),
    told: ["5: Entry 0 has only a name, and entry 1 only an address. → Write “Sidebar_menu_elem_name_1: Oil”."],
  },
  {
    name: "an address that is called a link",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_size: 1",
      "Sidebar_menu_elem_label_1: Oil",
      "Sidebar_menu_elem_link_1: oil",
    ),
    told: [
      "5: Sidebar_menu_size is 1, and the sidebar has no entries. → Mend the field that is misspelt first; then write how many entries there are.",
      "6: There is no field Sidebar_menu_elem_label_1: did you mean Sidebar_menu_elem_name_1? → Write “Sidebar_menu_elem_name_1: Oil”.",
      "7: There is no field Sidebar_menu_elem_link_1: did you mean Sidebar_menu_elem_url_1? → Write “Sidebar_menu_elem_url_1: oil”.",
    ],
  },
  {
    name: "two halves that are far apart are two entries",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_elem_name_1: Oil",
      "Lang: en",
      "Sidebar_menu_elem_url_2: oil",
    ),
    told: [
      "5: Entry 1 of the sidebar, “Oil”, has no address. → Add “Sidebar_menu_elem_url_1: …”.",
      "7: Entry 2 of the sidebar has an address and no name. → Add “Sidebar_menu_elem_name_2: …”.",
    ],
  },
  {
    name: "two numbers alike: both parts have it",
    text: fenced(
      "Url: oil",
      "Save_as: oil.html",
      "Sidebar_menu_elem_name_1: Oil",
      "Sidebar_menu_elem_url_1: oil",
      "Sidebar_menu_elem_name_1: Gas",
      "Sidebar_menu_elem_url_1: oil#gas",
    ),
    told: ["7: There are two entries with the number 1. → Number the entries 1, 2, 3 and so on, each number once."],
  },
];

/** A text, of posts/a.md; drum.png and notes.md are beside it, lamp.png is in images. */
const TEXT_MISTAKES: readonly (readonly [text: string, told: string])[] = [
  [
    "[us](ann@example.org)",
    "The link “ann@example.org” leads to nothing on this site. → Did you mean “mailto:ann@example.org”?",
  ],
  [
    "[them](www.example.org/a)",
    "The link “www.example.org/a” leads to nothing on this site. → Did you mean “https://www.example.org/a”?",
  ],
  [
    "[them](lamps.example.com)",
    "The link “lamps.example.com” leads to nothing on this site. → Did you mean “https://lamps.example.com”?",
  ],
  [
    "[them](http//example.org/a)",
    "The link “http//example.org/a” leads to nothing on this site. → Did you mean “http://example.org/a”?",
  ],
  [
    "[them](htps://example.org)",
    "The link “htps://example.org” leads to nothing on this site. → Did you mean “https://example.org”?",
  ],
  [
    "<a href=“https://example.org”>them</a>",
    "The link ““https://example.org”” leads to nothing on this site. → Did you mean “https://example.org”?",
  ],
  [
    "See (our history)[https://example.org/history].",
    "“(our history)[https://example.org/history]” is not read as markup, and visitors see it. → Write “[our history](https://example.org/history)”.",
  ],
  [
    "See [our history][past].",
    "“[our history][past]” is not read as markup, and visitors see it. → Write a line “[past]: https://…” with the address below the text, or the address in place of [past]: (https://…).",
  ],
  [
    "It burns.[^1]",
    "“[^1]” is not read as markup, and visitors see it. → Write a line “[^1]: …” with the note below the text, or remove it.",
  ],
  [
    "| Year | Lamps |\n| 1850 | 12 |\n| 1851 | 14 |",
    "“| Year | Lamps |” is not read as markup, and visitors see it. → Write a line of dashes below it, one for each column: “| --- | --- |”.",
  ],
  [
    "![A drum](C:/Users/ann/drum.png)",
    "“C:/Users/ann/drum.png” is a file on your own computer. → Put it into the folder images of the content, and write “{static}/images/drum.png”.",
  ],
  [
    "![A drum](C:\\Users\\ann\\drum.png)",
    "“C:\\Users\\ann\\drum.png” is a file on your own computer. → Put it into the folder images of the content, and write “{static}/images/drum.png”.",
  ],
  [
    "![A drum](file:///home/ann/drum.png)",
    "“file:///home/ann/drum.png” is a file on your own computer. → Put it into the folder images of the content, and write “{static}/images/drum.png”.",
  ],
  [
    "[Notes](/home/ann/notes.pdf)",
    "“/home/ann/notes.pdf” is a file on your own computer. → Put it into the content folder, and write “{static}/” with its path there.",
  ],
  [
    "![A drum](drum.png)",
    "There is no “drum.png” on this site. → Write “{attach}drum.png”: posts/drum.png is there in the content folder, and elsewhere on the site.",
  ],
  [
    "[Notes](notes.md#end)",
    "The link “notes.md#end” leads to nothing on this site. → Write “{filename}notes.md#end”: posts/notes.md is there in the content folder, and elsewhere on the site.",
  ],
  [
    "![A lamp](../images/lamp.png)",
    "There is no “../images/lamp.png” on this site. → Write “{attach}../images/lamp.png”: images/lamp.png is there in the content folder, and elsewhere on the site.",
  ],
  [
    "![A lamp](/content/images/lamp.png)",
    "There is no “/content/images/lamp.png” on this site. → Write “{static}/images/lamp.png”: images/lamp.png is there in the content folder, and elsewhere on the site.",
  ],
  [
    "[Notes]({file}notes.md)",
    "The link “{file}notes.md” leads to nothing on this site. → Write “{filename}notes.md”: posts/notes.md is there in the content folder, and elsewhere on the site.",
  ],
  [
    "[Notes]({filename notes.md)",
    "The link “{filename%20notes.md” leads to nothing on this site. → Write “{filename}notes.md”: posts/notes.md is there in the content folder, and elsewhere on the site.",
  ],
  [
    "[Notes](filename}notes.md)",
    "The link “filename}notes.md” leads to nothing on this site. → Write “{filename}notes.md”: posts/notes.md is there in the content folder, and elsewhere on the site.",
  ],
  [
    "[Ann](mailto://ann@lamps.example)",
    "The link “mailto://ann@lamps.example” leads to nothing on this site. → Did you mean “mailto:ann@lamps.example”?",
  ],
  [
    "[Ann](mail:ann@lamps.example)",
    "The link “mail:ann@lamps.example” leads to nothing on this site. → Did you mean “mailto:ann@lamps.example”?",
  ],
  ["![A lamp](/images/Lmap.png)", "There is no “/images/Lmap.png” on this site. → Did you mean “/images/lamp.png”?"],
];

const mistakes = suite("beginners' mistakes: what is told");

function toldOf(text: string): string[] {
  return site({ "a.md": text }).findings.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`);
}

for (const { name, text, told } of [...HEADER_MISTAKES, ...NUMBERED_MISTAKES]) {
  mistakes(name, () => assert.equal(toldOf(text), [...told]));
}

for (const [lines, told] of OTHERS_MISTAKES) {
  mistakes(JSON.stringify(lines), () => {
    assert.equal(toldOf(`Title: Lamps\n${lines}\n\nText.\n`), told === "" ? [] : [told]);
  });
}

for (const [text, told] of TEXT_MISTAKES) {
  mistakes(text, () => {
    const texts = {
      "posts/a.md": `Title: A\nDate: 2020-01-01\nSave_as: 2020/a/index.html\n\n${text}\n`,
      "posts/notes.md": "Title: Notes\nDate: 2020-01-01\n\n## End\n",
    };
    const { findings } = site(texts, {}, [], ["images/lamp.png", "posts/drum.png"]);
    assert.equal(
      findings.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`),
      [`5: ${told}`],
    );
  });
}

for (const [name, bytes] of [
  ["UTF-16 with its mark", [0xff, 0xfe, ...Buffer.from("Title: Ö", "utf16le")]],
  ["UTF-16 without", [...Buffer.from("Title: Oil", "utf16le")]],
] as const) {
  mistakes(name, () => {
    const decoded = decode(Uint8Array.from(bytes), "a.md");
    assert.ok("report" in decoded);
    const { message, fix } = toFinding(decoded.report);
    assert.is(
      `${message} → ${fix}`,
      "The file is in UTF-16, not in UTF-8. → Open it in your editor and save it as UTF-8.",
    );
  });
}

mistakes.run();

const mended = suite("beginners' mistakes: what fix makes of them");

function mendedText(text: string): string | undefined {
  const files: Files = { "a.md": text };
  return mend(files).after["a.md"];
}

for (const [name, text, after] of [
  ["an indented field", fenced("    Top_menu_order: 2"), fenced("Top_menu_order: 2")],
  ["a blank before the colon", "Title : Oil\nLang : en\n\nText.\n", "Title: Oil\nLang: en\n\nText.\n"],
  ["a no-break space", fenced("\u00a0Menu_name\u00a0: Oil"), fenced("Menu_name: Oil")],
  ["names in bold", "**Title:** Oil\n**Lang**: en\n\nText.\n", "Title: Oil\nLang: en\n\nText.\n"],
  ["blank lines above", "\n\nTitle: Oil\n\nText.\n", "Title: Oil\n\nText.\n"],
  ["long dashes", "———\nTitle: Oil\nLang: en\n–––\n\nText.\n", "---\nTitle: Oil\nLang: en\n---\n\nText.\n"],
  ["quotation marks", "Title: 'Oil'\nLang: “en”\n\nText.\n", "Title: Oil\nLang: en\n\nText.\n"],
  ["a conflict is nobody's but the author's", HEADER_MISTAKES[1]?.text ?? "", HEADER_MISTAKES[1]?.text ?? ""],
] as const) {
  mended(name, () => assert.is(mendedText(text), after));
}

mended("a misspelt entry is mended, and the size that counts it is left", () => {
  const [misspelt, numberless] = NUMBERED_MISTAKES;
  assert.match(mendedText(misspelt?.text ?? "") ?? "", "Sidebar_menu_size: 1\nSidebar_menu_elem_name_1: Oil\n");
  assert.match(mendedText(numberless?.text ?? "") ?? "", "Sidebar_menu_size: 2\n");
});

mended.run();
