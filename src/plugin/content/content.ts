import type { Finding } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { type Attachment, resolveSourceLinks, type Sources } from "./source-links.ts";
import { summarize, textOf } from "./summary.ts";
import { withoutIds } from "./tags.ts";

/** The rendered bodies of all pages. */
export interface Contents {
  readonly html: ReadonlyMap<Page, string>;
  readonly attachments: readonly Attachment[];
  readonly findings: readonly Finding[];
}

/** Renders every body once: Markdown to HTML, links to source files to where these are. */
export function renderContents(
  pages: readonly Page[],
  sources: Sources,
  markdown: (source: string) => string,
): Contents {
  const html = new Map<Page, string>();
  const attachments: Attachment[] = [];
  const findings: Finding[] = [];
  for (const page of pages) {
    const body = isMarkdown(page) ? markdown(page.header.body) : page.header.body;
    const resolved = resolveSourceLinks(body, page, sources);
    html.set(page, resolved.html);
    attachments.push(...resolved.attachments);
    findings.push(...resolved.findings);
  }
  return { html, attachments, findings };
}

/** What a list shows of a post: its `Summary`, or the first words of its body. */
export function summaryOf(page: Page, html: string, settings: Settings, markdown: (source: string) => string): string {
  if (page.summary !== undefined) return markdown(page.summary);
  // On a list, the ids of several posts would meet.
  return withoutIds(summarize(html, settings.summaryMaxLength, settings.summaryEndSuffix));
}

/** What search engines show of a page: its `Summary` as text. */
export function descriptionOf(summary: string, markdown: (source: string) => string): string {
  return textOf(markdown(summary));
}

function isMarkdown(page: Page): boolean {
  return !/\.html?$/i.test(page.file);
}
