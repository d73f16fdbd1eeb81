/** The words of every finding: authors read them, so they are a part of what the plugin does. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { checkLedger, vanished } from "../../src/plugin/checks/check-ledger.ts";
import { rules, toFindings } from "../../src/plugin/checks/index.ts";
import { readTree } from "../../src/plugin/files/read-tree.ts";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import type { Damage, ImageFile } from "../../src/plugin/images/image-file.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import { isMissed } from "../../src/plugin/static/static-files.ts";
import { english } from "../../src/plugin/words/english.ts";
import { project, temporaryFolder, writeTree } from "../build-tree.ts";
import { site, type Texts } from "../make.ts";

interface Words {
  readonly code: FindingCode;
  /** Where it is: file, line, column. */
  readonly at: string;
  readonly message: string;
  readonly consequence: string;
  readonly fix: string;
}

interface Case extends Words {
  readonly files: Texts;
  readonly settings?: SettingsInput;
  readonly assets?: readonly string[];
  readonly images?: Readonly<Record<string, ImageFile | Damage>>;
  /** Texts of the content that are no pages. */
  readonly beside?: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    code: "image-damaged",
    files: { "a.md": "---\nTitle: A\n---\n\nSee ![B](images/b.png)\n" },
    settings: { pageUrl: "{slug}.html", pageSaveAs: "{slug}.html" },
    assets: ["images/b.png"],
    images: { "images/b.png": { damage: "is an empty file" } },
    at: "a.md:5:10",
    message: "The image images/b.png is an empty file.",
    consequence: "Visitors see nothing in its place, or only part of it. It was copied as it is.",
    fix: "Open it in a program that can repair it, or replace it with an intact copy.",
  },
  {
    code: "image-large",
    files: { "a.md": "---\nTitle: A\n---\n\n![B]({static}/images/b.png)\n" },
    assets: ["images/b.png"],
    images: { "images/b.png": { type: "png", width: 20_000, height: 10_000, bytes: 9, isAnimated: false } },
    at: "a.md:5:14",
    message: "The image images/b.png has 20000 × 10000 pixels.",
    consequence: "It was copied as it is; a phone may not have the memory to show it.",
    fix: "Make it smaller: 3000 pixels are enough for any screen.",
  },
  {
    code: "csp-blocked",
    files: { "a.md": "---\nTitle: A\n---\n\n![B](https://b.example/b.png)\n" },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:5:6",
    message: "<img> loads “https://b.example/b.png”, which the site's policy forbids.",
    consequence: "Browsers do not load it.",
    fix: 'Write "contentSecurityPolicy": { "img-src": "\'self\' data: https://b.example" } in the site\'s settings, or leave it out.',
  },
  {
    code: "csp-blocked",
    files: { "a.md": "---\nTitle: A\n---\n\nA script.\n\n<script>\ngo();\n</script>\n" },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:8:1",
    message: "<script> is forbidden by the site's policy.",
    consequence: "Browsers leave it out, as if it were not there.",
    fix: 'Put it into a file of _includes/assets, or write "contentSecurityPolicy": { "script-src": "\'self\' \'sha256-bYOqbsii8BMz1hC57p5sZG4K4cMuk6QQDiwupM2aRMM=\'" } in the site\'s settings: that allows this text alone.',
  },
  {
    code: "csp-blocked",
    files: { "a.md": '---\nTitle: A\n---\n\nThe style is plain.\n\n<p style="color: red">C</p>\n' },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:7:11",
    message: "The attribute style of <p> is forbidden by the site's policy.",
    consequence: "Browsers leave it out, as if it were not there.",
    fix: "Put it into a file of _includes/assets, or leave it out: whoever allows it in texts allows it to attackers, too.",
  },
  {
    code: "csp-blocked",
    files: { "a.md": '---\nTitle: A\n---\n\n<form action="mailto:a@b.example"><button>C</button></form>\n' },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:5:15",
    message: "<form> sends to “mailto:a@b.example”, which the site's policy forbids.",
    consequence: "Browsers do not send it.",
    fix: 'Write "contentSecurityPolicy": { "form-action": "\'self\' mailto:" } in the site\'s settings, or leave it out.',
  },
  {
    code: "csp-blocked",
    files: { "a.md": '---\nTitle: A\n---\n\n<base href="/docs/">\n' },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:5:13",
    message: "<base> leads to “/docs/”, which the site's policy forbids.",
    consequence: "Browsers leave it out, as if it were not there.",
    fix: 'Write "contentSecurityPolicy": { "base-uri": "\'self\'" } in the site\'s settings, or leave it out.',
  },
  {
    code: "csp-blocked",
    files: { "a.md": '---\nTitle: A\n---\n\n<p>B</p>\n\n<p onclick="go()">C</p>\n' },
    settings: { headersSaveAs: "_headers" },
    at: "a.md:7:13",
    message: "The attribute onclick of <p> is forbidden by the site's policy.",
    consequence: "Browsers leave it out, as if it were not there.",
    fix: "Put it into a file of _includes/assets, or leave it out: whoever allows it in texts allows it to attackers, too.",
  },
  {
    code: "file-empty",
    files: { "a.md": " \n" },
    at: "a.md:1:1",
    message: "The file is empty.",
    consequence: "No page is made of it.",
    fix: "Write a header and a text, or remove the file.",
  },
  {
    code: "merge-conflict",
    files: { "a.md": "---\nTitle: A\n---\n\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> other\n" },
    at: "a.md:5:1",
    message: "Lines 5 to 9 are an unfinished merge of two versions.",
    consequence: "Visitors would read both versions and Git's marks, so the build stops.",
    fix: "Keep one version, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.",
  },
  {
    code: "header-form",
    files: { "a.md": "\nTitle: A\n\nText.\n" },
    at: "a.md:1:1",
    message: "There is a blank line above the header.",
    consequence: "The header is not read as one; its fields may be shown as text.",
    fix: "Begin the file with the header.",
  },
  {
    code: "field-form",
    files: { "a.md": "---\nTitle: A\nLang : en\n---\n" },
    at: "a.md:3:1",
    message: "There is a space before the colon of “Lang”.",
    consequence: "The line is not read as a field: it is left out, or shown as text with what is below it.",
    fix: "Write “Lang: en”.",
  },
  {
    code: "field-form",
    files: { "a.md": "Title : A\nLang: en\n\nText.\n" },
    settings: { articlePaths: [""] },
    at: "a.md:1:1",
    message: "There is a space before the colon of “Title”.",
    consequence: "The header is not read as one, so no page is made of the file, as in Pelican.",
    fix: "Write “Title: A”.",
  },
  {
    code: "header-form",
    files: { "a.md": "\nTitle: A\n\nText.\n" },
    settings: { articlePaths: [""] },
    at: "a.md:1:1",
    message: "There is a blank line above the header.",
    consequence: "The header is not read as one, so no page is made of the file, as in Pelican.",
    fix: "Begin the file with the header.",
  },
  {
    code: "field-indented",
    files: { "a.md": "---\nTitle: A\n    Menu_name: B\n---\n" },
    at: "a.md:3:5",
    message: "“Menu_name” is indented, so the line counts as part of Title.",
    consequence: "It is not a field of its own, and Title has a value that nobody meant.",
    fix: "Remove the spaces before it.",
  },
  {
    code: "value-quoted",
    files: { "a.md": { Title: '"A b"' } },
    at: "a.md:2:8",
    message: 'The value of Title is in quotation marks: "A b".',
    consequence: "Visitors see the marks, too.",
    fix: "Write “Title: A b”.",
  },
  {
    code: "value-quoted",
    files: { "a.md": { Top_menu_show: "“true”" } },
    at: "a.md:3:16",
    message: "The value of Top_menu_show is in quotation marks: “true”.",
    consequence: "They are part of it, so it means something else.",
    fix: "Write “Top_menu_show: true”.",
  },
  {
    code: "order-field-missing",
    files: { "posts/a.md": { Date: "2020-01-01" }, "posts/b.md": { Date: "2020-01-02" } },
    settings: { articleOrderBy: "weight" },
    at: "posts/a.md:1:1",
    message: "The setting articleOrderBy orders by “weight”, which this page and another one do not have.",
    consequence: "All of them are ordered by their slugs instead.",
    fix: "Write “weight: …” in the header of each, or order by another field.",
  },
  {
    code: "header-line",
    files: { "a.md": "---\nTitle: A\nno field\n---\n" },
    at: "a.md:3:1",
    message: "“no field” is not a field: a field is a name, a colon and a value.",
    consequence: "It ends the header: it and all below it is text, as in Pelican.",
    fix: "Write it as “Name: value”, or indent it by four spaces if it continues the value above it.",
  },
  {
    code: "header-line",
    files: { "a.md": "---\nTitle: A\n# no field\n---\n" },
    at: "a.md:3:1",
    message: "“# no field” is not a field: a field is a name, a colon and a value.",
    consequence: "It ends the header: it and all below it is text, as in Pelican.",
    fix: "Pelican's headers hold no comments: remove the line.",
  },
  {
    code: "header-open",
    files: { "a.md": "---\nTitle: A\nMood: good\n\n---\n\nBody\n" },
    at: "a.md:4:1",
    message: "The header ends at this blank line, above the line of dashes that is to close it.",
    consequence: "What is below the blank line is text.",
    fix: "Remove the blank line.",
  },
  {
    code: "header-open",
    files: { "a.md": "---\nTitle: A\n\nBody\n" },
    at: "a.md:3:1",
    message: "The header is opened by a line of dashes and never closed by one.",
    consequence: "It was taken to end at the first line that is not a field.",
    fix: "Write a line of “---” below the last field.",
  },
  {
    code: "header-cut",
    files: { "a.md": "---\nTitle: A\n\nLang: en\nTags: a\n---\n" },
    at: "a.md:3:1",
    message: "A blank line ends the header here, above “Lang”, “Tags”.",
    consequence: "The fields below it were not read; they are shown as text.",
    fix: "Remove the blank line.",
  },
  {
    code: "header-cut",
    files: { "a.md": "Title: A\nno field\nLang: en\nTop_menu_show: true\n\nBody\n" },
    at: "a.md:2:1",
    message: "“no field” is not a field, so it ends the header here, above “Lang”, “Top_menu_show”.",
    consequence: "The fields below it were not read; they are shown as text.",
    fix: "Write it as “Name: value”, or indent it by four spaces if it continues the value above it.",
  },
  {
    code: "header-code",
    files: { "a.md": '---js\nconst title = "A";\n---\n' },
    at: "a.md:1:1",
    message: "The header is in JavaScript, which would be run.",
    consequence: "Whoever writes a page would have the machine that builds it, so nothing is run and the build stops.",
    fix: "Write the fields as “Name: value”; or, if all who write here may run programs on that machine, set runHeaders to true.",
  },
  {
    code: "header-code",
    files: { "a.md": "---\ntitle: A\ntemplateEngineOverride: njk,md\n---\n" },
    at: "a.md:3:1",
    message: "“templateEngineOverride” would let a template engine run what is written in this page.",
    consequence: "Whoever writes a page would have the machine that builds it, so nothing is run and the build stops.",
    fix: "Remove the line; or, if all who write here may run programs on that machine, set runHeaders to true.",
  },
  {
    code: "header-yaml",
    files: { "a.md": "---\nlayout: x\nlist:\n  - [one\n---\n" },
    at: "a.md:5:1",
    message:
      "The header cannot be read, neither as YAML nor as “Name: value” lines: Flow sequence in block collection must be sufficiently indented and end with a ].",
    consequence: "No page can be made of it, and the build stops.",
    fix: "Correct the line, or put quotation marks around its value.",
  },
  {
    code: "field-repeated",
    files: { "a.md": "---\nTitle: A\nTitle: B\n---\n" },
    at: "a.md:3:1",
    message: "Title is written twice; the first is on line 2.",
    consequence: "The first one counts: “A”.",
    fix: "Remove one of the two.",
  },
  {
    code: "field-reserved",
    files: { "a.md": "---\nTitle: A\n__proto__: B\n---\n" },
    at: "a.md:3:1",
    message: "__proto__ cannot be the name of a field.",
    consequence: "The line was left out.",
    fix: "Give it another name, or remove it.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": { Titlle: "B" } },
    at: "a.md:3:1",
    message: "There is no field Titlle: did you mean Title?",
    consequence: "The line has no effect.",
    fix: "Title is on line 2 already: remove this line, or give the field a name that is less like it.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": "Ttle: B\n\nText.\n" },
    at: "a.md:1:1",
    message: "There is no field Ttle: did you mean Title?",
    consequence: "No field is in these lines, so they are no header: they are shown as text.",
    fix: "Write “Title: B”.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": "Ttle: B\n\nText.\n" },
    settings: { articlePaths: [""] },
    at: "a.md:1:1",
    message: "There is no field Ttle: did you mean Title?",
    consequence: "The header is not read as one, so no page is made of the file, as in Pelican.",
    fix: "Write “Title: B”.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": { Statsu: "draft" } },
    at: "a.md:3:1",
    message: "There is no field Statsu: did you mean Status?",
    consequence: "The line has no effect: where the settings say nothing else, a page without Status is published.",
    fix: "Write “Status: draft”.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": { Draft: "true" } },
    at: "a.md:3:1",
    message: "There is no field Draft: did you mean Status?",
    consequence: "The page is a draft all the same; Pelican would publish it.",
    fix: "Write “Status: draft”.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": { Sumary: "B" } },
    at: "a.md:3:1",
    message: "There is no field Sumary: did you mean Summary?",
    consequence: "The line has no effect.",
    fix: "Write “Summary: B”.",
  },
  {
    code: "field-value",
    files: { "a.md": { Date_format: "%e. %B %Y" } },
    at: "a.md:3:14",
    message: "Date_format is “%e. %B %Y”, and %e stands for nothing.",
    consequence: "Visitors see it as it is written.",
    fix: "Write “%-d. %B %Y”.",
  },
  {
    code: "field-value",
    files: { "a.md": {} },
    settings: { dateFormats: { de: ["de_DE", "%Q %d"] } },
    at: "the setting dateFormats.de:1:1",
    message: "dateFormats.de is “%Q %d”, and %Q stands for nothing.",
    consequence: "Visitors see it as it is written.",
    fix: "Write letters that Python has, such as %d %B %Y, or %% for the sign.",
  },
  {
    code: "field-value",
    files: { "a.md": { Top_menu_show: "yes" } },
    at: "a.md:3:16",
    message: "Top_menu_show cannot be “yes”.",
    consequence: "The field is ignored.",
    fix: "Write “true” or “false”.",
  },
  {
    code: "field-value",
    files: { "a.md": { Status: "done" } },
    at: "a.md:3:9",
    message: "Status cannot be “done”.",
    consequence: "To be safe, the page is treated as a draft.",
    fix: "Write “published”, “draft”, “hidden” or “skip”.",
  },
  {
    code: "field-value",
    files: { "a.md": { Top_menu_order: "first" } },
    at: "a.md:3:17",
    message: "Top_menu_order cannot be “first”.",
    consequence: "The field is ignored.",
    fix: "Write a number.",
  },
  {
    code: "field-value",
    files: { "a.md": { Content_layout: "huge" } },
    at: "a.md:3:17",
    message: "Content_layout cannot be “huge”.",
    consequence: "The field is ignored.",
    fix: "Write “wide”, “single-column” or “multiple-columns”.",
  },
  {
    code: "field-value",
    files: { "a.md": { Footer_show: "top" } },
    at: "a.md:3:14",
    message: "Footer_show cannot be “top”.",
    consequence: "The field is ignored.",
    fix: "Write “left”, “right” or “false”.",
  },
  {
    code: "field-value",
    files: { "a.md": { Dropdown_menu_size: "many" } },
    at: "a.md:3:21",
    message: "Dropdown_menu_size cannot be “many”.",
    consequence: "The field is ignored.",
    fix: "Write how many entries there are, as a number.",
  },
  {
    code: "date-value",
    files: { "pages/a.md": { Date: "soon" } },
    at: "pages/a.md:3:7",
    message: "Date cannot be “soon”.",
    consequence: "The field is ignored.",
    fix: "Write a date and, if you like, a time: 2010-10-04 07:44.",
  },
  {
    code: "author-list",
    files: { "a.md": { Author: "Ann Lee; Ben Roe" } },
    at: "a.md:3:1",
    message: "Author is one name: “Ann Lee; Ben Roe”.",
    consequence: "It is shown as one author of that name.",
    fix: "Write “Authors: Ann Lee; Ben Roe”.",
  },
  {
    code: "date-order",
    files: { "posts/a.md": { Date: "08/09/2019" } },
    at: "posts/a.md:3:7",
    message: "Date is “08/09/2019”, which was read as 2019-08-09.",
    consequence: "As in Pelican, the month comes first; many will read 2019-09-08.",
    fix: "Write “Date: 2019-08-09”, or 2019-09-08, if that is meant.",
  },
  {
    code: "date-order",
    files: { "posts/a.md": { Date: "March 2020" } },
    at: "posts/a.md:3:7",
    message: "Date is “March 2020”, which was read as 2020-03-01.",
    consequence: "It names no day. Pelican takes that of the build, so the date was another each day.",
    fix: "Write “Date: 2020-03-01”, or another day, if that is meant.",
  },
  {
    code: "date-missing",
    files: { "posts/a.md": {} },
    at: "posts/a.md:1:1",
    message: "The post has no date.",
    consequence: "It comes last in every list, and its address lacks the date.",
    fix: "Write “Date: 2010-10-04 07:44” in the header, or the date at the start of the file's name.",
  },
  {
    code: "source-incomplete",
    files: { "a.md": "# Notes\n" },
    settings: { articlePaths: [""] },
    at: "a.md:1:1",
    message: "The file has no title and no date.",
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: "Write “Title: …” and “Date: 2010-10-04 07:44” in its header; if it is not meant to be a page, name it in ignoreFiles.",
  },
  {
    code: "source-incomplete",
    files: { "a.md": "Title: A\nDate: 2020-34-02\n\nText.\n" },
    settings: { articlePaths: [""] },
    at: "a.md:2:7",
    message: "The file has no date: Date cannot be “2020-34-02”.",
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: "Write “Date: 2010-10-04 07:44” in its header; if it is not meant to be a page, name it in ignoreFiles.",
  },
  {
    code: "source-incomplete",
    files: { "pages/a.html": "<p>Text.</p>" },
    settings: { articlePaths: [""] },
    at: "pages/a.html:1:1",
    message: "The file has no title.",
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: "Write “<title>…</title>” in its header; if it is not meant to be a page, switch its reader off by readers: { html: null }.",
  },
  {
    code: "source-incomplete",
    files: { "road/map.md": "Title: Map\nUrl: map\nFooter_show: left\n\nText.\n" },
    settings: { articlePaths: [""] },
    at: "road/map.md:1:1",
    message: "The file has no date, and is in no folder of pages, though it has Footer_show.",
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: 'Move it to pages/road/map.md, or add "road/map.md" to pagePaths; if it is meant to be a post, which has no menus, write “Date: 2010-10-04 07:44” in its header.',
  },
  {
    code: "source-incomplete",
    files: { "map.md": "Parent_id: road\n\nText.\n" },
    settings: { articlePaths: [""], pagePaths: [] },
    at: "map.md:1:1",
    message: "The file has no title and no date, and is in no folder of pages, though it has Parent_id.",
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: 'Add "map.md" to pagePaths, and write “Title: …” in its header; if it is meant to be a post, which has no menus, write “Title: …” and “Date: 2010-10-04 07:44” in its header.',
  },
  {
    code: "title-missing",
    files: { "a.md": "---\nLang: en\n---\n" },
    at: "a.md:1:1",
    message: "The page has no title.",
    consequence: "Its file name is used instead: “a”.",
    fix: "Write “Title: …” in the header.",
  },
  {
    code: "html-as-text",
    files: { "a.md": { Title: "A <b>b</b>" } },
    at: "a.md:2:8",
    message: "Title contains HTML: “A <b>b</b>”.",
    consequence: "It is text, so visitors see the tags themselves.",
    fix: "Write it without tags.",
  },
  {
    code: "url-unsafe",
    files: { "a.md": { Url: "https://example.org/" } },
    at: "a.md:3:6",
    message: "Url cannot be “https://example.org/”: it leads away from this site.",
    consequence: "The page has the address that follows from Save_as instead.",
    fix: "Write an address from the site's root, such as “about/history”.",
  },
  {
    code: "url-unsafe",
    files: { "a.md": { Url: "../x" } },
    at: "a.md:3:6",
    message: "Url cannot be “../x”: it leads out of the site.",
    consequence: "The page has the address that follows from Save_as instead.",
    fix: "Write an address from the site's root, such as “about/history”.",
  },
  {
    code: "url-differs",
    files: { "a.md": { Url: "a" } },
    at: "a.md:3:6",
    message: "Url is “a”, and there is no Save_as.",
    consequence: "The page is written as pages/amd.html; menus lead there, and the address “a” alone finds nothing.",
    fix: "Add “Save_as: a.html”.",
  },
  {
    code: "url-differs",
    files: { "a.md": { Url: "a", Save_as: "b.html" } },
    at: "a.md:3:6",
    message: "Url is “a”, and Save_as is “b.html”: they are not the same place.",
    consequence: "The page is written as b.html; menus lead there, and the address “a” alone finds nothing.",
    fix: "Write “Url: b”, or “Save_as: a.html”.",
  },
  {
    code: "url-taken",
    files: { "a.md": { Url: "x", Save_as: "x/index.html" }, "b.md": { Url: "x", Save_as: "x.html" } },
    at: "b.md:3:6",
    message: "The Url “x” is also that of a.md.",
    consequence: "Menus that name it lead to the other page.",
    fix: "Give one of the two another Url.",
  },
  {
    code: "save-as-unsafe",
    files: { "a.md": { Save_as: "../x.html" } },
    at: "a.md:3:10",
    message: "Save_as cannot be “../x.html”: it leads out of the site.",
    consequence: "The page is written at its default address instead.",
    fix: "Write a path inside the site, such as “about/history.html”.",
  },
  {
    code: "save-as-unsafe",
    files: { "a.md": { Save_as: "a\\x.html" } },
    at: "a.md:3:10",
    message: "Save_as cannot be “a\\x.html”: folders are split by “/”, not by “\\”.",
    consequence: "The page is written at its default address instead.",
    fix: "Write “Save_as: a/x.html”.",
  },
  {
    code: "address-part-missing",
    files: { "a.md": { Title: "A" } },
    settings: { pageSaveAs: "{place}/{slug}.html" },
    at: "a.md:2:8",
    message: "pageSaveAs is “{place}/{slug}.html”, and the page says nothing for {place}.",
    consequence: "The address of the page is without that part.",
    fix: "Write a field “Place: …” in the header, or leave {place} out of pageSaveAs.",
  },
  {
    code: "page-unwritten",
    files: { "posts/a.md": { Title: "A", Date: "2020-01-01", Save_as: "" } },
    at: "posts/a.md:4:10",
    message: "No file is written for the page: its Save_as, or the setting for it, is empty.",
    consequence: "Lists and feeds of posts lead to /a.html all the same, as in Pelican, where nothing is.",
    fix: "Write a Save_as; if it is elsewhere, write its Url in full; if it is for nobody, write “Status: draft”.",
  },
  {
    code: "address-unsafe",
    files: { "a.md": { Slug: "../../a" } },
    at: "a.md:3:7",
    message: "The page would be written to “pages/../../a.html”, by pageSaveAs: it leads out of the site.",
    consequence: "The page was left out, as Pelican does.",
    fix: "Write another Slug, or another text into the field that stands in the address.",
  },
  {
    code: "save-as-taken",
    files: { "a.md": { Url: "a", Save_as: "a.html" }, "b.md": { Url: "a", Save_as: "a.html" } },
    at: "b.md:4:10",
    message: "The page would be written to a.html, and so is a.md.",
    consequence: "This page was left out; the other one is there.",
    fix: "Give one of the two another Save_as, or remove it.",
  },
  {
    code: "save-as-taken",
    files: { "a.md": { Url: "a", Save_as: "a.html" }, "b.md": { Save_as: "a.html/index.html" } },
    at: "b.md:3:10",
    message: "The page would be written to a.html/index.html, which cannot be beside a.html of a.md.",
    consequence: "This page was left out; the other one is there.",
    fix: "Give one of the two another Save_as, or remove it.",
  },
  {
    code: "save-as-case",
    files: { "a.md": { Save_as: "a.html" }, "b.md": { Save_as: "A.html" } },
    at: "b.md:3:10",
    message: "The page is written to A.html, and a.md to a.html: they differ in case only.",
    consequence: "On many disks and hosts they are one file, and one of the two pages is lost.",
    fix: "Give one of the two another Save_as.",
  },
  {
    code: "template-missing",
    files: { "a.md": { Template: "hero" } },
    at: "a.md:3:11",
    message: "There is no layout “hero”.",
    consequence: "The page has the layout single-column.",
    fix: "Add _includes/layouts/hero.njk, or remove the line.",
  },
  {
    code: "parent-missing",
    files: {
      "a.md": { Url: "a", Save_as: "a.html", Parent_id: "sofware" },
      "b.md": { Url: "software", Save_as: "software.html" },
    },
    at: "a.md:5:12",
    message: "Parent_id is “sofware”, and no page has that Url.",
    consequence: "The page's section is still read from it; the breadcrumb follows the page's own address.",
    fix: "Did you mean “software”?",
  },
  {
    code: "parent-missing",
    files: { "a.md": { Url: "a", Save_as: "a.html", Parent_id: "something" } },
    at: "a.md:5:12",
    message: "Parent_id is “something”, and no page has that Url.",
    consequence: "The page's section is still read from it; the breadcrumb follows the page's own address.",
    fix: "Write the Url of the page above.",
  },
  {
    code: "parent-loop",
    files: { "a.md": { Url: "a", Save_as: "a.html", Parent_id: "a" } },
    at: "a.md:5:12",
    message: "Going up from page to page by Parent_id leads back to this page.",
    consequence: "Its breadcrumb is cut short.",
    fix: "Name the page that is really above it, or leave Parent_id out.",
  },
  {
    code: "parent-loop",
    files: Object.fromEntries(
      Array.from({ length: 104 }, (_, at) => [
        `${at}.md`,
        { Url: `p${at}`, Save_as: `p${at}.html`, ...(at > 0 && { Parent_id: `p${at - 1}` }) },
      ]),
    ),
    at: "101.md:5:12",
    message: "More than 100 pages are above this page.",
    consequence: "Its breadcrumb, and those of the pages below it, begin with the 100 nearest.",
    fix: "Write “Parent_id: …” with the Url of a page that is nearer to the home page.",
  },
  {
    code: "menu-size",
    files: { "a.md": { Dropdown_menu_size: 3, Dropdown_menu_elem_name_1: "A", Dropdown_menu_elem_url_1: "#a" } },
    at: "a.md:3:21",
    message: "Dropdown_menu_size is 3, and the dropdown has 1 entry.",
    consequence: "All entries that are there are shown; Pelican would have gone by the number.",
    fix: "Write “Dropdown_menu_size: 1”.",
  },
  {
    code: "menu-size",
    files: { "a.md": { Sidebar_menu_size: "1000000000" } },
    at: "a.md:3:20",
    message: "Sidebar_menu_size is 1000000000, and the sidebar has no entries.",
    consequence: "All entries that are there are shown; Pelican would have gone by the number.",
    fix: "Write “Sidebar_menu_size: 0”.",
  },
  {
    code: "menu-number",
    files: { "a.md": { Dropdown_menu_elem_name_2: "A", Dropdown_menu_elem_url_2: "#a" } },
    at: "a.md:3:1",
    message: "The first entry has the number 2.",
    consequence: "It is shown in its order; Pelican stops at the gap or leaves an empty entry.",
    fix: "Number the entries 1, 2, 3 and so on, each number once.",
  },
  {
    code: "menu-number",
    files: {
      "a.md":
        "---\nTitle: A\nDropdown_menu_elem_name_1: A\nDropdown_menu_elem_url_1: a\nDropdown_menu_elem_name_1: B\nDropdown_menu_elem_url_1: b\n---\n",
    },
    at: "a.md:5:1",
    message: "There are two entries with the number 1.",
    consequence: "Both are shown; Pelican shows one.",
    fix: "Number the entries 1, 2, 3 and so on, each number once.",
  },
  {
    code: "menu-name-missing",
    files: { "a.md": { Sidebar_menu_elem_url_1: "/a", Url: "a", Save_as: "a.html" } },
    at: "a.md:3:1",
    message: "Entry 1 of the sidebar has an address and no name.",
    consequence: "It gets the title of its page; without a page it is left out.",
    fix: "Add “Sidebar_menu_elem_name_1: …”.",
  },
  {
    code: "menu-url-missing",
    files: { "a.md": { Sidebar_menu_elem_name_1: "The A" } },
    at: "a.md:3:1",
    message: "Entry 1 of the sidebar, “The A”, has no address.",
    consequence: "The entry was left out.",
    fix: "Add “Sidebar_menu_elem_url_1: …”.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu:\n  dropdown:\n    - History\n---\n" },
    at: "a.md:5:7",
    message: "An entry of the dropdown, “History”, is not a name with an address.",
    consequence: "The entry was left out.",
    fix: "Write “{ name: History, url: history }”; quotation marks around a value keep its commas, colons and brackets.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu:\n  dropdown:\n    name: History\n---\n" },
    at: "a.md:5:5",
    message: "The dropdown is not a list of entries.",
    consequence: "It was left out.",
    fix: "Write each entry on a line of its own: “- { name: History, url: history }”.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu:\n  sidebars: []\n---\n" },
    at: "a.md:4:3",
    message: "There is no menu sidebars: did you mean sidebar?",
    consequence: "Its entries were left out.",
    fix: "Write “sidebar:”.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu: { sidebar: [], main: [] }\n---\n" },
    at: "a.md:3:22",
    message: "There is no menu main: a header has a dropdown and a sidebar.",
    consequence: "Its entries were left out.",
    fix: "Write “dropdown:” or “sidebar:”.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu:\n  - { name: B, url: b }\n---\n" },
    at: "a.md:4:3",
    message: "A list of entries is directly under menu, and nothing says which menu it is.",
    consequence: "Its entries were left out.",
    fix: "Write “dropdown:” or “sidebar:” below “menu:”, and the list below that.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\nmenu:\n  sidebar: [{ name: [B], url: https://example.org/ }]\n---\n" },
    at: "a.md:4:21",
    message: "The name of an entry must be text, and this is a list or a mapping.",
    consequence: "It is ignored.",
    fix: "Write “name: …”; quotation marks around the value keep its brackets.",
  },
  {
    code: "menu-form",
    files: { "a.md": "---\nTitle: A\neleventyNavigation:\n  - History\n---\n" },
    at: "a.md:4:5",
    message: "A block of eleventyNavigation must be a mapping.",
    consequence: "The entry was left out.",
    fix: "Write “{ key: top/about#1, parent: top/about, title: History, url: history, order: 1 }”.",
  },
  {
    code: "menu-parent",
    files: { "a.md": "---\nTitle: A\nUrl: a\neleventyNavigation:\n  - { parent: top/b, title: B, url: / }\n---\n" },
    at: "a.md:5:15",
    message: "“top/b” is not a menu of this page, whose Url is “a”.",
    consequence: "The entry was left out.",
    fix: "Write “parent: top/a”, or write the block in the header of the page that the menu belongs to.",
  },
  {
    code: "menu-parent",
    files: { "a.md": "---\nTitle: A\neleventyNavigation:\n  - { parent: footer, title: B, url: / }\n---\n" },
    at: "a.md:4:15",
    message: "“footer” is not a menu of any page.",
    consequence: "The entry was left out.",
    fix: "Write “parent: top/” or “parent: sidebar/”, followed by the Url of this page.",
  },
  {
    code: "menu-parent",
    files: { "a.md": "---\nTitle: A\neleventyNavigation:\n  - { title: B, url: / }\n---\n" },
    at: "a.md:4:5",
    message: "The block has no parent, so nothing says whose entry it is.",
    consequence: "The entry was left out.",
    fix: "Write “parent: top/” or “parent: sidebar/”, followed by the Url of this page.",
  },
  {
    code: "menu-key",
    files: { "a.md": "---\nTitle: A\nmenu:\n  sidebar: [{ label: B, name: B, url: 'https://example.org/' }]\n---\n" },
    at: "a.md:4:15",
    message: "“label” is not a key of a menu's entry.",
    consequence: "It is ignored.",
    fix: "Write name, url, or remove it.",
  },
  {
    code: "menu-key",
    files: { "a.md": "---\nTitle: A\nmenu:\n  sidebar: [{ nmae: B, name: C, url: 'https://example.org/' }]\n---\n" },
    at: "a.md:4:15",
    message: "“nmae” is not a key of a menu's entry: did you mean name?",
    consequence: "It is ignored.",
    fix: "Write “name: …”.",
  },
  {
    code: "menu-key",
    files: {
      "a.md":
        "---\nTitle: A\nUrl: a\neleventyNavigation:\n  - { key: x, parent: top/a, title: B, url: / }\n  - { key: x, parent: top/a, title: C, url: / }\n---\n",
    },
    at: "a.md:6:12",
    message: "There are two entries with the key “x”.",
    consequence: "Both are shown; programs that look for an entry by its key find one of them.",
    fix: "Give each entry a key of its own.",
  },
  {
    code: "menu-number",
    files: {
      "a.md":
        "---\nTitle: A\nUrl: a\neleventyNavigation:\n  - { parent: top/a, title: B, url: /, order: 1 }\n  - { parent: top/a, title: C, url: /, order: 1 }\n---\n",
    },
    at: "a.md:6:5",
    message: "There are two entries of the dropdown with the order 1.",
    consequence: "Both are shown, in the order in which they are written.",
    fix: "Give each entry an order of its own.",
  },
  {
    code: "field-value",
    files: {
      "a.md":
        "---\nTitle: A\nUrl: a\neleventyNavigation:\n  - { parent: top/a, title: B, url: /, order: first }\n---\n",
    },
    at: "a.md:5:47",
    message: "order cannot be “first”.",
    consequence: "The field is ignored.",
    fix: "Write a number.",
  },
  {
    code: "menu-twice",
    files: { "a.md": "---\nTitle: A\nmenu: { sidebar: [] }\nSidebar_menu_elem_url_1: a\n---\n" },
    at: "a.md:4:1",
    message: "The sidebar is written twice: as a list, and as numbered fields.",
    consequence: "The list is shown; the numbered fields are left out.",
    fix: "Put what is missing into the list, and remove the numbered fields.",
  },
  {
    code: "menu-twice",
    files: {
      "a.md":
        "---\nTitle: A\nUrl: a\nmenu: { sidebar: [] }\neleventyNavigation:\n  - { parent: sidebar/a, title: B, url: / }\n---\n",
    },
    at: "a.md:6:5",
    message: "The sidebar is written twice: as a list under menu, and as blocks of eleventyNavigation.",
    consequence: "The list under menu is shown; the blocks are left out.",
    fix: "Remove one of the two.",
  },
  {
    code: "menu-name-missing",
    files: { "a.md": "---\nTitle: A\nmenu: { sidebar: [{ url: 'https://example.org/' }] }\n---\n" },
    at: "a.md:3:21",
    message: "Entry 1 of the sidebar has an address and no name.",
    consequence: "It gets the title of its page; without a page it is left out.",
    fix: "Add “name: …”.",
  },
  {
    code: "menu-url-missing",
    files: { "a.md": "---\nTitle: A\nmenu: { sidebar: [{ name: B }] }\n---\n" },
    at: "a.md:3:21",
    message: "Entry 1 of the sidebar, “B”, has no address.",
    consequence: "The entry was left out.",
    fix: "Add “url: …”.",
  },
  {
    code: "sidebar-source-empty",
    files: {
      "a.md": "---\nTitle: A\nSidebar_menu_show: true\nContent_layout: multiple-columns\nmenu: { sidebar: [] }\n---\n",
    },
    at: "a.md:3:20",
    message: "The page should show a sidebar, but there are no entries for it.",
    consequence: "The page shows no sidebar.",
    fix: "Write entries in a list, or name a page that has a sidebar in Inherit_sidebar.",
  },
  {
    code: "menu-link-unsafe",
    files: { "a.md": { Sidebar_menu_elem_name_1: "The A", Sidebar_menu_elem_url_1: "javascript:alert(1)" } },
    at: "a.md:4:26",
    message: "“The A” cannot lead to “javascript:alert(1)”: “javascript:” is not allowed.",
    consequence: "The entry was left out.",
    fix: "Write the Url of a page, or an address with http:, https:, mailto:, tel: or xmpp:.",
  },
  {
    code: "menu-link-broken",
    files: {
      "a.md": { Url: "a", Save_as: "a.html", Sidebar_menu_elem_name_1: "The A", Sidebar_menu_elem_url_1: "sofware" },
      "b.md": { Url: "software", Save_as: "software.html" },
    },
    at: "a.md:6:26",
    message: "“The A” leads to “sofware”, and no page has that address.",
    consequence: "The link is made and leads to /sofware.html, where there is nothing.",
    fix: "Did you mean “software”? If the page is gone, remove lines 5 and 6.",
  },
  {
    code: "menu-link-broken",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Sidebar_menu_elem_name_1: "The A",
        Sidebar_menu_elem_url_1: "nothing/like/it",
      },
    },
    at: "a.md:6:26",
    message: "“The A” leads to “nothing/like/it”, and no page has that address.",
    consequence: "The link is made and leads to /nothing/like/it.html, where there is nothing.",
    fix: "Write the Url of a page, or, if the page is gone, remove lines 5 and 6.",
  },
  {
    code: "sidebar-source-missing",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Inherit_sidebar: "sofware",
      },
      "b.md": {
        Url: "software",
        Save_as: "software.html",
        Sidebar_menu_elem_name_1: "A",
        Sidebar_menu_elem_url_1: "a",
      },
    },
    at: "a.md:7:18",
    message: "The sidebar should come from “sofware”, and no page has that address.",
    consequence: "The page shows its own entries, if it has any.",
    fix: "Did you mean “software”?",
  },
  {
    code: "sidebar-source-empty",
    files: { "a.md": { Url: "a", Save_as: "a.html", Sidebar_menu_show: "true", Content_layout: "multiple-columns" } },
    at: "a.md:5:20",
    message: "The page should show a sidebar, but there are no entries for it.",
    consequence: "The page shows no sidebar.",
    fix: "Write Sidebar_menu_elem_name_1 and Sidebar_menu_elem_url_1, or name a page that has a sidebar in Inherit_sidebar.",
  },
  {
    code: "sidebar-source-empty",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Inherit_sidebar: "b",
      },
      "b.md": { Url: "b", Save_as: "b.html" },
    },
    at: "a.md:7:18",
    message: "The sidebar should come from “b”, which has no entries.",
    consequence: "The page shows no sidebar.",
    fix: "Write Sidebar_menu_elem_name_1 and Sidebar_menu_elem_url_1, or name a page that has a sidebar in Inherit_sidebar.",
  },
  {
    code: "sidebar-loop",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Inherit_sidebar: "a",
      },
    },
    at: "a.md:7:18",
    message: "The sidebar is inherited in a circle: “a” → “a”.",
    consequence: "The page shows its own entries, if it has any.",
    fix: "Name a page that writes out its sidebar itself.",
  },
  {
    code: "alias-unsafe",
    files: { "a.md": { Url: "a", Save_as: "a.html", Aliases: "https://example.org/" } },
    at: "a.md:5:10",
    message: "“https://example.org/” cannot be an alias: it is not an address of this site.",
    consequence: "No redirect is made from it.",
    fix: "Write an old address from the site's root, such as “about/old-name”.",
  },
  {
    code: "alias-unsafe",
    files: { "a.md": { Url: "a", Save_as: "a.html", Aliases: "old/a, old/b" } },
    at: "a.md:5:10",
    message: "“old/a, old/b” is one alias: addresses are split by semicolons.",
    consequence: "No redirect is made from it.",
    fix: "Write “Aliases: old/a; old/b”; a comma that is part of an address is followed by %20.",
  },
  {
    code: "alias-taken",
    files: { "a.md": { Url: "a", Save_as: "a.html", Aliases: "b" }, "b.md": { Url: "b", Save_as: "b.html" } },
    at: "a.md:5:10",
    message: "“b” cannot be an alias: the site already has something there.",
    consequence: "No redirect to this page is made from it.",
    fix: "Remove it from one of the two.",
  },
  {
    code: "alias-taken",
    files: {
      "a.md": { Url: "a", Save_as: "a.html", Aliases: "old" },
      "b.md": { Url: "b", Save_as: "b.html", Aliases: "old" },
    },
    at: "b.md:5:10",
    message: "“old” is also an alias of a.md.",
    consequence: "No redirect to this page is made from it.",
    fix: "Remove it from one of the two.",
  },
  {
    code: "source-missing",
    files: {
      "a.md": "---\nTitle: A\nSummary: See [x]({filename}hsitory.md).\n---\nText\n",
      "history.md": { Url: "a", Save_as: "a.html" },
    },
    at: "a.md:3:10",
    message: "{filename}hsitory.md leads to no file in the content folder.",
    consequence: "The link leads nowhere.",
    fix: "Did you mean “{filename}/history.md”?",
  },
  {
    code: "source-missing",
    files: {
      "a.md": "---\nTitle: A\n---\nText\n[x]({filename}hsitory.md)\n",
      "history.md": { Url: "a", Save_as: "a.html" },
    },
    at: "a.md:5:5",
    message: "{filename}hsitory.md leads to no file in the content folder.",
    consequence: "The link leads nowhere.",
    fix: "Did you mean “{filename}/history.md”?",
  },
  {
    code: "source-missing",
    files: { "a.md": "---\nTitle: A\n---\nText\n[x]({filename}/something.md)\n" },
    at: "a.md:5:5",
    message: "{filename}/something.md leads to no file in the content folder.",
    consequence: "The link leads nowhere.",
    fix: "Write the path of a file, from the content folder with a slash before it.",
  },
  {
    code: "link-broken",
    files: {
      "a.md": "---\nTitle: A\n---\nText\n[x](/sofware)\n",
      "b.md": { Url: "software", Save_as: "software.html" },
    },
    at: "a.md:5:5",
    message: "The link “/sofware” leads to nothing on this site.",
    consequence: "A visitor who follows it finds no page.",
    fix: "Did you mean “/software.html”?",
  },
  {
    code: "link-broken",
    files: {
      "a.md": "---\nTitle: A\nSummary: Choose [one](/sofware).\n---\nText\n",
      "b.md": { Url: "software", Save_as: "software.html" },
    },
    at: "a.md:3:10",
    message: "The link “/sofware” leads to nothing on this site.",
    consequence: "A visitor who follows it finds no page.",
    fix: "Did you mean “/software.html”?",
  },
  {
    code: "link-broken",
    files: { "a.md": "---\nTitle: A\n---\nText\n[x](/something/else)\n" },
    at: "a.md:5:5",
    message: "The link “/something/else” leads to nothing on this site.",
    consequence: "A visitor who follows it finds no page.",
    fix: "Write the address of a page, or remove the link.",
  },
  {
    code: "link-broken",
    files: { "a.md": "---\nTitle: A\n---\nText\n[x](https://a.example/lamp-lexicon/)\n" },
    settings: { siteUrl: "https://a.example" },
    at: "a.md:5:5",
    message: "The link “https://a.example/lamp-lexicon/” leads to nothing on this site.",
    consequence: "A visitor who follows it finds no page.",
    fix: 'Write the address of a page, or remove the link; where another program publishes it, write elsewhere: ["/lamp-lexicon/*"] in the settings.',
  },
  {
    code: "link-broken",
    files: { "a.md": "---\nTitle: A\n---\nText\n![x](/pictures/drum.jpg)\n" },
    at: "a.md:5:6",
    message: "There is no “/pictures/drum.jpg” on this site.",
    consequence: "Visitors see no image.",
    fix: "Put the file into the folder images of the content and write its address there, or remove the image.",
  },
  {
    code: "link-broken",
    files: { "posts/a.md": "Title: A\nDate: 2020-01-01\n\n![x](drum.png)\n" },
    assets: ["posts/drum.png"],
    at: "posts/a.md:4:6",
    message: "There is no “drum.png” on this site.",
    consequence: "Visitors see no image.",
    fix: "Write “{attach}drum.png”: posts/drum.png is there in the content folder, and elsewhere on the site.",
  },
  {
    code: "link-local",
    files: { "a.md": "Title: A\n\n![x](C:/Users/ann/drum.png)\n" },
    at: "a.md:3:6",
    message: "“C:/Users/ann/drum.png” is a file on your own computer.",
    consequence: "Only you can see it; visitors get nothing.",
    fix: "Put it into the folder images of the content, and write “{static}/images/drum.png”.",
  },
  {
    code: "anchor-broken",
    files: { "a.md": "---\nTitle: A\n---\n## Heading\n\n[x](#haeding)\n" },
    at: "a.md:6:5",
    message: "The link “#haeding” leads to the anchor “#haeding”, which this page does not have.",
    consequence: "It leads to the top of the page.",
    fix: "Did you mean “#heading”?",
  },
  {
    code: "static-unsafe",
    files: {},
    settings: { extraPathMetadata: { "extra/CNAME": { path: "../CNAME" } } },
    assets: ["extra/CNAME"],
    at: "the site's settings:1:1",
    message: "extraPathMetadata cannot put “extra/CNAME” at “../CNAME”: it leads out of the site.",
    consequence: "The file is not put there.",
    fix: "Write a path inside the site, such as “CNAME”.",
  },
  {
    code: "static-taken",
    files: { "a.md": { Url: "a", Save_as: "a.html" } },
    settings: { extraPathMetadata: { "extra/a": { path: "a.html" } } },
    assets: ["extra/a"],
    at: "extra/a:1:1",
    message: "The file would be written to a.html, and so is a page.",
    consequence: "The file was left out.",
    fix: "Give the file another name, or the page another Save_as.",
  },
  {
    code: "option-unasked",
    files: { "posts/a.md": { Title: "Oil", Date: "2020-01-01" }, "posts/b.md": { Title: "Gas", Date: "2020-01-01" } },
    settings: { theme: false, feeds: false },
    at: "posts/a.md:1:1",
    message: "2 posts are in no list and in no feed.",
    consequence:
      "Beside pages of Eleventy's own, or without the theme, lists are made only where the option lists asks for them.",
    fix: "Write “lists: true” in the plugin's options, or “lists: false” if it is meant so.",
  },
  {
    code: "order-field-missing",
    files: { "posts/a.md": { Date: "2020-01-01" } },
    settings: { articleOrderBy: "reversed-weight" },
    at: "posts/a.md:1:1",
    message: "The setting articleOrderBy orders by “weight”, which this page does not have.",
    consequence: "All of them are ordered by their slugs instead.",
    fix: "Write “weight: …” in the header of each, or order by another field.",
  },
  {
    code: "feed-site-url",
    files: { "posts/a.md": { Date: "2020-01-01" } },
    settings: { feeds: true, categoryFeedAtom: "" },
    at: "the site's settings:1:1",
    message: "There is a feed, and no siteUrl in the site's settings.",
    consequence: "Addresses in feeds lack that of the site, which many feed readers need; and there is no sitemap.",
    fix: "Write siteUrl, such as “https://example.org”, or “feeds: false” if the site needs none.",
  },
  {
    code: "words-missing",
    files: { "a.md": { Title: "A", Lang: "sv" }, "b.md": { Title: "B", Lang: "sv" } },
    settings: {},
    at: "a.md:3:7",
    message: "There are no words of the interface in “sv”.",
    consequence: "Visitors see and hear English ones there.",
    fix: 'Write them in the settings: words: { "sv": { skip: "…" } }. The docs name all of them, under Languages.',
  },
  {
    code: "words-missing",
    files: { "a.md": { Title: "A", Lang: "de-AT" } },
    settings: { defaultLang: "sv", words: { sv: { ...english, search: undefined, skip: undefined } } },
    at: "the site's settings:1:1",
    message: "There is no word of the interface in “sv” for skip, search.",
    consequence: "Visitors see and hear English ones there.",
    fix: 'Write them in the settings: words: { "sv": { skip: "…" } }. The docs name all of them, under Languages.',
  },
  {
    code: "words-missing",
    files: { "a.md": { Title: "A", Lang: "jp" } },
    at: "a.md:3:7",
    message: "“jp” is not the code of a language.",
    consequence:
      "Browsers and screen readers do not know the language, and the words of the interface are English there.",
    fix: "Write “ja”.",
  },
  {
    code: "folder-missing",
    files: { "a.md": { Title: "A", Save_as: "index.html" } },
    settings: { staticPaths: ["images", "picture"] },
    assets: ["pictures/b.txt"],
    at: "the site's settings:1:1",
    message: "staticPaths names “picture”, and no file of the content is there.",
    consequence: "It has no effect.",
    fix: "Did you mean “pictures”?",
  },
  {
    code: "field-misspelt",
    files: { "a.md": { Title: "A" } },
    settings: { defaultMetadata: { statuss: "draft" } },
    at: "the setting defaultMetadata:1:1",
    message: "There is no field statuss: did you mean Status?",
    consequence: "The line has no effect: where the settings say nothing else, a page without Status is published.",
    fix: "Write “Status: draft”.",
  },
  {
    code: "field-misspelt",
    files: { "a.md": {} },
    settings: { extraPathMetadata: { "extra/CNAME": { pth: "CNAME" } } },
    at: "the setting extraPathMetadata:1:1",
    message: "There is no field pth: did you mean path?",
    consequence: "The line has no effect.",
    fix: "Write “path: CNAME”.",
  },
  {
    code: "address-part-missing",
    files: { "posts/a.md": { Date: "2020-01-01" } },
    settings: { articleUrl: "{date:Y}/{slug}.html", articleSaveAs: "{date:Y}/{slug}.html" },
    at: "posts/a.md:2:8",
    message: "articleSaveAs is “{date:Y}/{slug}.html”, and the page says nothing for {date:Y}.",
    consequence: "It is in the address as it is written.",
    fix: "Write “{date:%Y}” in articleSaveAs.",
  },
  {
    code: "save-as-unportable",
    files: { "posts/a.md": { Date: "2020-01-01" }, "posts/b.md": { Date: "2020-01-01" } },
    settings: { articleUrl: "{slug}", articleSaveAs: "{slug}" },
    at: "the site's settings:1:1",
    message: "postsamd is written, a name without an ending.",
    consequence: "Servers do not know that it is a page, and browsers save it in place of showing it.",
    fix: "Let articleSaveAs, pageSaveAs and the like end in .html, or in /index.html.",
  },
  {
    code: "menu-link-broken",
    files: { "a.md": {} },
    settings: { links: { top: [{ title: "Friends", url: "www.friends.example" }] } },
    at: "the site's settings:1:1",
    message: "“Friends” leads to “www.friends.example”, and no page has that address.",
    consequence: "The link is made and leads to www.friends.example, where there is nothing.",
    fix: "Did you mean “https://www.friends.example”? If the page is gone, remove it.",
  },
  {
    code: "path-differs",
    files: {},
    settings: { siteUrl: "https://ann.example/park", pathPrefix: "garden" },
    at: "the site's settings:1:1",
    message: "siteUrl is https://ann.example/park, and pathPrefix is /garden/.",
    consequence: "All addresses begin with /garden/, those in full, too.",
    fix: "Write “siteUrl: https://ann.example/garden”; or write “pathPrefix: /park”, if the site is there.",
  },
  {
    code: "save-as-case",
    files: { "a.md": { Save_as: "Archives.html" }, "posts/p.md": { Date: "2020-01-01" } },
    at: "a.md:3:10",
    message: "The page is written to Archives.html, and another file to archives.html: they differ in case only.",
    consequence: "On many disks and hosts they are one file, and one of the two pages is lost.",
    fix: "Give one of the two another Save_as.",
  },
  {
    code: "save-as-case",
    files: { "a.md": {} },
    assets: ["images/A.png", "images/a.png"],
    at: "images/a.png:1:1",
    message: "images/a.png is written, and so is images/A.png: they differ in case only.",
    consequence: "On many disks and hosts they are one file, and one of the two is lost.",
    fix: "Give one of the two another name.",
  },
  {
    code: "save-as-case",
    files: { "a.md": {} },
    assets: ["images/\u00e9.png", "images/e\u0301.png"],
    at: "images/e\u0301.png:1:1",
    message:
      "images/e\u0301.png is written, and so is images/\u00e9.png: they differ in how letters are written (Unicode) only.",
    consequence: "On many disks and hosts they are one file, and one of the two is lost.",
    fix: "Give one of the two another name.",
  },
  {
    code: "card-letters",
    files: { "a.md": { Title: "שלום" }, "b.md": {}, "c.md": { Title: "مرحبا" } },
    settings: { siteUrl: "https://a.example", socialImages: true },
    at: "a.md:2:8",
    message:
      "The font of the pictures for social networks lacks letters of “שלום”, and some of the titles of 1 more page: ש ל ו ם.",
    consequence: "No picture is made for them: it would show boxes in place of words. Links are shown without one.",
    fix: "Say that it is well by allowFindings, or write “socialImages: false” in the settings.",
  },
  {
    code: "card-letters",
    files: { "a.md": {} },
    settings: { siteName: "世界", siteUrl: "https://a.example", socialImages: true },
    at: "the site's settings:1:1",
    message: "The font of the pictures for social networks lacks letters of “世界”: 世 界.",
    consequence: "The pictures are made without it, so that none shows boxes in its place.",
    fix: "Say that it is well by allowFindings, or write “socialImages: false” in the settings.",
  },
  {
    code: "code-open",
    files: { "a.md": "Title: A\n\nFirst.\n\n```py\noil = 1\n\nSecond.\n" },
    at: "a.md:5:1",
    message: "The code that “```” begins here is never ended.",
    consequence: "All below it is taken for code, or the mark for text.",
    fix: "Write a line “```” below the code.",
  },
  {
    code: "element-open",
    files: { "a.md": 'Title: A\n\n<div>One.</div>\n\n<iframe src="https://b.example" />\n\nTwo.\n' },
    at: "a.md:5:1",
    message: "<iframe> is never closed.",
    consequence: "Browsers take what follows on the page for a part of it, and may not show it.",
    fix: "Write “</iframe>” where it ends.",
  },
  {
    code: "menu-unshown",
    files: {
      "a.md": { Url: "a", Save_as: "a.html", Sidebar_menu_elem_name_1: "B", Sidebar_menu_elem_url_1: "b" },
      "b.md": {
        Url: "b",
        Save_as: "b.html",
        Sidebar_menu_show: "false",
        Sidebar_menu_elem_name_1: "A",
        Sidebar_menu_elem_url_1: "a",
      },
      // Another page shows it.
      "c.md": { Url: "c", Save_as: "c.html", Sidebar_menu_elem_name_1: "A", Sidebar_menu_elem_url_1: "a" },
      "d.md": {
        Url: "d",
        Save_as: "d.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Inherit_sidebar: "c",
      },
    },
    at: "a.md:5:1",
    message:
      "The sidebar of this page is shown nowhere: there is no “Sidebar_menu_show: true” and no “Content_layout: multiple-columns”.",
    consequence: "Visitors see none of its entries.",
    fix: "Write “Sidebar_menu_show: true” and “Content_layout: multiple-columns”, or remove the entries.",
  },
  {
    code: "menu-unshown",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Top_menu_show: "true",
        Dropdown_menu_elem_name_1: "B",
        Dropdown_menu_elem_url_1: "../b",
      },
      "b.md": { Url: "b", Save_as: "b.html" },
    },
    at: "a.md:6:1",
    message: "The dropdown of this page is shown nowhere: there is no “Dropdown_menu_show: true”.",
    consequence: "Visitors see none of its entries.",
    fix: "Write “Dropdown_menu_show: true”, or remove the entries.",
  },
  {
    code: "quote-open",
    files: { "a.md": 'Title: A\n\nOne <a href="https://b.example/>two</a>.\n' },
    at: "a.md:3:5",
    message: 'A quotation mark in “<a href="https://b.example/>” is never closed.',
    consequence: "Browsers take what follows, up to the next one, for a part of the tag, and do not show it.",
    fix: 'Write “<a href="https://b.example/">”.',
  },
  {
    code: "link-broken",
    files: { "a.md": "Title: A\n\n[b]({filename}b.md)\n", "b.md": { Status: "draft" } },
    at: "a.md:3:5",
    message: "The link leads to a draft, b.md.",
    consequence: "Whoever follows it reads what is not yet meant for the public.",
    fix: "Publish that page first, or remove the link.",
  },
  {
    code: "source-missing",
    files: { "a.md": "Title: A\n\n[b]({filename}b.md)\n", "b.md": { Status: "skip" } },
    at: "a.md:3:5",
    message: "{filename}b.md leads to a file that no page is made of.",
    consequence: "The link leads nowhere.",
    fix: "Mend that file first, where a finding names it; with “Status: skip” or a date to come it has no page, and the link must go.",
  },
  {
    code: "element-open",
    files: { "a.md": "Title: A\n\nOne <b>two\n" },
    at: "a.md:3:5",
    message: "<b> is never closed.",
    consequence: "What follows on the page may look like it.",
    fix: "Write “</b>” where it ends.",
  },
  {
    code: "element-open",
    files: { "a.md": "Title: A\n\n<div>One.</div>\n\n</div>\n" },
    at: "a.md:5:1",
    message: "</div> closes nothing of this text.",
    consequence: "It ends what the layout has around the text.",
    fix: "Remove it, or write “<div>” where it begins.",
  },
  {
    code: "save-as-unportable",
    files: { "a.md": { Save_as: "Nul.html" } },
    at: "a.md:3:10",
    message: "Nul.html is written, and on Windows “Nul” is the name of a device.",
    consequence: "There the site cannot be built, nor can what was built be copied there.",
    fix: "Write another Slug or Save_as, or another name.",
  },
  {
    code: "relative-pretty",
    files: {},
    settings: { relativeUrls: true, addresses: "pretty" },
    at: "the site's settings:1:1",
    message: "relativeUrls is on, and addresses is pretty.",
    consequence:
      "Links name files all the same: in a folder no server adds .html. Only feeds, the sitemap and canonical addresses are without.",
    fix: "Write “addresses: file”, or “relativeUrls: false” for a site that a server shows.",
  },
  {
    code: "address-unserved",
    files: { "pages/a.md": { Title: "Lamp" }, "pages/b.md": { Title: "Oil" } },
    settings: { host: "none", addresses: "pretty" },
    at: "the site's settings:1:1",
    message: "A host that only serves files does not serve pages/lamp.html at /pages/lamp, nor 1 more at its address.",
    consequence: "Whoever follows a link to it finds nothing.",
    fix: "Write “addresses: file” in the settings; or name what publishes the site as host, if it adds .html itself.",
  },
  {
    code: "address-unserved",
    files: {
      "pages/a.md": { Title: "Lamp" },
      "pages/b.md": { Title: "Oil", Save_as: "pages/oil.html", Url: "pages/oil/" },
    },
    settings: { host: "netlify", addresses: "url", pageUrl: "{slug}/" },
    at: "the site's settings:1:1",
    message: "Netlify does not serve pages/lamp.html at /lamp/.",
    consequence: "Whoever follows a link to it finds nothing.",
    fix: "Write “addresses: file” or “addresses: pretty” in the settings, or an address that the file's own name makes.",
  },
  {
    code: "address-unserved",
    files: { "pages/a.md": { Title: "Lamp" } },
    settings: { host: "cloudflare", addresses: "url", pageUrl: "{slug}" },
    at: "the site's settings:1:1",
    message: "Cloudflare Pages does not serve pages/lamp.html at /lamp.",
    consequence: "Whoever follows a link to it finds nothing.",
    fix: "Write “addresses: file” or “addresses: pretty” in the settings, or an address that the file's own name makes.",
  },
  {
    code: "address-redirected",
    files: { "pages/oil.md": { Title: "Oil" } },
    settings: { host: "cloudflare" },
    at: "the site's settings:1:1",
    message: "Cloudflare Pages redirects /pages/oil.html to the address without .html.",
    consequence: "Every click on a link takes two requests, and search engines are given an address that redirects.",
    fix: "Write “addresses: pretty” in the settings.",
  },
  {
    code: "redirects-too-many",
    files: { "a.md": { Aliases: Array.from({ length: 1001 }, (_, index) => `old-${index}`).join("; ") } },
    settings: { host: "cloudflare" },
    at: "the site's settings:1:1",
    message: "There are 2002 redirects, and Cloudflare Pages reads 2000.",
    consequence: "The others lead to nothing.",
    fix: "Write “redirectPages: true” in the settings: then a small page redirects from each.",
  },
  {
    code: "host-file-taken",
    files: {},
    assets: ["extra/.htaccess"],
    settings: { host: "apache", extraPathMetadata: { "extra/.htaccess": { path: ".htaccess" } } },
    at: "extra/.htaccess:1:1",
    message: "The file is copied to .htaccess, where the build would write the server's configuration.",
    consequence: "Redirects, headers and addresses without .html are those of this file alone.",
    fix: "Move what it says into Apache's own configuration, and do not copy it.",
  },
  {
    code: "list-taken",
    files: { "posts/a.md": { Title: "Archives", Date: "2020-01-01" } },
    at: "posts/a.md:2:8",
    message: "The page is written to archives.html, where the list “Archive” would be.",
    consequence: "The page is published, and the list is not.",
    fix: "Write another Slug; if the page is to be there, write the file as its Save_as.",
  },
  {
    code: "list-unsafe",
    files: { "posts/a.md": { Title: "A", Date: "2020-01-01", Tags: "../../b" } },
    settings: { tagRegexSubstitutions: [["x", "y"]] },
    at: "the site's settings:1:1",
    message: "The list “../../b” would be written to tag/../../b.html: it leads out of the site.",
    consequence: "The list is not made.",
    fix: String.raw`Write another name, or a rule that takes out what no path may hold: ["[^\\w\\s-]", ""].`,
  },
  {
    code: "list-twice",
    files: { "posts/a.md": { Title: "A", Date: "2020-01-01", Category: "News", Tags: "News" } },
    settings: { tagSaveAs: "category/{slug}.html" },
    at: "the site's settings:1:1",
    message: "Both “News” and “News” would be written to category/news.html.",
    consequence: "The second is not made.",
    fix: "Give one of the two another …SaveAs, or another name.",
  },
  {
    code: "list-layout-missing",
    files: {},
    settings: { directTemplates: ["finder"], directTemplatesSaveAs: { finder: "find/index.html" } },
    at: "the site's settings:1:1",
    message: "directTemplates names “finder”, and there is no such layout.",
    consequence: "A plain list of all posts is at find/index.html.",
    fix: "Add _includes/layouts/finder.njk, which prints pelican.list, or remove the name.",
  },
  {
    code: "css-address",
    files: { "a.md": {} },
    settings: { pathPrefix: "/garden/" },
    assets: ["images/club.css"],
    beside: { "images/club.css": "a{}\nb { background: url('/images/l.svg') url(/garden/x.png) url(//c.example/x) }" },
    at: "images/club.css:2:22",
    message: "url(/images/l.svg) leads to the root of the host, and the site is not there.",
    consequence: "Visitors do not see what it names.",
    fix: "Write “url(l.svg)”, from where the stylesheet is.",
  },
  {
    code: "template-page-unread",
    files: {},
    settings: { templatePages: { "site.txt": "about.txt" } },
    at: "the site's settings:1:1",
    message: "templatePages names “site.txt”, and there is no such file in the content folder.",
    consequence: "about.txt is not written.",
    fix: "Write the path of a file, from the content folder; if it is a template of the theme, write a page with “Save_as: about.txt” in its place.",
  },
  {
    code: "search-taken",
    files: { "a.md": "---\nTitle: A\nSave_as: search.html\n---\n" },
    settings: { searchSaveAs: "search.html" },
    at: "a.md:3:10",
    message: "The page is written to “search.html”, where the site's settings have the search page.",
    consequence: "The page is published, and the site cannot be searched.",
    fix: "Give the page another Save_as, or the setting searchSaveAs another file.",
  },
  {
    code: "static-missing",
    files: {},
    settings: { extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } },
    at: "the site's settings:1:1",
    message: "extraPathMetadata names “extra/CNAME”, and there is no such file.",
    consequence: "Nothing is copied for it.",
    fix: "Write the path of a file, from the content folder.",
  },
  {
    code: "field-case",
    files: { "a.md": { Top_Menu_order: 1 } },
    at: "a.md:3:1",
    message: "The usual spelling of Top_Menu_order is Top_menu_order.",
    consequence: "It works, but a search of the files for the field misses it.",
    fix: "Write “Top_menu_order: 1”.",
  },
  {
    code: "address-form",
    files: { "a.md": { Url: "/a/", Save_as: "a.html" } },
    at: "a.md:3:6",
    message: "“/a/” is another form of “a”.",
    consequence: "It works, but a search of the files for the address misses it.",
    fix: "Write “a”.",
  },
  {
    code: "address-form",
    files: {
      "a.md": { Url: "a", Save_as: "a.html", Sidebar_menu_elem_name_1: "B", Sidebar_menu_elem_url_1: "/b.html#x" },
      "b.md": { Url: "b", Save_as: "b.html" },
    },
    at: "a.md:6:26",
    message: "“/b.html#x” is another form of “b#x”.",
    consequence: "It works, but a search of the files for the address misses it.",
    fix: "Write “b#x”.",
  },
  {
    code: "menu-unshown",
    files: { "posts/a.md": { Date: "2020-01-01", Top_menu_show: "true" } },
    settings: { articlePaths: ["posts"], allowFindings: {} },
    at: "posts/a.md:4:16",
    message: "Top_menu_show is in the header of a post, and posts are in no menu.",
    consequence: "The page is not in the top menu.",
    fix: "Move it into a folder of pagePaths, or remove the line.",
  },
  {
    code: "menu-unshown",
    files: { "a.md": { Footer_order: "2" } },
    settings: { allowFindings: { "page-unreached": "the sites of tests are small" } },
    at: "a.md:3:15",
    message: "Footer_order is a place in the footer, and there is no “Footer_show: left”.",
    consequence: "The page is not in the footer.",
    fix: "Write “Footer_show: left”, or remove the line.",
  },
  {
    code: "menu-double",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Top_menu_show: "true",
        Dropdown_menu_show: "true",
        Dropdown_menu_elem_name_1: "One",
        Dropdown_menu_elem_url_1: "../a",
        Dropdown_menu_elem_name_2: "Two",
        Dropdown_menu_elem_url_2: "/a.html",
      },
    },
    at: "a.md:10:27",
    message: "“Two” leads to /a.html, and so does “One” above it.",
    consequence: "Visitors see two entries for the same page.",
    fix: "Remove one of the two, or give one another address.",
  },
  {
    code: "sidebar-copied",
    files: {
      "a.md": {
        Url: "a",
        Save_as: "a.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Sidebar_menu_elem_name_1: "A",
        Sidebar_menu_elem_url_1: "a",
      },
      "b.md": {
        Url: "a/b",
        Save_as: "a/b.html",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
        Sidebar_menu_elem_name_1: "A",
        Sidebar_menu_elem_url_1: "a",
      },
    },
    at: "b.md:5:20",
    message: "This sidebar is also written out, word for word, on 1 other page.",
    consequence: "Every change has to be made in every copy.",
    fix: "Write “Inherit_sidebar: a” instead of its entries.",
  },
  {
    code: "title-repeated",
    files: { "a.md": { Title: "News", Save_as: "a.html" }, "b.md": { Title: "NEWS", Save_as: "b.html" } },
    at: "b.md:2:8",
    message: "The title “NEWS” is also that of a.md.",
    consequence: "In bookmarks and search results the two look alike.",
    fix: "Give one of the two a title that says what is different.",
  },
  {
    code: "page-unreached",
    files: { "a.md": { Url: "a", Save_as: "a.html" }, "index.md": { Url: "", Save_as: "index.html" } },
    at: "a.md:1:1",
    message: "No menu, no sidebar and no text leads to this page.",
    consequence: "Visitors find it only by a search engine or an old link.",
    fix: "Add it to a menu or link to it; if it is not for visitors, write “Status: hidden” or “Status: draft”.",
  },
  {
    code: "image-alt-missing",
    files: { "a.md": "---\nTitle: A\n---\nText\n![](/a.png)\n" },
    at: "a.md:5:5",
    message: "Image “/a.png” has no alt text; screen readers cannot describe it.",
    consequence: "Visitors who cannot see it miss what it shows.",
    fix: 'Write what it shows: ![A lighthouse at night](…). For a decorative image, write <img alt="" role="presentation" src="…">.',
  },
  {
    code: "frame-title-missing",
    files: {
      "a.md":
        '---\nTitle: A\n---\nText\n<iframe src="//films.example/1"></iframe> <iframe src="/b" title="B"></iframe> <iframe src="/c" aria-label="C"></iframe> <iframe src="/d" hidden></iframe>\n',
      "b.md": { Url: "b", Save_as: "b" },
      "c.md": { Url: "c", Save_as: "c" },
      "d.md": { Url: "d", Save_as: "d" },
    },
    at: "a.md:5:14",
    message: "The frame “//films.example/1” has no title.",
    consequence: "Screen readers cannot say what it is, or read out its address.",
    fix: 'Say what it holds: <iframe title="Film of the harbour" …>.',
  },
  {
    code: "formula-broken",
    files: { "a.md": "---\nTitle: A\n---\nText\nand $\\sqrt{2$.\n" },
    settings: { math: true },
    at: "a.md:5:5",
    message: "The formula “$\\sqrt{2$” cannot be typeset: Expected '}', got 'EOF' at end of input: \\sqrt{2.",
    consequence: "Visitors see it as it is written.",
    fix: "Correct it, or put it between backticks where it is code.",
  },
  {
    code: "list-as-text",
    files: { "a.md": "---\nTitle: A\n---\n\n- oil\n\nWe bring:\n- [wicks](#) and\n- glass\n" },
    settings: { markdown: { exact: true } },
    at: "a.md:8:1",
    message: "“- wicks and” begins like a list, but stands straight after a paragraph.",
    consequence: "It is text of the paragraph, as it was in Pelican.",
    fix: "If it is a list, write a blank line before it.",
  },
  {
    code: "markup-unread",
    files: { "a.md": "---\nTitle: A\n---\nAn apple. {: .lead }\n" },
    at: "a.md:4:11",
    message: "“{: .lead }” is not read as markup, and visitors see it.",
    consequence: "It is text, with its braces.",
    fix: "Write it straight behind a link, an image or emphasis, or as the last line of a paragraph; or remove it.",
  },
  {
    code: "markup-unread",
    files: { "a.md": "---\nTitle: A\n---\nText\n{% gist 12 %}\n" },
    at: "a.md:5:1",
    message: "“{% gist 12 %}” is not read as markup, and visitors see it.",
    consequence: "It is text, with its braces.",
    fix: "Remove it, or write what it stands for; the option markdown.liquid_tags reads audio, img, include_code, notebook, video, vimeo and youtube.",
  },
  {
    code: "markup-unread",
    files: { "a.md": "---\nTitle: A\n---\n{% include_code a.py %}\n" },
    at: "a.md:4:1",
    message: "“{% include_code a.py %}” is not read as markup, and visitors see it.",
    consequence: "It is text, with its braces.",
    fix: "Let the option markdown.liquid_tags be on, and write the path of a file from the folder that the option codeDir names, on a line of its own.",
  },
  {
    code: "markup-unread",
    files: { "a.md": "---\nTitle: A\n---\nText\n  ## Oil\n" },
    settings: { markdown: { exact: true } },
    at: "a.md:5:3",
    message: "“## Oil” is not read as markup, and visitors see it.",
    consequence: "It is text, as it stands.",
    fix: "If it is a heading, remove the spaces before it; if not, put it between backticks.",
  },
  {
    code: "markup-unread",
    files: { "a.md": "---\nTitle: A\n---\n{% notebook a.ipynb %}\n" },
    at: "a.md:4:1",
    message: "“{% notebook a.ipynb %}” is not read as markup, and visitors see it.",
    consequence: "It is text, with its braces.",
    fix: "Let the option markdown.liquid_tags be on, and write the path of a file from the folder that the option notebookDir names, on a line of its own.",
  },
  {
    code: "notebook-unread",
    files: { "a.md": "---\nTitle: A\n---\nText\n\n{% notebook a.ipynb %}\n" },
    settings: { markdown: { liquid_tags: true } },
    at: "a.md:6:1",
    message: "“{% notebook a.ipynb %}” shows nothing: there is no notebooks/a.ipynb in the content folder.",
    consequence: "Visitors see nothing in its place.",
    fix: "Write the path of a notebook, from the folder that the option notebookDir names or from the content folder.",
  },
  {
    code: "notebook-partly",
    files: { "a.md": "---\nTitle: A\n---\n{% notebook a.ipynb %}\n" },
    settings: { markdown: { liquid_tags: true } },
    beside: { "notebooks/a.ipynb": '{ "nbformat": 4, "cells": [7] }' },
    at: "a.md:4:1",
    message: "“{% notebook a.ipynb %}”: cell 1: it is of no kind that is known, and is left out.",
    consequence: "The rest of the notebook is shown.",
    fix: "Let the cell show a picture, a table or text, and save the notebook; or leave the cell out, by cells[2:8].",
  },
  {
    code: "link-unsafe",
    files: { "a.md": '---\nTitle: A\n---\nText <a href="javascript:alert(1)">x</a>\n' },
    at: "a.md:4:15",
    message: "The link “javascript:alert(1)” runs a script in the visitor's browser.",
    consequence: "It is a way in for attackers, and does nothing where scripts are blocked.",
    fix: "Write an address, or remove the link.",
  },
];

