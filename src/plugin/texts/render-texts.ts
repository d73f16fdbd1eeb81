import { digestOf } from "../cache/digest.ts";
import { memo, type Store } from "../cache/store.ts";
import { type Place, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { firstParagraphs, withoutContents } from "../html/excerpt.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { type Scanned, scan } from "../html/scan.ts";
import { makeScrollable } from "../html/scrollable.ts";
import { withoutIds } from "../html/tags.ts";
import { textOf, truncateWords } from "../html/text.ts";
import { type Attachment, resolveSourceLinks, type Sources } from "../links/source-links.ts";
import { pushAll } from "../maps/many.ts";
import { memoize } from "../maps/memoize.ts";
import type { Render } from "../markdown/index.ts";
import type { Page } from "../pages/page.ts";
import { type Fault, reportInBody } from "../pages/report-in-body.ts";
import type { Settings } from "../settings.ts";
import { type Typography, typogrify } from "../typography/typogrify.ts";
import { findWords } from "../words/find-words.ts";
import { withIncludedCode } from "./included-code.ts";
import { type MadeFile, type WithNotebooks, withNotebooks } from "./included-notebooks.ts";
import { READ_TEXT, type ReadText } from "./read-text-form.ts";
import { splitSummary } from "./summary-below.ts";
import { unlessTooLarge, unlessTooLong, unlessTooMuch } from "./text-size.ts";

/** What is made of each page's text. */
export interface Rendered {
  readonly html: Map<Page, string>;
  readonly scanned: Map<Page, Scanned>;
  /** What each page's `Summary` says, as HTML. */
  readonly summaries: Map<Page, string>;
  /** Fields of the site's own, of pages of which some are Markdown: these as HTML. */
  readonly metadata: Map<Page, Page["metadata"]>;
}

/** The rendered texts of all pages. */
export interface Contents extends Rendered {
  readonly attachments: readonly Attachment[];
  /** The pictures of notebooks that texts show. */
  readonly made: readonly MadeFile[];
  /** The notebooks, from the content folder. */
  readonly notebooks: ReadonlySet<string>;
  readonly reports: readonly Report[];
  /** Renders a page's text anew, of what a template engine has made of it. */
  readonly renderAgain: (page: Page, source: string) => void;
}

/**
 * Renders every text once: Markdown to HTML, links to source files to where these are, and what is wide scrolls; and
 * reads what came out.
 *
 * @param store keeps what was made of each text
 * @param texts what a template engine has made of pages' texts, by their files
 * @param rendered what was made of the pages of other parts of the site: these are put beside
 */
export function renderContents(
  pages: readonly Page[],
  sources: Sources,
  markdown: Render,
  store: Store,
  texts: ReadonlyMap<string, string> = new Map(),
  rendered: Rendered,
): Contents {
  const { html, scanned, summaries, metadata } = rendered;
  const formatted = sources.settings.formattedFields.map((name) => name.toLowerCase());
  const attachments: Attachment[] = [];
  const reports: Report[] = [];
  const made: MadeFile[] = [];
  const notebooks = new Set<string>();
  const resolve = (text: string, page: Page, place?: Place) => {
    const resolved = resolveSourceLinks(text, page, sources, place);
    pushAll(attachments, resolved.attachments);
    pushAll(reports, resolved.reports);
    return resolved.html;
  };
  const typography = typographyOf(sources.settings);
  const withTypography = (text: string) => (typography ? typogrify(text, typography) : text);
  const how = ` ${digestOf(JSON.stringify([sources.settings.markdown, sources.settings.math, typography]))}`;
  const wordsFor = memoize((lang: string) => {
    const spoken = findWords(lang, sources.settings.words);
    return { spoken, key: ` ${digestOf(JSON.stringify(spoken))}` };
  });
  const readAs = (kind: string, source: string, lang: string, toHtml: Render) => {
    const { spoken, key } = wordsFor(lang);
    return memo(store, { name: kind + how + key, form: READ_TEXT }, source, (): ReadText => {
      const made = unlessTooMuch(toHtml(source, spoken), sources.settings.largestText);
      const text = makeScrollable(withTypography(made), spoken);
      return { html: text, scanned: scan(text) };
    });
  };
  const withCode = codeIncluder(sources);
  const include = (body: string, page: Page) => {
    const { text, pictures, files, ...told } = notebookIncluder(
      sources,
      withCode(body),
      wordsFor(page.lang).spoken.words.output,
    );
    pushAll(made, pictures);
    for (const file of files) notebooks.add(file);
    const bounded = unlessTooLong(text, page, sources.settings.largestText);
    pushAll(reports, [...reportsOn(told, page), ...bounded.reports]);
    return bounded.text;
  };
  const render = (page: Page, source: string) => {
    const { body, summary = page.summary } = splitSummary(source);
    const read = () =>
      isMarkdown(page)
        ? readAs("markdown", include(body, page), page.lang, markdown)
        : readAs("html", body, page.lang, (text) => text);
    const made = unlessTooLarge(read, page, body);
    if ("report" in made) reports.push(made.report);
    const text = resolve(made.html, page);
    html.set(page, text);
    scanned.set(page, text === made.html ? made.scanned : scan(text));
    const toHtml = isMarkdown(page) ? markdown : asHtml;
    const field = (value: string, place: Place) =>
      resolve(withTypography(toHtml(value, wordsFor(page.lang).spoken)), page, place);
    if (summary !== undefined) summaries.set(page, field(summary, page.place("summary")));
    const own = Object.entries(page.metadata).filter(([name]) => formatted.includes(name));
    if (own.length === 0) return;
    metadata.set(page, {
      ...page.metadata,
      ...Object.fromEntries(own.map(([name, value]) => [name, field(value, placeOf(name, page))])),
    });
  };
  for (const page of pages) render(page, texts.get(page.file) ?? page.header.body);
  return { html, scanned, summaries, metadata, attachments, made, notebooks, reports, renderAgain: render };
}

/** Where a page's header has a field of the site's own. */
function placeOf(name: string, { file, header }: Page): Place {
  return placeIn(
    file,
    header.lines.find(({ key }) => key.toLowerCase() === name),
  );
}

/** A field of a page in HTML is HTML, as Pelican takes it. */
function asHtml(value: string): string {
  return /^\s*<(?:p|div|ul|ol|blockquote|h\d|table|pre|figure)\b/i.test(value) ? value : `<p>${value}</p>\n`;
}

/** What puts the code of other files into a text, where the site has Pelican's tags for it. */
function codeIncluder({ settings, readText }: Sources): (text: string) => string {
  if (!settings.markdown.liquid_tags || !readText) return (text) => text;
  return (text) => withIncludedCode(text, { folder: settings.codeDir, readText });
}

/** The same for what notebooks show. */
function notebookIncluder({ settings, readText }: Sources, text: string, output: string): WithNotebooks {
  if (!settings.markdown.liquid_tags || !readText) return { text, pictures: [], files: [], faults: [], notes: [] };
  return withNotebooks(text, { folder: settings.notebookDir, output, readText });
}

function reportsOn({ faults, notes }: Pick<WithNotebooks, "faults" | "notes">, page: Page): Report[] {
  const unread = faults.map(({ tag, reason }): Fault => {
    return { code: "notebook-unread", shown: tag, at: (place) => report("notebook-unread", place, { tag, reason }) };
  });
  const partly = notes.map(({ tag, note }): Fault => {
    return { code: "notebook-partly", shown: tag, at: (place) => report("notebook-partly", place, { tag, note }) };
  });
  return reportInBody(page, [...unread, ...partly]);
}

/** Where the texts of a build are put as they are rendered. */
export function nothingRendered(): Rendered {
  return { html: new Map(), scanned: new Map(), summaries: new Map(), metadata: new Map() };
}

/** What Pelican's settings say of typography; undefined where there is to be none. */
function typographyOf(settings: Settings): Typography | undefined {
  if (!settings.typogrify) return undefined;
  const { typogrifyDashes: dashes, typogrifyIgnoreTags: ignored, typogrifyOmitFilters: omitted } = settings;
  return { dashes, ignored, omitted };
}

/**
 * What a list shows of a post: its `Summary`, or the first paragraphs, and of these the first words, of its body.
 * Source: https://docs.getpelican.com/en/latest/settings.html (SUMMARY_MAX_PARAGRAPHS, SUMMARY_MAX_LENGTH)
 */
export function summaryOf(page: Page, { html, summaries }: Contents, settings: Settings): string {
  const own = summaries.get(page);
  if (own !== undefined) return own;
  const { summaryMaxLength: words, summaryMaxParagraphs: paragraphs, summaryEndSuffix } = settings;
  const body = withoutContents(html.get(page) ?? "");
  const begun = paragraphs === null ? body : firstParagraphs(body, paragraphs);
  if (words === 0) return "";
  // On a list, the ids of several posts would meet.
  return withoutIds(words === null ? begun : truncateWords(begun, words, summaryEndSuffix));
}

/** What search engines show of the pages that have a `Summary`: its text. */
export function descriptionsOf({ summaries }: Contents): Map<Page, string> {
  return new Map([...summaries].map(([page, summary]) => [page, textOf(summary)]));
}

function isMarkdown(page: Page): boolean {
  return !isHtmlFile(page.file);
}
