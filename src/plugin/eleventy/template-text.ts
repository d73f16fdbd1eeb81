import type { Page } from "../pages/page.ts";
import type { MergedConfig } from "./types.ts";

/** Whether a text is one that Eleventy runs as a template before it is rendered. */
export type IsTemplate = (text: string) => boolean;

/** Whether a text has what template engines read as more than text. */
export function hasBrackets(text: string): boolean {
  return /\{[{%#]/.test(text);
}

/** Tells templates by what the configuration runs: without an engine for Markdown and HTML, no text is one. */
export function isTemplateTo(merged: MergedConfig | undefined): IsTemplate {
  const isText = merged?.markdownTemplateEngine === false && merged.htmlTemplateEngine === false;
  return (text) => !isText && hasBrackets(text);
}

/** Whether a page's text, or the summary that its header has, is a template. */
export function isTemplatePage({ header, summary = "" }: Page, isTemplate: IsTemplate): boolean {
  return isTemplate(header.body) || isTemplate(summary);
}
