/** A long text is rendered a portion at a time: it comes out as one that is rendered at once. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";
import { site } from "../make.ts";

const portions = suite("portions of a text");

const BLOCKS = [
  "A [link][there], a [later] one, *emphasis* and HTML.",
  "- a\n- b\n    - c\n    - d",
  "- loose\n\n- items\n\n    with a paragraph",
  "1. one\n2. two\n\n3. three",
  "| a | b |\n|---|---|\n| `x|y` | 2 |\n| 3 | 4 |",
  "> quoted\n\n> once more",
  "> - a\n> - b",
  "## Heading",
  "Heading\n-------",
  "```python\nx = 1\n```",
  "    code",
  "<div>\n\nraw *HTML*\n\n</div>",
  '<div markdown="1">\n- a\n- b\n\ntext\n</div>',
  "Term\n:   Definition\n\n    - a\n    - b",
  "*[HTML]: Hypertext Markup Language",
  "[there]: https://example.org/there\n[there]: https://example.org/last",
  "***",
  "Text {: .class}\n{: .lead}",
  "::: {.box}\n- a\n- b\n:::",
];
const END = "\n\n[later]: https://example.org/later\n\n## Heading\n";
/** What is written here must be known of the whole text, which is then one portion. */
const WHOLE = ["[TOC]", "A note[^1].\n\n[^1]: The note.", '<p id="heading">x</p>', "## Other {#heading}"];

for (const exact of [false, true]) {
  portions(`come out as the whole, ${exact ? "exact" : "by our rules"}`, () => {
    const setting = markdownSetting.parse({ exact });
    const whole = createMarkdown(setting);
    const parted = createMarkdown(setting, undefined, { from: 0, size: 1, most: 1_000 });
    for (const before of BLOCKS) {
      for (const behind of [...BLOCKS, ...WHOLE]) {
        const text = `${before}\n\n${behind}\n\n${before}${END}`;
        assert.is(parted(text), whole(text), text);
      }
    }
  });
}

portions("are whole to rules that others add", () => {
  const amend: Parameters<typeof createMarkdown>[1] = (md) =>
    md.core.ruler.push("count", (state) => {
      const [first] = state.tokens;
      first?.attrSet("data-tokens", String(state.tokens.length));
    });
  const text = "a\n\nb\n\nc\n";
  const parted = createMarkdown(undefined, amend, { from: 0, size: 1, most: 1_000 });
  assert.is(parted(text), createMarkdown(undefined, amend)(text));
});

portions("many footnotes take as much as their text, wherever they are printed", () => {
  const notes = Array.from({ length: 16_000 }, (_, index) => `[^${index}]: b`).join("\n");
  const mentions = Array.from({ length: 16_000 }, (_, index) => `a[^${index}] [^0]`).join("\n\n");
  const html = createMarkdown()(`${mentions}\n\n///Footnotes Go Here///\n\nc\n\n${notes}\n`);
  assert.is(html.match(/<li id="fn:/g)?.length, 16_000);
  assert.is(html.match(/class="footnote-backref"/g)?.length, 32_000);
  assert.match(html, /<\/section>\n<p>c<\/p>\n$/);
});

portions("code is coloured up to a million characters of a text, and plain below", () => {
  const block = `\`\`\`python\n${"x = 1\n".repeat(8_000)}\`\`\`\n\n`;
  const html = createMarkdown()(block.repeat(22));
  assert.is(html.match(/<code/g)?.length, 22);
  assert.is(html.match(/<code class="language-python">x = <span/g)?.length, 20);
});

portions("let a text be longer than what is held of it", () => {
  const parted = createMarkdown(undefined, undefined, { from: 0, size: 20, most: 100 });
  assert.is(parted("- a\n".repeat(500)), `<ul>\n${"<li>a</li>\n".repeat(500)}</ul>\n`);
  for (const [name, text] of [
    ["a paragraph", "*a* ".repeat(100)],
    ["an item", `- a\n\n${"    b\n\n".repeat(100)}`],
    ["a text with notes", `[^1]\n\n[^1]: a\n\n${"b\n\n".repeat(100)}`],
  ] as const) {
    assert.throws(() => parted(text), "The text has more than 100 parts.", name);
  }
});

portions("of which there are too many are a finding of the file", () => {
  const text = `---\nTitle: A\n---\n\n${"*a* ".repeat(600_000)}\n`;
  const [found] = site({ "a.md": text }).findings;
  assert.is(found?.code, "file-too-large");
  assert.is(found?.file, "a.md");
  assert.is(
    found?.message,
    "Its text of 2.4 MB has more parts (paragraphs, items, cells, links) than 1,000,000, the most that are read at once.",
  );
});

portions.run();
