import { checkGivenNames, misspeltHeader } from "../fields/names.ts";
import { type Fields, readFields } from "../fields/read-fields.ts";
import type { SourceFile } from "../files/source-file.ts";
import type { Report } from "../findings/report.ts";
import { type Header, isUnreadable } from "../header/header.ts";
import { headerCode } from "../header/header-code.ts";
import { mergeConflicts } from "../header/merge-conflict.ts";
import { headerMistakes, withoutSame } from "../header/mistakes.ts";
import { readHeader } from "../header/read-header.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Settings } from "../settings.ts";
import { type GivenLines, givenLines, givenMeans, isTimeOfFile, withGiven } from "./given-lines.ts";

/** A file of the content with its header read: what it says by itself, whatever Eleventy knows of it. */
export interface PageSource {
  readonly file: SourceFile;
  readonly header: Header;
  /** What its header says, and settings by its path and name. */
  readonly fields: Fields;
  /** What settings say where nobody else does. */
  readonly defaults: Fields;
  readonly reports: readonly Report[];
  /** The header cannot be read, and the build is to stop. */
  readonly isUnreadable: boolean;
}

/** What a file is read with, besides its text. */
export interface SourceMeans {
  readonly settings: Settings;
  /** When a file was changed last; without it no file has a time. */
  readonly timeOf?: (path: string) => Date | undefined;
}

/** Reads a file's header, and what settings say of it. Whatever is wrong is a finding. */
function readSource(
  file: SourceFile,
  { ofPath, defaults: ofSettings }: GivenLines,
  { runHeaders }: Settings,
  ofEngine?: Header,
): PageSource {
  const { header: said, reports: ofText } = ofEngine ? { header: ofEngine, reports: [] } : readHeader(file);
  const code = runHeaders ? [] : headerCode(said, file.path);
  const header = code.length === 0 ? said : { ...said, lines: [], menus: [], data: {} };
  const read = [...ofText, ...code];
  const conflicts = mergeConflicts(file.text.split(/\r\n|\r|\n/), file.path);
  const mistakes = headerMistakes(file, header);
  const misspelt = header.syntax === "none" ? misspeltIn(file, mistakes) : [];
  const isLong = ofText.some(({ code }) => code === "file-too-large");
  const ofHeader = isLong
    ? ofText
    : conflicts.length > 0
      ? conflicts
      : [...withoutSame(read, mistakes), ...mistakes, ...misspelt];
  const lines = withGiven(header.lines, ofPath);
  const { fields, reports } = readFields(lines, file.path, header.syntax !== "yaml", header.menus);
  const defaults = readFields(ofSettings, file.path, false);
  const cannot = isUnreadable(ofHeader);
  // Of a header that nobody can read, nothing else is to be said.
  const ofGiven = checkGivenNames([...ofPath, ...ofSettings]);
  const all = cannot ? ofHeader : [...ofHeader, ...reports, ...defaults.reports, ...ofGiven];
  return { file, header, fields, defaults: defaults.fields, reports: all, isUnreadable: cannot };
}

/** The misspelt fields of a header that is none, but for what is told of it already. */
function misspeltIn(file: SourceFile, mistakes: readonly Report[]): Report[] {
  if (isHtmlFile(file.path) || mistakes.some(({ code }) => code === "header-form")) return [];
  const told = new Set(mistakes.map(({ line }) => line));
  return misspeltHeader(file.text, file.path).filter(({ line }) => !told.has(line));
}

/**
 * Reads a file, and keeps what it read: while somebody writes, most stay as they are.
 *
 * @param ofEngine the header, where an engine of Eleventy's has read it
 */
export type SourceReader = (file: SourceFile, means: SourceMeans, ofEngine?: Header) => PageSource;

/** Makes a reader that has read nothing yet. */
export function createSourceReader(): SourceReader {
  const known = new Map<string, { readonly source: PageSource; readonly givenText: string }>();
  const means = givenMeans();
  return (file, { settings, timeOf }, ofEngine) => {
    const given = givenLines(file.path, settings, isTimeOfFile(settings) ? timeOf?.(file.path) : undefined, means);
    const [last, givenText] = [known.get(file.path), JSON.stringify([given, settings.runHeaders])];
    if (!ofEngine && last?.source.file.text === file.text && last.givenText === givenText) return last.source;
    const source = readSource(file, given, settings, ofEngine);
    known.set(file.path, { source, givenText });
    return source;
  };
}
