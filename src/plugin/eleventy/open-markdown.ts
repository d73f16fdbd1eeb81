import type { MarkdownLibrary, RenderData } from "./types.ts";

/** Renders a text where it is a page's of the content; undefined for any other. */
export type RenderOurs = (text: string, data: RenderData) => string | undefined;

/** What renders the pages of the content, by the library that was opened: a site may keep one from build to build. */
const opened = new WeakMap<MarkdownLibrary, RenderOurs>();

/**
 * Lets the pages of the content be rendered by the plugin, and everything else by the library itself: Eleventy's own, or
 * the site's, with all that is changed of it.
 */
export function openMarkdown(library: MarkdownLibrary, renderOurs: RenderOurs): void {
  const isOpen = opened.has(library);
  opened.set(library, renderOurs);
  if (isOpen) return;
  const render = library.render.bind(library);
  library.render = (text, data) => opened.get(library)?.(text, data) ?? render(text, data);
}
