/** What authors wrote is no command: neither to a terminal nor to the program that runs a build. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rules as kinds } from "../../src/plugin/checks/index.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import { printSummary } from "../../src/plugin/findings/print-summary.ts";
import { printable } from "../../src/plugin/findings/printable.ts";
import { formatSarif } from "../../src/plugin/findings/sarif.ts";
import { projectOf, run } from "../cli/project.ts";
import { site } from "../make.ts";

/** As GitHub's runner reads a line of a log: `::name …::` at its start, white space not counted; `##[name]` anywhere. */
function commandsIn(text: string): string[] {
  return text.split(/[\r\n\u2028\u2029\u0085]/).filter((line) => /^\s*::[\w-]/.test(line) || /##\w*\[/.test(line));
}

const ESCAPES = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
/** What sets the direction of writing, or hides a text. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2061-\u206f\ufeff\u{e0001}-\u{e007f}]/u;
const HOSTILE = [
  "::add-mask::x",
  "  ::error file=a.md::owned",
  "##[add-mask]e",
  "###[group]g",
  "##vso[task.setvariable variable=x]y",
  "::stop-commands::token",
  "\u001b]0;title\u0007",
  "\u009b31m\u0085::x::",
  "\u202egpj.exe\u202c\u2066x\u2069\u200fy\u{e0041}",
] as const;

const printing = suite("what authors wrote is no command");

for (const text of HOSTILE) {
  const files = {
    [`${text}\n::notice::.md`]: `Title: A\nDropdown_menu_size: ${text}\nUrl: ${text}\n\n[x](${text})\n`,
    "b.md": `---\nTitle: ${text}\nMenu_name: ${text}\nTop_menu_show: ${text}\nno field ${text}\n${text}: x\n---\n\n![](/${text})\n`,
  };
  const { findings } = site(files, { allowFindings: {} });
  const sourceOf = (file: string) => files[file];

  printing(`${JSON.stringify(text)}: a build, check, and annotations`, () => {
    assert.ok(findings.length > 3);
    for (const printed of [
      printFindings(findings, { sourceOf }),
      printSummary([...findings, ...Array(50).fill(findings).flat()], { sourceOf, kinds }),
      formatJson(findings),
      formatSarif(findings, kinds),
    ]) {
      assert.equal(commandsIn(printed), []);
      assert.not.match(printed, ESCAPES);
      assert.not.match(printed, UNSEEN);
    }
    assert.not.match(formatGithub(findings), UNSEEN);
    const annotations = formatGithub(findings).trimEnd().split("\n");
    assert.is(annotations.length, findings.length);
    assert.ok(annotations.every((line) => /^::(?:error|warning|notice) file=/.test(line)));
  });
}

printing("what is not seen is shown by its number, and what words and emoji need stays", () => {
  assert.is(printable("a\u202eb\u2066c\u{e0041}"), "a<U+202E>b<U+2066>c<U+E0041>");
  for (const text of ["می\u200cخواهم", "👩\u200d🚀", "Do\u00adnau", "##\u2060[x]"]) assert.is(printable(text), text);
});

printing("a name with the end of a line in it stays on one line, and forges no finding", () => {
  const { findings } = site({ "a.md": { Titel: "A" } });
  for (const end of ["\n", "\r\n", "\u2028", "\u2029", "\u0085"]) {
    const all = findings.map((one) => ({ ...one, file: `a${end}forged.md:1:1  error: forged.md` }));
    for (const print of [printFindings, printSummary] as const) {
      assert.not.match(print(all, { sourceOf: () => "", kinds }), /^forged|[\u2028\u2029]forged/m, JSON.stringify(end));
    }
  }
});

printing("JSON says the same as before", () => {
  const { findings } = site({ "a.md": { Top_menu_show: "##[x] ::y\u202ez\u{e0041}" } });
  assert.is(JSON.parse(formatJson(findings)).findings[0].message, findings[0]?.message);
  assert.match(findings[0]?.message ?? "", "##[x] ::y\u202ez\u{e0041}");
});

const BEFORE = {
  "before/a.md":
    "Title: A\nUrl: a\nSave_as: a.html\nTop_menu_show: true\nMenu_name: ##[x]\nDropdown_menu_show: true\nDropdown_menu_elem_name_1: ##[y]\nDropdown_menu_elem_url_1: ::z::\n",
};

printing("compare prints none", () => {
  const built = (more: string) =>
    `<title>::error::T${more}</title><nav><a href="/##[a]${more}">##[a]</a></nav><main><h1>::h::</h1><p>##vso[x]y ::set-output::${more} and words of its own</p></main>`;
  const files = {
    "old/a.html": built(" old \u001b[31m"),
    "old/##[gone].html": built(" gone"),
    "new/a.html": built(""),
    "new/b.html": "<title>B</title>",
  };
  const folder = projectOf({}, files);
  for (const args of [
    ["compare", "old", "new"],
    ["compare", "old", "new", "--json"],
  ]) {
    const { code, out, error } = run(folder, args);
    assert.is(code, 1);
    assert.equal(commandsIn(out + error), [], args.join(" "));
    assert.not.match(out + error, ESCAPES);
  }
});

printing("menus, explain, diff and fix print none, either", () => {
  const text = (name: string) =>
    `Title: ${name}\nUrl: a\nSave_as: a.html\nTop_menu_show: true\nMenu_name: ::add-mask::x\nDropdown_menu_size: 3 ##[add-mask]e\nSumary: ##[x]\n\n::set-output::y\n`;
  const folder = projectOf({ "a.md": text("A"), "##[group]b.md": "Title: ::warning::B\n\nText.\n" }, BEFORE);
  for (const args of [
    ["menus"],
    ["menus", "--json"],
    ["explain", "a"],
    ["fix", "--dry-run"],
    ["check"],
    ["check", "--summary"],
    ["check", "--accept", "accepted.json", "--strict"],
    ["diff", "src/content", "before"],
    ["diff", "src/content", "before", "--json"],
  ]) {
    const { out, error } = run(folder, args);
    assert.equal(commandsIn(out + error), [], args.join(" "));
  }
});

printing.run();
