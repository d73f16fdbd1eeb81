/** Of findings by thousands a bounded number is kept, and how many there are is said in every form. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../../src/plugin/checks/index.ts";
import { baselineOf, compareBaseline } from "../../src/plugin/findings/baseline.ts";
import { countOf } from "../../src/plugin/findings/finding.ts";
import { foldMany, MOST_OF_A_KIND } from "../../src/plugin/findings/fold.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import { printChanges } from "../../src/plugin/findings/print-changes.ts";
import { printFindings, summary } from "../../src/plugin/findings/print-findings.ts";
import { printSummary } from "../../src/plugin/findings/print-summary.ts";
import { formatSarif } from "../../src/plugin/findings/sarif.ts";
import { site } from "../make.ts";

const MORE = 500;
const ALL = MOST_OF_A_KIND + MORE;

/** What is wrong with as many pieces of a text as are asked for. */
function findingsOf(pieces: number, piece: (index: number) => string) {
  const body = Array.from({ length: pieces }, (_, index) => piece(index)).join("\n\n");
  const text = `---\nTitle: A\nUrl: a\nSave_as: a.html\n---\n\n${body}\n`;
  return site({ "a.md": text, "index.md": { Url: "", Save_as: "index.html" } }).findings;
}

const many = findingsOf(ALL, (index) => `[${index}](/nowhere/${index})`);
const last = many.at(-1);

const fold = suite("many findings");

for (const [what, code, piece] of [
  ["links that lead nowhere", "link-broken", (index: number) => `[a](/nowhere/${index})`],
  ["links to sources that are not there", "source-missing", (index: number) => `[a]({filename}/x${index}.md)`],
  ["images without a text", "image-alt-missing", (index: number) => `<img src="https://i.example/${index}">`],
  ["what nothing reads", "markup-unread", (index: number) => `{% tag ${index} %}`],
  ["links that run scripts", "link-unsafe", (index: number) => `<a href="javascript:a(${index})">a</a>`],
  ["links to anchors", "anchor-broken", (index: number) => `[a](#b${index})`],
  ["frames", "frame-title-missing", (index: number) => `<iframe src="https://f.example/${index}"></iframe>`],
] as const) {
  fold(`of ${what} a bounded number is kept, and all are counted`, () => {
    const ofCode = findingsOf(ALL, piece).filter((one) => one.code === code);
    assert.is(ofCode.length, MOST_OF_A_KIND + 1);
    assert.is(countOf(ofCode), ALL);
  });
}

fold("the last one says from where on, how many, and of what kind", () => {
  const expected = "From here on the file has 500 findings of this kind: A link of the text leads to a page";
  assert.is(last?.message.slice(0, expected.length), expected);
  assert.is(last?.fix, "Mend those above: the next are then told one by one.");
  assert.is(last?.line, 7 + 2 * MOST_OF_A_KIND);
});

fold("one more than are kept is told in its own words", () => {
  const all = findingsOf(MOST_OF_A_KIND + 1, (index) => `[${index}](/nowhere/${index})`);
  assert.is(all.at(-1)?.message, `The link “/nowhere/${MOST_OF_A_KIND}” leads to nothing on this site.`);
});

fold("each form says how many there are", () => {
  const options = { kinds: rules };
  const told = /From here on the file has 500 findings of this kind/;
  assert.is(summary(many), `${ALL} warnings`);
  assert.match(
    printSummary(many, options),
    `${MOST_OF_A_KIND} links lead to /nowhere/…, which this site does not have`,
  );
  assert.match(printSummary(many, options), `${ALL} warnings; npx eleventy-pelican check lists all`);
  for (const text of [printFindings(many), formatGithub(many), formatJson(many), formatSarif(many, rules)]) {
    assert.match(text, told);
  }
  assert.is(JSON.parse(formatJson(many)).findings.at(-1).count, MORE);
  assert.is(JSON.parse(formatSarif(many, rules)).runs[0].results.at(-1).occurrenceCount, MORE);
});

fold("what is accepted is counted, whether it is told or stands behind others", () => {
  const fewer = findingsOf(ALL - 200, (index) => `[${index}](/nowhere/${index + 200})`);
  assert.equal(compareBaseline(many, baselineOf(many)), { fresh: [], gone: [] });
  assert.is(countOf(compareBaseline(fewer, baselineOf(many)).gone), 200);
  assert.equal(compareBaseline(fewer, baselineOf(many)).fresh, []);
  assert.is(countOf(compareBaseline(many, baselineOf(fewer)).fresh), 200);
  assert.match(printChanges(many, fewer, { kinds: rules }), `200 findings are fixed; ${ALL - 200} warnings in all`);
});

fold("what stood for many and comes again stands for all of them", () => {
  const once = foldMany(
    Array.from({ length: ALL }, () => "a"),
    String,
  );
  const twice = foldMany(
    once,
    ({ item }) => item,
    ({ count }) => count,
  );
  assert.equal(twice.at(-1)?.count, MORE);
  assert.is(countOf(twice), ALL);
});

fold.run();
