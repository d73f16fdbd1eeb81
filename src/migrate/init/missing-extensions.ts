import type { SourceFile } from "../../plugin/files/source-file.ts";
import { readHeader } from "../../plugin/header/read-header.ts";
import { isRecord } from "../../plugin/maps/is-record.ts";
import type { NotTaken, PelicanSetting } from "./converted.ts";
import type { Literal } from "./literal.ts";
import { extensionsOf, isHere } from "./markdown.ts";

/** How a text uses an extension that is not here. */
const USES: Readonly<Record<string, RegExp>> = {
  "blocks.admonition": /^\/\/\/ /m,
  critic: /\{(?:\+\+|--|~~|==|>>)/,
  emoji: /(?<![\w:]):[a-z0-9_+-]+:(?![\w:])/,
  keys: /\+\+[a-z]/,
  legacy_attrs: /\{@\w+=/,
  legacy_em: /\w_\w+_\w/,
  progressbar: /^\s*\[=/m,
  snippets: /^-+8<-+/m,
  tabbed: /^===!? "/m,
  video: /!\[video\]|https?:\/\/(?:www\.)?(?:youtube|vimeo)/,
};

/** More files are only counted. */
const MOST = 3;

/** The extensions that are not here, each with the files that use it, where that can be seen. */
export function missingExtensions(settings: readonly PelicanSetting[], files: readonly SourceFile[]): NotTaken[] {
  return settings
    .filter(({ name }) => name === "MARKDOWN" || name === "MD_EXTENSIONS")
    .flatMap(({ name, place, value }) =>
      [...extensionsOf(value).keys()].flatMap((extension) =>
        isHere(extension) ? [] : [{ name, place, reason: whyMissing(extension, files) }],
      ),
    );
}

/** The columns that Python-Markdown nests by, unless `tab_length` says otherwise. */
const TAB_LENGTH = 4;

/** A `tab_length` that is another than here, with the lines that mean something else by it. */
export function otherTabLength(settings: readonly PelicanSetting[], files: readonly SourceFile[]): NotTaken[] {
  return settings.flatMap(({ name, place, value }) => {
    const length = name === "MARKDOWN" ? tabLengthOf(value) : TAB_LENGTH;
    if (length === TAB_LENGTH) return [];
    const lines = files.flatMap((file) => nestedOtherwise(file, length));
    const more = lines.length > MOST ? ` and ${lines.length - MOST} more lines` : "";
    const where = lines.length === 0 ? "no text has a line" : `there are ${lines.slice(0, MOST).join(", ")}${more}`;
    const reason = `tab_length is ${TAB_LENGTH} here, and not ${length}: of lines that mean something else so, ${where}`;
    return [{ name, place, reason }];
  });
}

function tabLengthOf(value: Literal): number {
  const length = isRecord(value) ? value.tab_length : undefined;
  return typeof length === "number" && length > 0 ? length : TAB_LENGTH;
}

const FENCE = /^ *(```|~~~)/;

/** The lines of a text that are nested deeper or less deep by another length, by their places. */
function nestedOtherwise(file: SourceFile, length: number): string[] {
  const { body, bodyLine } = readHeader(file).header;
  let isCode = false;
  return body.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (FENCE.test(line)) isCode = !isCode;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const isOther = Math.floor(indent / length) !== Math.floor(indent / TAB_LENGTH);
    return isCode || !isOther || line.trim() === "" ? [] : [`${file.path}:${bodyLine + index}`];
  });
}

function whyMissing(extension: string, files: readonly SourceFile[]): string {
  const use = Object.hasOwn(USES, extension) ? USES[extension] : undefined;
  const start = `the Markdown extension ${extension} is not here`;
  if (!use) return `${start}: what it would make something of stays as it is written`;
  const using = files.filter((file) => use.test(readHeader(file).header.body)).map(({ path }) => path);
  if (using.length === 0) return `${start}, and no text uses it`;
  const more = using.length > MOST ? ` and ${using.length - MOST} more` : "";
  return `${start}: what it would make something of stays as it is written, in ${using.slice(0, MOST).join(", ")}${more}`;
}
