import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";

/** A row of a table of tests: what it shows, the Markdown, the HTML. */
export type Row = readonly [name: string, markdown: string, html: string];

/** Line ends between tags are a matter of taste, and no part of what is tested. */
const compact = (html: string): string =>
  html
    .replace(/>\n+(?=<|$)/g, ">")
    .replace(/\n(?=<[uo]l>)/g, "")
    .trim();

export function testRows(rows: readonly Row[], setting: Parameters<typeof markdownSetting.parse>[0] = {}): void {
  const render = createMarkdown(markdownSetting.parse(setting));
  for (const [name, markdown, html] of rows) test(name, () => assert.is(compact(render(markdown)), html));
}