const wording = suite("findings: wording");

function wordsOf({ code, file, line, column, message, consequence, fix }: Finding): Words {
  return { code, at: `${file}:${line}:${column}`, message, consequence, fix };
}

for (const { files, settings, assets = [], images = {}, beside = {}, ...expected } of CASES) {
  wording(`${expected.code}: ${expected.message}`, () => {
    const found = site(files, { allowFindings: {}, ...settings }, [], assets, images, [], beside).findings.filter(
      ({ code }) => code === expected.code,
    );
    assert.equal(found.map(wordsOf), [expected]);
  });
}

wording("findings of files", () => {
  const folder = temporaryFolder();
  writeTree(folder, {
    "content/big.md": "x".repeat(2_000),
    "content/latin.md": Buffer.from([0x61, 0xff]),
    "content/nul.md": "a\0",
    "content/images/.htaccess": "Deny from all\n",
    "content/images/.DS_Store": "",
    "content/notes/.htaccess": "",
    "other.md": "x",
  });
  symlinkSync(join(folder, "other.md"), join(folder, "content/outside.md"));
  symlinkSync(join(folder, "content/nothing.md"), join(folder, "content/unreadable.md"));
  symlinkSync(join(folder, "content/nothing.png"), join(folder, "content/unseen.png"));
  const { reports } = readTree(join(folder, "content"), {
    largest: 0.001,
    isMissed: (path) => isMissed(path, readSettings({})),
  });
  rmSync(folder, { recursive: true });
  const byFile = (a: Finding, b: Finding) => (a.file < b.file ? -1 : 1);
  assert.equal(toFindings(reports).sort(byFile).map(wordsOf), [
    {
      code: "file-too-large",
      at: "big.md:1:1",
      message: "It has 0.002 MB, more than the 0.001 MB that the setting largestText allows.",
      consequence: "To make a page of it would take more memory than a machine may have, so the build stops.",
      fix: "Split it into several pages, or raise the setting largestText (to at most 100).",
    },
    {
      code: "static-hidden",
      at: "images/.htaccess:1:1",
      message: "It is in a static folder, and hidden.",
      consequence: "It is not copied; Pelican copies it.",
      fix: "If it is to be published, write its path into the setting staticPaths; if not, its name into ignoreFiles.",
    },
    {
      code: "file-not-utf8",
      at: "latin.md:1:2",
      message: "The file is not in UTF-8.",
      consequence: "Its characters would come out wrong, so the build stops.",
      fix: "Open it in your editor and save it as UTF-8.",
    },
    {
      code: "file-binary",
      at: "nul.md:1:2",
      message: "The file contains a NUL byte, so it is not text.",
      consequence: "No page can be made of it, and the build stops.",
      fix: "Save it as plain text in UTF-8, or give it an extension other than .md or .html.",
    },
    {
      code: "file-outside",
      at: "outside.md:1:1",
      message: "It is a symbolic link that leads out of the content folder.",
      consequence: "Nothing outside that folder is read: it was left out.",
      fix: "Put a copy of what it leads to in its place, or remove the link.",
    },
    {
      code: "file-unreadable",
      at: "unreadable.md:1:1",
      message: "It cannot be read (ENOENT).",
      consequence: "Its pages would be missing, so the build stops.",
      fix: "Check that it exists and that you may read it.",
    },
    {
      code: "static-unreadable",
      at: "unseen.png:1:1",
      message: "It cannot be read (ENOENT).",
      consequence: "It is not copied; all else is built.",
      fix: "Check that it exists and that you may read it.",
    },
  ]);
});

