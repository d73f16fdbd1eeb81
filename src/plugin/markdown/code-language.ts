import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { type CodeLines, readCodeLines, withLines } from "./code-lines.ts";
import type { Highlighter } from "./highlighting.ts";

/** `:::python`, and `#!python`, which numbers the lines, too; what else is on the line is none of the code. */
const FIRST_LINE = /^(?:::+([\w#.+-]+)(\s.*)?|:::+(?=\s*$|[^\w\s/]).*|#!([\w#.+-]+)(\s.*)?)$/;
const SHEBANG_PATH = /^#!\s*\/(?:[\w.-]+\/)*(?:env\s+)?([\w#.+-]+)/;
/** What may stand behind a fence: a language and options. Anything else is code. */
const INFO =
  /^(?:\{.*\}|[\w#.+-]*(?:,[\w-]+|[\s,]+(?:\{.*\}|[\w-]+ ?= ?(?:"[^"]*"|'[^']*'|\[[^\]]*\]|[^\s"']+)))*|\w+:[^\s<>$]*(?: ?[\w.+-]+;?)?)$/;
/** What is longer is code. */
const LONGEST_INFO = 1000;
const CLASS = /[\s{]\.([\w#+-][\w#.+-]*)/;
const WORD = /^\.?([\w#+-][\w#.+-]*)/;

/** So many characters of code are coloured in a text: on the page each takes the room of six. */
const MOST_COLOURED = 1_000_000;

/** What is kept of a text while it is rendered. */
interface Rendering {
  colouredLength?: number;
}

/** The language that a fence names: ` ```xml `, ` ```{.xml hl_lines="1"} `, ` ``` xml hl_lines="1" `. */
function fenceLanguage(info: string): string {
  return (info.startsWith("{") ? CLASS : WORD).exec(info)?.[1] ?? "";
}

/** Code without the blank lines at its ends, which Pygments leaves out. */
function withoutEdges(code: string): string {
  const start = /^(?:[ \t]*\n)*/.exec(code)?.[0].length ?? 0;
  const lineEnd = code.indexOf("\n", code.trimEnd().length);
  const text = code.slice(start, lineEnd < 0 ? code.length : lineEnd);
  return text === "" ? "" : `${text}\n`;
}

/** Reads the language from the code's first line, and takes that line away unless it is a part of the program. */
function nameLanguage(token: Token, linenums: boolean | undefined): void {
  token.content = withoutEdges(token.content);
  const written = token.info.trim();
  const info = written.length <= LONGEST_INFO && INFO.test(written) ? written : "";
  // A program may begin straight behind the fence: nothing of it is lost.
  if (info !== written) token.content = `${written}\n${token.content}`;
  token.info = fenceLanguage(info);
  token.meta = readCodeLines(info, linenums ?? false) satisfies CodeLines;
  if (info !== "") return;
  const lineEnd = token.content.indexOf("\n");
  const line = lineEnd < 0 ? token.content : token.content.slice(0, lineEnd);
  const [whole, ofColons, afterColons, ofShebang, afterShebang] = FIRST_LINE.exec(line.slice(0, LONGEST_INFO)) ?? [];
  // Between fences, such a line may be a part of the program.
  const isBlock = token.type === "code_block";
  const isNamed = whole !== undefined && (ofShebang === undefined || isBlock);
  if (isNamed) token.content = withoutEdges(token.content.slice(line.length + 1));
  const named = (ofColons ?? ofShebang)?.toLowerCase();
  token.info = named ?? SHEBANG_PATH.exec(line)?.[1] ?? "";
  if (token.info !== "")
    token.meta = readCodeLines(
      afterColons ?? afterShebang ?? "",
      linenums ?? (isBlock && line.startsWith("#!")),
    ) satisfies CodeLines;
}

/**
 * The language of code blocks, by Python-Markdown's extensions codehilite (`:::xml` or `#!xml` as the first line) and
 * fenced_code: https://python-markdown.github.io/extensions/code_hilite/#syntax
 *
 * @param linenums whether lines are numbered; without it those are that begin with `#!`
 * @param isExact whether blanks at the ends of code within a text are none of it
 */
export function codeLanguage(md: MarkdownIt, highlight: Highlighter, isExact: boolean, linenums?: boolean): void {
  md.core.ruler.push("code_language", ({ tokens }) => {
    for (const token of tokens)
      if (token.type === "code_block" || token.type === "fence") nameLanguage(token, linenums);
  });
  const { escapeHtml } = md.utils;

  /** Code of a text stays plain where so much above it is coloured. */
  const coloured = (code: string, language: string, env: Rendering): string | undefined => {
    const length = (env.colouredLength ?? 0) + code.length;
    if (length > MOST_COLOURED) return undefined;
    const html = highlight(code, language);
    if (html !== undefined) env.colouredLength = length;
    return html;
  };

  function render(tokens: Token[], index: number, _options: unknown, env: Rendering): string {
    const token = tokens[index];
    if (token === undefined) return "";
    // A highlighter of the site's own comes first.
    const own = md.options.highlight?.(token.content, token.info, "");
    if (own?.startsWith("<pre")) return `${own}\n`;
    const name = token.info === "" ? "" : ` class="language-${escapeHtml(token.info)}"`;
    const code = own || (coloured(token.content, token.info, env) ?? escapeHtml(token.content));
    // It scrolls in its own box, which the keyboard must reach: https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable
    return `<pre tabindex="0"><code${name}>${withLines(code, token.meta)}</code></pre>\n`;
  }

  if (isExact)
    md.renderer.rules.code_inline = (tokens, index, _options, _env, self) => {
      const token = tokens[index];
      return token ? `<code${self.renderAttrs(token)}>${escapeHtml(token.content.trim())}</code>` : "";
    };
  md.renderer.rules.fence = render;
  md.renderer.rules.code_block = render;
}
