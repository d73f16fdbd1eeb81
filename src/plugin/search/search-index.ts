import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { INDEX_FOLDER } from "../assets/index-folder.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import { compareText } from "../findings/finding.ts";
import { messageOf } from "../findings/plain-error.ts";
import { escapeHtml } from "../html/escape.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import type { Site } from "../site.ts";
import { allParts } from "../structure.ts";

/** A page as Pagefind is handed it. */
export interface SearchRecord {
  readonly url: string;
  /** A whole document of nothing but the title, the section and the text. */
  readonly content: string;
}

/** The files of an index by their paths in its folder, or why there is none. */
export type SearchIndex = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly reason: string };

/** What a browser asks for; Pagefind makes ready-made search boxes, too, which are not used. */
const INDEX_FILE =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.\w+\.pagefind|(?:index|fragment|filter)\/\w+\.pf_\w+)$/;

/** Pagefind needs a tenth of a second for a hundred pages. */
const TIME_LIMIT = 60_000;

/**
 * Begins to make the index of a site; undefined for a site without a search page. Pagefind is a program of its own and
 * works while Eleventy does. The promise is never rejected.
 */
export function startSearchIndex(site: Site): Promise<SearchIndex> | undefined {
  const records = allParts(site).flatMap(searchRecords);
  if (!allParts(site).some(({ lists }) => lists.some(({ kind }) => kind === "search"))) return undefined;
  return makeIndex(records).catch((error) => ({ reason: firstLine(error) }));
}

/**
 * Writes an index and removes what is left of an older one. Where none could be made the site has none, and says so: the
 * search page then has its list of all pages.
 */
export async function writeSearchIndex(
  making: Promise<SearchIndex> | undefined,
  output: OutputFolder,
  outputPath: string,
): Promise<void> {
  if (!making) return;
  const index = await making;
  const files = "files" in index ? index.files : new Map<string, Uint8Array>();
  const folder = join(outputPath, INDEX_FOLDER);
  for (const path of oldFiles(folder)) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, bytes] of files) output.put(`${INDEX_FOLDER}/${path}`, bytes);
  if (!("reason" in index)) return;
  console.warn(`The site was built without its search index: ${index.reason} The search page lists all pages instead.`);
}

/** Only what an index is made of: an author may have a page in this folder. */
function oldFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.map((path) => path.replaceAll("\\", "/")).filter((path) => INDEX_FILE.test(path));
}

async function makeIndex(records: readonly SearchRecord[]): Promise<SearchIndex> {
  // Only where it is needed: it starts a native program.
  const { createIndex, close } = await import("pagefind");
  let timer: NodeJS.Timeout | undefined;
  // If the program ends by itself, Pagefind's library waits forever.
  const late = new Promise<SearchIndex>((resolve) => {
    timer = setTimeout(() => resolve({ reason: "Pagefind did not answer." }), TIME_LIMIT);
  });
  const make = async (): Promise<SearchIndex> => {
    const { index, errors } = await createIndex();
    if (!index) return { reason: `Pagefind says: ${errors.join(" ")}` };
    const added = await Promise.all(records.map((record) => index.addHTMLFile(record)));
    const { files, errors: last } = await index.getFiles();
    const faults = [...added.flatMap((one) => one.errors), ...last];
    if (faults.length > 0) return { reason: `Pagefind says: ${faults.join(" ")}` };
    return { files: new Map(files.filter(({ path }) => INDEX_FILE.test(path)).map(settled)) };
  };
  try {
    return await Promise.race([make(), late]);
  } finally {
    clearTimeout(timer);
    await close();
  }
}

/** Pagefind names the languages in an order that differs from run to run. */
function settled({ path, content }: { readonly path: string; readonly content: Uint8Array }): [string, Uint8Array] {
  if (path !== "pagefind-entry.json") return [path, content];
  const entry = JSON.parse(Buffer.from(content).toString()) as {
    readonly languages: Readonly<Record<string, unknown>>;
  };
  const languages = Object.entries(entry.languages).sort(([a], [b]) => compareText(a, b));
  return [path, Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }))];
}

function firstLine(error: unknown): string {
  const [line = ""] = messageOf(error).split("\n");
  return `${line.trim().replace(/\.$/, "")}.`;
}

/**
 * What is searched: the pages that the search page lists. Their texts come from memory, without the menus around them.
 * Source of the attributes: https://pagefind.app/docs/metadata/
 */
export function searchRecords(site: Site): SearchRecord[] {
  const { lists, html, settings } = site;
  const pages = lists.find(({ kind }) => kind === "search")?.posts ?? [];
  return pages.map((page) => {
    const section = sectionTitle(page, site);
    const meta = section === "" ? "" : `<p data-pagefind-meta="section[title]" title="${escapeHtml(section)}"></p>`;
    const title = `<h1 data-pagefind-meta="title">${escapeHtml(page.title)}</h1>`;
    const body = `<main data-pagefind-body>${title}${meta}${html.get(page) ?? ""}</main>`;
    const lang = languageOf(page.lang, settings.defaultLang);
    return { url: page.href, content: `<!doctype html><html lang="${lang}"><body>${body}</body></html>` };
  });
}

/** What is said of a result besides its title: where it is. */
function sectionTitle(page: Page, { index, settings }: Site): string {
  if (page.kind === "post") return settings.blogTitle || settings.siteName;
  return ancestorsOf(page, index)
    .map(({ menuName }) => menuName)
    .join(" › ");
}

/**
 * The language of a page's index: the first part of its tag, so that British and American pages are found together. Files
 * of the index are named by it, so what is no language is taken for the site's own.
 */
export function languageOf(lang: string, defaultLang: string): string {
  const [own] = [lang, defaultLang].flatMap((one) => /^[a-z]{2,3}(?=-|$)/i.exec(one.trim().replace(/_/g, "-")) ?? []);
  return (own ?? "en").toLowerCase();
}
