import { posix } from "node:path";
import { hrefOf } from "../dialect/address.ts";
import { pageBeside } from "../files/read-tree.ts";
import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { withoutPath } from "../html/below-path.ts";
import { mapUrls, mapUrlsInComments } from "../html/tags.ts";
import type { Page } from "../pages/page.ts";
import { type Fault, reportInBody } from "../pages/report-in-body.ts";
import { slugify } from "../pages/slug.ts";
import { formatOf } from "../pages/unmade.ts";
import { termKey } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import { fileOf } from "./file-marks.ts";
import { type InputPaths, resolveInputPath } from "./input-paths.ts";
import { ANY_MARK } from "./marks.ts";
import { splitPath } from "./split-path.ts";

/** A static file that a text asks for, and where it is written. */
export interface Attachment {
  readonly from: string;
  readonly to: string;
}

export interface SourceLinks {
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly reports: readonly Report[];
}

/** What the names in a text's links may stand for. */
export interface Sources {
  /** Pages by their files, relative to the content folder. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Where each static file is written. */
  readonly assets: ReadonlyMap<string, string>;
  /** Sources that no page is made of, and that are not copied. */
  readonly unmade?: ReadonlySet<string>;
  /** Files of pages that no page is made of. */
  readonly leftOut?: ReadonlySet<string>;
  /** The file that is most like another, for a message. */
  readonly suggest: (path: string) => string | undefined;
  /** What links to static files say, where that is not the file's own address. */
  readonly assetHrefs: ReadonlyMap<string, string>;
  /** What links to the lists of categories, authors and tags say. */
  readonly terms: ReadonlyMap<string, string>;
  readonly settings: Settings;
  /** The text of a file of the content folder, of which code is included. */
  readonly readText?: ((file: string) => string | undefined) | undefined;
  /** Undefined where paths of source files mean nothing without a mark. */
  readonly inputPaths?: InputPaths | undefined;
}

/** `{filename}x.md` or `|filename|x.md`; Markdown writes the braces and bars as %7B, %7C, %7D. */
const MARKED = /^\s*(?:\{|\||%7B|%7C)(filename|static|attach|author|category|tag|index)(?:\}|\||%7D|%7C)(.*)$/i;

/** Where Pelican reads names of source files besides: these hold other things, too. */
const OTHERS = new Set(["content", "formaction"]);

/**
 * Resolves the links to source files that a text holds.
 * Source: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
 *
 * @param place where the text is, where it is not the page's own
 */
export function resolveSourceLinks(html: string, page: Page, sources: Sources, place?: Place): SourceLinks {
  const { inputPaths } = sources;
  const { pathPrefix } = sources.settings;
  const hasPath = pathPrefix !== "" && html.includes(pathPrefix);
  if (!inputPaths && !hasPath && !ANY_MARK.test(html)) return { html, attachments: [], reports: [] };
  const attachments: Attachment[] = [];
  const missing: Fault[] = [];
  const resolve = (url: string, isShown: boolean): string | undefined => {
    const [, what = "", rest = ""] = MARKED.exec(url) ?? [];
    // The path is put before all addresses in the end: here it would be a folder.
    if (what === "") return (inputPaths && resolveInputPath(url, page, inputPaths)) ?? withoutPath(url, pathPrefix);
    const { path, suffix } = splitPath(rest);
    const target = targetOf(what.toLowerCase(), path, page, sources);
    if (target?.attachment) attachments.push(target.attachment);
    if (target) return target.href + suffix;
    if (!isShown) return undefined;
    missing.push({ code: "source-missing", shown: url, at: (place) => missingAt(place, what, path, page, sources) });
    return undefined;
  };
  const resolved = mapUrls(
    html,
    (url) => resolve(url, true),
    (name, value) => OTHERS.has(name) && MARKED.test(value),
  );
  const reports = place ? missing.map(({ at }) => at(place)) : reportInBody(page, missing);
  if (!resolved.includes("<!--") || !ANY_MARK.test(resolved)) return { html: resolved, attachments, reports };
  // Some attach a file by a comment: nobody sees a link, and the file is there. What is lost there nobody misses.
  return { html: mapUrlsInComments(resolved, (url) => resolve(url, false)), attachments, reports };
}

function missingAt(place: Place, kind: string, path: string, page: Page, sources: Sources): Report {
  const file = fileOf(path, page);
  const isUnread = sources.unmade?.has(file) ?? false;
  const isLeftOut = sources.leftOut?.has(file) ?? false;
  const near = isUnread || isLeftOut ? undefined : sources.suggest(file);
  return report("source-missing", place, { kind, path, near, isUnread, isLeftOut });
}

interface Target {
  readonly href: string;
  readonly attachment?: Attachment;
}

function targetOf(what: string, path: string, page: Page, sources: Sources): Target | undefined {
  const { settings, pages, assets } = sources;
  if (what === "index") return { href: settings.indexSaveAs === "" ? "/" : hrefOf(settings.indexSaveAs) };
  if (what === "author" || what === "category" || what === "tag") {
    const href = sources.terms.get(termKey(what, slugify(path, settings, what)));
    return href === undefined ? undefined : { href };
  }
  const file = fileOf(path, page);
  const made = formatOf(file) && !assets.has(file) ? pageBeside(file, (path) => pages.has(path)) : undefined;
  const linked = pages.get(made ?? file);
  // A link to a source in another format means the page that was made of it. A page may also be meant by {static}: its file is then not copied, it is linked.
  if (linked) return { href: linked.href };
  const asset = assets.get(file);
  // As in Pelican, only what is meant as a file may be a source.
  if (asset === undefined || (what === "filename" && sources.unmade?.has(file))) return undefined;
  const to = what === "attach" ? besidePage(file, page) : asset;
  const href = (what === "attach" ? undefined : sources.assetHrefs.get(file)) ?? hrefOf(to);
  return { href, attachment: { from: file, to } };
}

/** An attached file keeps its way from the text's own file, where that does not lead up. */
function besidePage(file: string, page: Page): string {
  const way = posix.relative(posix.dirname(page.file), file);
  return posix.join(posix.dirname(page.saveAs), way.startsWith("../") ? posix.basename(file) : way);
}