for (const [name, text, at, message, fix] of [
  [
    "marks of a merge",
    '{\n<<<<<<< HEAD\n  "/": "index.md"\n}\n',
    "addresses.json:2:1",
    "The ledger of addresses has the marks of a merge.",
    "Keep the lines of both sides, and remove the marks; commas at the ends of lines do not matter.",
  ],
  [
    "something behind its end",
    '{\n  "/": "index.md"\n}\n}\n',
    "addresses.json:4:1",
    "The ledger of addresses cannot be read: Unexpected non-whitespace character after JSON.",
    "Repair it, or undo its last change.",
  ],
  [
    "no end",
    '{\n  "/": "index.md",\n  "/a',
    "addresses.json:3:1",
    "The ledger of addresses cannot be read: Unterminated string.",
    "Repair it, or undo its last change.",
  ],
  [
    "a folder",
    undefined,
    "addresses.json:1:1",
    "There is a folder in the place of the ledger of addresses.",
    "Remove it, or give the setting ledger the path of a file.",
  ],
  [
    "a device",
    null,
    "addresses.json:1:1",
    "There is a pipe, a socket or a device in the place of the ledger of addresses.",
    "Remove it, or give the setting ledger the path of a file.",
  ],
] as const) {
  wording(`ledger-unreadable: ${name}`, () => {
    const folder = temporaryFolder();
    const file = join(folder, "addresses.json");
    if (text === undefined) mkdirSync(file);
    else if (text === null) symlinkSync("/dev/null", file);
    else writeFileSync(file, text);
    const found = checkLedger(
      { settings: readSettings({ ledger: "addresses.json" }), published: {}, redirects: [] },
      folder,
    );
    rmSync(folder, { recursive: true });
    const consequence = "Vanished addresses would go unnoticed, so the build stops.";
    assert.equal(toFindings(found).map(wordsOf), [{ code: "ledger-unreadable", at, message, consequence, fix }]);
  });
}

