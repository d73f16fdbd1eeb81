import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type { MarkdownSetting } from "../settings/markdown.ts";
import { headingText } from "./heading-ids.ts";
import { wordsFor } from "./words.ts";

interface Entry {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

function entriesOf(state: StateCore): Entry[] {
  return state.tokens.flatMap((open, index) => {
    if (open.type !== "heading_open") return [];
    const text = headingText(state.tokens[index + 1]).trim();
    return [{ level: Number(open.tag.slice(1)), id: open.attrGet("id") ?? "", text }];
  });
}

/** A list in a list for each deeper level; a level that is left out on the way down opens no list of its own. */
function nestedList(entries: readonly Entry[], escapeHtml: (text: string) => string): string {
  const levels: number[] = [];
  let html = "";
  for (const { level, id, text } of entries) {
    while (level < (levels.at(-1) ?? 0) && level <= (levels.at(-2) ?? 0)) {
      html += "</li></ul>";
      levels.pop();
    }
    if (level > (levels.at(-1) ?? 0)) {
      html += "<ul>";
      levels.push(level);
    } else {
      html += "</li>";
      levels[levels.length - 1] = level;
    }
    html += `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a>`;
  }
  return html + "</li></ul>".repeat(levels.length);
}

/** The first and the last level that are listed: `3`, or `2-4`. */
function levelsOf(depth: MarkdownSetting["toc"]["toc_depth"]): readonly [top: number, bottom: number] {
  const levels = String(depth).split("-").map(Number);
  return [levels.length > 1 ? (levels[0] ?? 1) : 1, levels.at(-1) ?? 6];
}

function fillMarker(state: StateCore, { marker, title, toc_depth: depth }: MarkdownSetting["toc"]): void {
  const { tokens } = state;
  const place = tokens.findIndex(
    ({ type }, index) => type === "paragraph_open" && tokens[index + 1]?.content.trim() === marker,
  );
  if (place < 0 || marker === "") return;
  const [top, bottom] = levelsOf(depth);
  const entries = entriesOf(state).filter(({ level }) => level >= top && level <= bottom);
  const nav = new state.Token("html_block", "", 0);
  const { escapeHtml } = state.md.utils;
  const heading = title === "" ? "" : `<span class="toctitle">${escapeHtml(title)}</span>`;
  const { words, attributes, back } = wordsFor(state.env);
  const [inWords, inText] = title === "" ? [attributes, back] : ["", ""];
  const label = escapeHtml(title || words.onThisPage);
  const list = heading + nestedList(entries, escapeHtml);
  nav.content =
    entries.length === 0
      ? ""
      : `<nav class="toc" aria-label="${label}"${inWords}>${list.replace("<ul", () => `<ul${inText}`)}</nav>\n`;
  tokens.splice(place, 3, nav);
}

/** `[TOC]` alone in a paragraph is a list of the page's headings: https://python-markdown.github.io/extensions/toc/ */
export function toc(md: MarkdownIt, setting: MarkdownSetting["toc"]): void {
  md.core.ruler.after("heading_ids", "toc", (state) => fillMarker(state, setting));
}
