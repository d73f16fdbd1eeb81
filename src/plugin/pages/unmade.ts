import { posix } from "node:path";
import { PAGE_FILE, type UnmadeKind } from "../files/read-tree.ts";
import { hasHeader } from "../header/read-header.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Settings } from "../settings.ts";
import { isMoved } from "./given-lines.ts";
import { isFoundIn, isPassedBy, placeKind } from "./sources.ts";

/** A format that Pelican reads, by itself or with a plugin, and this plugin does not. */
export interface Format {
  /** What one file is, and what several are. */
  readonly one: string;
  readonly many: string;
  /** What makes Markdown of a file: `FILE` stands for its path, `PAGE` for that of the page. Undefined where `convert` does. */
  readonly convert?: string;
}

const RST: Format = inFormat("reStructuredText");
const NOTEBOOK: Format = { one: "a Jupyter notebook", many: "Jupyter notebooks" };
const ASCIIDOC: Format = inFormat("AsciiDoc");
const ORG: Format = inFormat("Org", "pandoc -s -f org -t markdown -o PAGE FILE");
const TEXTILE: Format = inFormat("Textile", "pandoc -s -f textile -t markdown -o PAGE FILE");
const TEXT: Format = { one: "plain text", many: "plain text", convert: "mv FILE PAGE" };

/** The formats by the endings of files. Sources: Pelican's own readers, and the readers among its plugins. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  [".rst", RST],
  [".ipynb", NOTEBOOK],
  [".adoc", ASCIIDOC],
  [".asciidoc", ASCIIDOC],
  [".asc", ASCIIDOC],
  [".org", ORG],
  [".textile", TEXTILE],
  [".txt", TEXT],
]);

/** These are sources by their names; the others may be anything, and are by their headers. */
const BY_NAME = new Set([".rst", ".ipynb"]);

/** The first lines of a file are its header. */
const HEADER_LINES = 15;

const FIELD = "title|date|modified|category|tags|keywords|slug|authors?|summary|status|lang";
/** `:date: 2020-01-02`, `#+DATE: 2020-01-02`; in a text without marks of its own, `Date: 2020-01-02`. */
const MARKED_FIELD = new RegExp(`^(?::(?:${FIELD}):|#\\+(?:${FIELD}):)[ \\t]+\\S`, "im");
const PLAIN_FIELD = new RegExp(`^(?:${FIELD}):[ \\t]+\\S`, "gim");

/** The title of a document in AsciiDoc, at its start: many have nothing more. */
const DOCUMENT_TITLE = /^\s*= \S/;

function inFormat(name: string, convert?: string): Format {
  return { one: `in ${name}`, many: `in ${name}`, ...(convert === undefined ? {} : { convert }) };
}

/** The format of a file by its ending; undefined for one that Pelican does not read either. */
export function formatOf(path: string): Format | undefined {
  return FORMATS.get(posix.extname(path).toLowerCase());
}

/**
 * What a file of the content that is no page would be, if it were read: a source in a format that is not read, or a page that
 * its place keeps from being one, and that would be published as it is written.
 *
 * @param textOf the file's text; undefined where it is none
 */
export function unmadeKind(path: string, settings: Settings, textOf: () => string | undefined): UnmadeKind | undefined {
  if (PAGE_FILE.test(path)) return isRaw(path, settings, textOf) ? "raw" : undefined;
  const ending = posix.extname(path).toLowerCase();
  if (!FORMATS.has(ending) || isPassedBy(path, settings)) return undefined;
  if (isMoved(path, settings)) return undefined;
  const kind = placeKind(path, settings);
  const isNamed = BY_NAME.has(ending) || (formatOf(path) === ASCIIDOC && DOCUMENT_TITLE.test(textOf() ?? ""));
  const isSure = isNamed && kind !== undefined && !isDownload(path, ending, settings);
  if (kind !== "none" && (isSure || hasFields(path, textOf()))) return "unread";
  return kind === "none" && ending === ".rst" && hasFields(path, textOf()) ? "raw" : undefined;
}

/** HTML in a place of no pages is meant as it is: a demonstration, a proof for a search engine. */
function isRaw(path: string, settings: Settings, textOf: () => string | undefined): boolean {
  if (isHtmlFile(path) || placeKind(path, settings) === undefined) return false;
  const text = textOf();
  return text !== undefined && hasHeader({ path, text });
}

/** A notebook in a folder of files is one of them. */
function isDownload(path: string, ending: string, { staticPaths, staticExcludes }: Settings): boolean {
  const named = staticPaths.filter((folder) => !/^(?:\.?\/*)$/.test(folder));
  return ending === ".ipynb" && isFoundIn(path, named, staticExcludes);
}

function hasFields(path: string, text: string | undefined): boolean {
  const start = text?.split("\n", HEADER_LINES).join("\n") ?? "";
  return MARKED_FIELD.test(start) || (!/\.(?:rst|ipynb)$/i.test(path) && (start.match(PLAIN_FIELD)?.length ?? 0) >= 2);
}
