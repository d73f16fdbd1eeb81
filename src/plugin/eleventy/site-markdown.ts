import type MarkdownIt from "markdown-it";
import { messageOf, plainError } from "../findings/plain-error.ts";
import { createMarkdown, type Render } from "../markdown/index.ts";
import type { Dialect } from "../settings/markdown.ts";
import type { MarkdownLibrary, MergedConfig } from "./types.ts";

/** What renders the Markdown of Pelican's pages. */
export interface SiteMarkdown {
  readonly render: Render;
  /** Whether it is the plugin's own, unchanged: what it made of a text before still holds. */
  readonly isPlain: boolean;
}

/**
 * Markdown as the site wants it: the plugin's own with the site's highlighter and all changes that `amendLibrary` makes, or
 * the library that `setLibrary` has set in the place of all others.
 *
 * @param own the change that is the plugin's own
 * @param setting which of Python-Markdown's extensions are on
 * @throws {Error} that says what of the configuration cannot be honoured
 */
export function siteMarkdown(merged: MergedConfig | undefined, own: unknown, setting: Dialect): SiteMarkdown {
  const { libraryOverrides, libraryAmendments, markdownHighlighter } = merged ?? NOTHING_SET;
  const library = libraryOverrides.md;
  if (library) return { render: renderBy(library), isPlain: false };
  const amendments = (libraryAmendments.md ?? []).filter((amendment) => amendment !== own);
  const render = createMarkdown(setting, (md) => {
    if (markdownHighlighter) md.set({ highlight: markdownHighlighter });
    for (const amend of amendments) amendWith(amend, md);
  });
  return { render, isPlain: amendments.length === 0 && !markdownHighlighter };
}

const NOTHING_SET: Pick<MergedConfig, "libraryOverrides" | "libraryAmendments" | "markdownHighlighter"> = {
  libraryOverrides: {},
  libraryAmendments: {},
};

function renderBy(library: MarkdownLibrary): SiteMarkdown["render"] {
  return (source) => {
    const html: unknown = library.render(source, {});
    if (typeof html === "string") return html;
    throw plainError(
      'The library that the configuration has set by setLibrary("md", …) returns no text, and the lists and feeds of ' +
        "Pelican's pages are made of their texts. Give it a function `render` that returns a string at once.",
    );
  };
}

function amendWith(amend: (md: never) => unknown, md: MarkdownIt): void {
  try {
    amend(md as never);
  } catch (error) {
    throw plainError(
      `What the configuration changes by amendLibrary("md", …) cannot be done to the Markdown of Pelican's pages: ${messageOf(
        error,
      )}. Ask there whether the rule is known, or set a library of your own by setLibrary("md", …).`,
    );
  }
}
