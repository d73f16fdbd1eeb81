import { memo, type Store } from "../cache/store.ts";
import type { Finding } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { type Scanned, scan } from "./scan.ts";
import { makeScrollable } from "./scrollable.ts";
import { type Attachment, resolveSourceLinks, type Sources } from "./source-links.ts";
import { summarize, textOf } from "./summary.ts";
import { withoutIds } from "./tags.ts";

/** The rendered texts of all pages. */
export interface Contents {
  readonly html: ReadonlyMap<Page, string>;
  readonly scanned: ReadonlyMap<Page, Scanned>;
  /** What each page's `Summary` says, as HTML. */
  readonly summaries: ReadonlyMap<Page, string>;
  readonly attachments: readonly Attachment[];
  readonly findings: readonly Finding[];
}

interface Rendered {
  readonly html: string;
  readonly scanned: Scanned;
}

/**
 * Renders every text once: Markdown to HTML, links to source files to where these are, and what is wide scrolls; and
 * reads what came out.
 *
 * @param store keeps what was made of each text
 */
export function renderContents(
  pages: readonly Page[],
  sources: Sources,
  markdown: (source: string) => string,
  store: Store,
): Contents {
  const html = new Map<Page, string>();
  const scanned = new Map<Page, Scanned>();
  const summaries = new Map<Page, string>();
  const attachments: Attachment[] = [];
  const findings: Finding[] = [];
  const resolve = (text: string, page: Page) => {
    const resolved = resolveSourceLinks(text, page, sources);
    attachments.push(...resolved.attachments);
    findings.push(...resolved.findings);
    return resolved.html;
  };
  const read = (kind: string, source: string, toHtml: (source: string) => string): Rendered =>
    memo(store, kind, source, () => {
      const text = makeScrollable(toHtml(source));
      return { html: text, scanned: scan(text) };
    });
  for (const page of pages) {
    const { body } = page.header;
    const rendered = isMarkdown(page) ? read("markdown", body, markdown) : read("html", body, (text) => text);
    const text = resolve(rendered.html, page);
    html.set(page, text);
    scanned.set(page, text === rendered.html ? rendered.scanned : scan(text));
    if (page.summary !== undefined) summaries.set(page, resolve(markdown(page.summary), page));
  }
  return { html, scanned, summaries, attachments, findings };
}

/** What a list shows of a post: its `Summary`, or the first words of its body. */
export function summaryOf(page: Page, { html, summaries }: Contents, settings: Settings): string {
  const { summaryMaxLength, summaryEndSuffix } = settings;
  // On a list, the ids of several posts would meet.
  return summaries.get(page) ?? withoutIds(summarize(html.get(page) ?? "", summaryMaxLength, summaryEndSuffix));
}

/** What search engines show of the pages that have a `Summary`: its text. */
export function descriptionsOf({ summaries }: Contents): Map<Page, string> {
  return new Map([...summaries].map(([page, summary]) => [page, textOf(summary)]));
}

function isMarkdown(page: Page): boolean {
  return !/\.html?$/i.test(page.file);
}
