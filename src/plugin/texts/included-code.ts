import { posix } from "node:path";
import { escapeHtml } from "../html/escape.ts";
import { fenceFor } from "../markdown/fence-for.ts";
import { reasonAgainst } from "../pages/paths.ts";

/** Where code is included from, and how. */
export interface Code {
  readonly folder: string;
  /** The text of a file of the content folder; undefined where there is none. */
  readonly readText: (file: string) => string | undefined;
}

const TAG = /^\{%-?[ \t]*include_code(?=[ \t])([^\n%]+)%\}[ \t]*$/gm;
const LANGUAGE = /^lang:(\S+)$/;
const LINES = /^lines:(\d+)-(\d+)$/;
const OTHER = /^(?::hide\w+:|codec:\S+)$/;

interface Asked {
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly from: number;
  readonly to: number;
  /** What stands above the code, besides the title. */
  readonly shows: Readonly<Record<"caption" | "name" | "link", boolean>>;
}

/** `[lang:x] path [lines:1-9] [:hidefilename:] [:hidelink:] [:hideall:] [title]` */
function asked(text: string): Asked {
  const words = text.split(/[ \t]+/);
  const [path = "", ...title] = words.filter((word) => ![LANGUAGE, LINES, OTHER].some((option) => option.test(word)));
  const found = (option: RegExp) => words.map((word) => option.exec(word)).find((match) => match !== null);
  const [, from = "1", to = "Infinity"] = found(LINES) ?? [];
  const shows = (part: string) => !words.includes(`:hide${part}:`);
  return {
    path,
    title: title.join(" "),
    language: found(LANGUAGE)?.[1] ?? posix.extname(path).slice(1),
    from: Number(from),
    to: Number(to),
    shows: { caption: shows("all"), name: shows("filename"), link: shows("link") },
  };
}

/**
 * A text with the code of files in the place of the tags that name them, of files in the content folder alone. A tag whose
 * file is not there stays, which a check finds.
 * Source: https://github.com/pelican-plugins/liquid-tags (include_code)
 */
export function withIncludedCode(text: string, { folder, readText }: Code): string {
  if (!text.includes("include_code")) return text;
  return text.replace(TAG, (tag, written: string) => {
    const { path, title, language, from, to, shows } = asked(written.replace(/-$/, "").trim());
    const file = posix.join(folder, path);
    const whole = reasonAgainst(file) === undefined ? readText(file) : undefined;
    if (whole === undefined || whole.includes("\0")) return tag;
    const lines = whole.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    const code = lines.slice(from - 1, to).join("\n");
    const caption = [
      escapeHtml(title),
      shows.name ? escapeHtml(posix.basename(path)) : "",
      to === Infinity ? "" : `[Lines ${from}-${to}]`,
      shows.link ? `<a href="{static}/${escapeHtml(file)}">download</a>` : "",
    ].filter((part) => part !== "");
    const fence = fenceFor(code);
    const head = shows.caption && caption.length > 0 ? `<p class="code-title">${caption.join(" ")}</p>\n\n` : "";
    return `\n${head}${fence}${/^[\w+#-]+$/.test(language) ? language : ""}\n${code}\n${fence}\n`;
  });
}
