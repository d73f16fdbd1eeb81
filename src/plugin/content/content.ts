import type { Finding } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { makeScrollable } from "./scrollable.ts";
import { type Attachment, resolveSourceLinks, type Sources } from "./source-links.ts";
import { summarize, textOf } from "./summary.ts";
import { withoutIds } from "./tags.ts";

/** The rendered texts of all pages. */
export interface Contents {
  readonly html: ReadonlyMap<Page, string>;
  /** What each page's `Summary` says, as HTML. */
  readonly summaries: ReadonlyMap<Page, string>;
  readonly attachments: readonly Attachment[];
  readonly findings: readonly Finding[];
}

/** Renders every text once: Markdown to HTML, links to source files to where these are, and what is wide scrolls. */
export function renderContents(
  pages: readonly Page[],
  sources: Sources,
  markdown: (source: string) => string,
): Contents {
  const html = new Map<Page, string>();
  const summaries = new Map<Page, string>();
  const attachments: Attachment[] = [];
  const findings: Finding[] = [];
  const resolve = (text: string, page: Page) => {
    const resolved = resolveSourceLinks(text, page, sources);
    attachments.push(...resolved.attachments);
    findings.push(...resolved.findings);
    return resolved.html;
  };
  for (const page of pages) {
    html.set(page, makeScrollable(resolve(isMarkdown(page) ? markdown(page.header.body) : page.header.body, page)));
    if (page.summary !== undefined) summaries.set(page, resolve(markdown(page.summary), page));
  }
  return { html, summaries, attachments, findings };
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
