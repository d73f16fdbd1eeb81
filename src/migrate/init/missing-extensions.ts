import type { SourceFile } from "../../plugin/files/source-file.ts";
import { readHeader } from "../../plugin/header/read-header.ts";
import type { NotTaken, PelicanSetting } from "./converted.ts";
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

function whyMissing(extension: string, files: readonly SourceFile[]): string {
  const use = Object.hasOwn(USES, extension) ? USES[extension] : undefined;
  const start = `the Markdown extension ${extension} is not here`;
  if (!use) return `${start}: what it would make something of stays as it is written`;
  const using = files.filter((file) => use.test(readHeader(file).header.body)).map(({ path }) => path);
  if (using.length === 0) return `${start}, and no text uses it`;
  const more = using.length > MOST ? ` and ${using.length - MOST} more` : "";
  return `${start}: what it would make something of stays as it is written, in ${using.slice(0, MOST).join(", ")}${more}`;
}