wording("library-needed, library-missing", () => {
  const made = (settings: SettingsInput, ...lacking: readonly string[]) =>
    site({ "a.md": {} }, settings, [], [], {}, lacking).findings.map(wordsOf);
  assert.equal(made({ search: true, minify: false }, "pagefind", "terser"), [
    {
      code: "library-needed",
      at: "the site's settings:1:1",
      message: "The option search needs a library that is not installed.",
      consequence: "The site would lack what was asked for, so the build stops.",
      fix: "Run “npm install pagefind”, or write “search: false”.",
    },
  ]);
  assert.equal(made({}, "terser", "lightningcss", "@11ty/eleventy-img"), [
    {
      code: "library-missing",
      at: "the site's settings:1:1",
      message: "Stylesheets are as they were written, because a library is not installed.",
      consequence: "They are larger, and older browsers may not read all of them.",
      fix: "Run “npm install lightningcss”.",
    },
    {
      code: "library-missing",
      at: "the site's settings:1:1",
      message: "Not everything is made small, because a library is not installed.",
      consequence: "Pages or scripts are larger than they need to be.",
      fix: "Run “npm install terser”, or write “minify: false”.",
    },
  ]);
  assert.equal(made({ theme: false }, "terser", "lightningcss", "temml"), []);
  assert.equal(made({ math: true }, "temml"), [
    {
      code: "library-missing",
      at: "the site's settings:1:1",
      message: "Formulas are as they were written, because a library is not installed.",
      consequence: "Visitors see TeX.",
      fix: "Run “npm install temml”, or write “math: false”.",
    },
  ]);
});

