/** Whatever authors wrote: no terminal, runner or viewer obeys it, in any form in which it is printed. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareSites } from "../../src/migrate/compare/compare.ts";
import { htmlReport } from "../../src/migrate/compare/html-report.ts";
import { textReport } from "../../src/migrate/compare/sections.ts";
import { readSite } from "../../src/migrate/compare/site.ts";
import { rules } from "../../src/plugin/checks/index.ts";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import { printChanges } from "../../src/plugin/findings/print-changes.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import { printSummary } from "../../src/plugin/findings/print-summary.ts";
import { printable } from "../../src/plugin/findings/printable.ts";
import { formatSarif } from "../../src/plugin/findings/sarif.ts";
import { readHtml, select } from "../html.ts";
import { site } from "../make.ts";

const printed = suite("hostile: what is printed");

const HOSTILE = [
  "\u001b[2J\u001b]0;title\u0007",
  "\u009b31m",
  "\r\n::error::forged",
  "\n  ::set-output name=a::b",
  "##[command]a",
  "##vso[task.setvariable variable=a]b",
  "a\n::add-mask::a",
  "\u0000\u0008\u007f",
  "%0A::error::forged",
  "<xss-probe>",
];

const siteOf = (text: string) => site({ "a.md": text, "b.md": { Title: "B" } }, { allowFindings: {} });

/** Real findings of fields, texts and settings, and one of a file by each name. */
function findings(): Finding[] {
  const fields = ["Titel", "Url", "Save_as", "Date", "Template", "Parent_id", "Aliases", "Lang", "Top_menu_order"];
  const found = HOSTILE.flatMap((hostile) => {
    const line = hostile.replace(/[\r\n]+/g, "\n    ");
    const header = fields.map((field) => `${field}: ${line}\n`).join("");
    return [...siteOf(`---\nTitle: A\n${header}---\n[a](/${encodeURI(hostile)}) ![](${line})\n`).findings];
  });
  const [first] = found;
  assert.ok(first);
  return [...found, ...HOSTILE.map((file) => ({ ...first, file, field: file, message: file, fix: file }))];
}

const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f]|##\w*\[/;

const options = { sourceOf: () => HOSTILE.join("\n"), kinds: rules };
for (const [name, print, isCommand] of [
  ["for a terminal", (all) => printFindings(all, options)],
  ["in short", (all) => printSummary(all, options)],
  ["as changes", (all) => printChanges([], all, options)],
  ["as JSON", formatJson],
  ["as SARIF", (all) => formatSarif(all, rules)],
  ["as workflow commands", formatGithub, true],
] as readonly (readonly [string, (all: readonly Finding[]) => string, boolean?])[]) {
  printed(`findings ${name}`, () => {
    const all = findings();
    const text = print(all);
    assert.ok(text.length > 1000);
    assert.not.match(text, OBEYED);
    const commands = text.split(/\r|\n/).filter((line) => /^\s*::/.test(line));
    assert.is(commands.length, isCommand ? all.length : 0);
    for (const command of commands)
      assert.match(command, /^::(?:error|warning|notice) file=[^:]*,title=[\w-]+::[^\n]*$/);
  });
}

printed("a comparison, as text and as a page", () => {
  const built = (text: string) => {
    const page = `<title>${text}</title><nav><ul><li><a href="/x${text}">${text}</a></ul></nav><p>Lost: ${text}.</p>`;
    const files: Readonly<Record<string, string>> = { "a.html": page, [`b${text.replaceAll("/", "")}.html`]: page };
    return readSite({ files: Object.keys(files), unread: [], read: (path) => ({ text: files[path] ?? "" }) });
  };
  for (const hostile of HOSTILE) {
    const escaped = hostile.replaceAll("<", "&lt;");
    const report = compareSites(built(escaped), built("other"));
    const text = printable(textReport(report));
    assert.not.match(text, OBEYED);
    assert.not.match(text, /^\s*::/m);
    const html = htmlReport(report, hostile, hostile);
    assert.is(select(readHtml(html), "xss-probe").length, 0);
    assert.not.match(html, OBEYED);
  }
});

printed.run();
