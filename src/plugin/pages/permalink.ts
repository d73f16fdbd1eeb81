import type { SourceFile } from "../files/source-file.ts";
import type { Place } from "../findings/finding.ts";
import type { Header } from "../header/header.ts";

/** Where Eleventy's own front matter puts a page. */
export interface Permalink {
  /** The `permalink`, where it says a path. */
  readonly written: string | undefined;
  readonly place: Place;
  /** Eleventy's default: `about/history.md` is `about/history/index.html`. */
  readonly fallback: string;
}

/** Undefined for a page whose header is Pelican's, or whose permalink only Eleventy can work out. */
export function permalinkOf(header: Header, file: SourceFile): Permalink | undefined {
  const { permalink } = header.data;
  if (header.syntax !== "yaml" || isLeftToEleventy(permalink)) return undefined;
  const line = header.lines.find(({ key }) => key === "permalink");
  return {
    written: typeof permalink === "string" ? permalink : undefined,
    place: { file: file.path, line: line?.line ?? 1, column: line?.valueColumn ?? 1 },
    fallback: file.path.replace(/(?:(^|\/)index)?\.[^./]+$/, "$1/index.html").replace(/^\/|\/(?=\/)/g, ""),
  };
}

/** A template, `false` for no file at all, or several files: https://www.11ty.dev/docs/permalinks/ */
export function isLeftToEleventy(permalink: unknown): boolean {
  if (typeof permalink === "string") return /\{[{%]/.test(permalink);
  return permalink !== undefined && permalink !== null;
}