wording("address-vanished", () => {
  const text = '{\n  "/": "index.md",\n  "/a/": "a.md"\n}\n';
  const found = vanished({ "/": "index.md", "/a/": "a.md" }, (address) => address === "/", "addresses.json", text);
  assert.equal(toFindings(found).map(wordsOf), [
    {
      code: "address-vanished",
      at: "addresses.json:3:1",
      message: "The address /a/ was published, by a.md, and is gone.",
      consequence: "Every link to it from elsewhere would be broken, so the build stops.",
      fix: "Write “Aliases: a” in the header of the page that takes its place; if it is to be gone for good, remove its line from addresses.json.",
    },
  ]);
});

wording("what keeps a page from where it should be is an error", () => {
  const severityOf = (field: string) => site({ "a.md": `Title: A\n${field}\n\nText.\n` }).findings[0]?.severity;
  for (const field of ["Statsu: draft", "Top_menu_shwo: true", "Sidebar_menu_elm_name_1: A", "Savee_as: a.html"])
    assert.is(severityOf(field), "error", field);
  for (const field of ["Sumary: A", "Tagz: a"]) assert.is(severityOf(field), "warning", field);
});

wording("what to write in a page in HTML is an element", () => {
  const text =
    '<html><head><title></title>\n<meta name="Sumary" content="Oil &amp; &quot;gas&quot;">\n</head><body>\n<p>[a label](/a.html) ![a lamp](/a.html)</p>\n</body></html>';
  const fixesIn = (files: Record<string, string>) => site(files).findings.map(({ fix }) => fix);
  assert.equal(fixesIn({ "a.html": text }), [
    "Write “<title>…</title>” in the header.",
    'Write “<meta name="Summary" content="Oil &amp; &quot;gas&quot;">”.',
    'Write “<a href="/a.html">a label</a>”: Markdown is not read within HTML.',
    'Write “<img src="/a.html" alt="a lamp">”: Markdown is not read within HTML.',
  ]);
  assert.equal(fixesIn({ "a.html": "---\nTitle: A\nSumary: Oil\n---\n<p>A.</p>\n" }), ["Write “Summary: Oil”."]);
});

wording("a page in HTML has no lists of Markdown", () => {
  const codes = (file: string, text: string) =>
    site({ [file]: text }, { markdown: { exact: true }, allowFindings: {} }).findings.map(({ code }) => code);
  assert.ok(codes("a.md", "Title: A\n\nWe bring:\n- oil\n").includes("list-as-text"));
  const html = "<html><head><title>A</title></head><body><p>We bring:\n- oil</p></body></html>";
  assert.not.ok(codes("a.html", html).includes("list-as-text"));
});

wording("a fault that is reported is not reported a second time as something else", () => {
  const codesIn = (text: string) => site({ "a.md": text }).findings.map(({ code }) => code);
  assert.equal(codesIn("---\nTitle: A\n---\n[x]({filename}/none.md)\n"), ["source-missing"]);
  assert.equal(
    site({ "posts/a.md": { Date: "soon" } }).findings.map(({ code }) => code),
    ["date-value"],
  );
  assert.equal(codesIn("---\nlayout: x\nlist:\n  - [one\n---\n"), ["header-yaml"]);
});

wording.run();

const coverage = suite("findings: every code has its words under test");

const sources = readdirSync(join(project, "test/checks"))
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(project, "test/checks", file), "utf8"))
  .join("\n");

for (const code of Object.keys(rules)) {
  coverage(code, () => assert.ok(sources.includes(`code: "${code}"`), `no test has the words of ${code}`));
}

coverage.run();
