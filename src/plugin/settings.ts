import { z } from "zod";

/** A link of the site's own in a menu: one that no page's header owns. */
const siteLink = z.strictObject({ label: z.string().min(1), href: z.string().min(1) });

const folders = z.array(z.string());

/**
 * The site's settings, under Pelican's names in camelCase, with Pelican's defaults.
 * Source: https://docs.getpelican.com/en/latest/settings.html
 */
export const settingsSchema = z.strictObject({
  siteName: z.string().default("A Pelican Blog"),
  siteUrl: z.string().default(""),
  timezone: z.string().default("UTC"),
  defaultLang: z.string().default("en"),
  /** Files below these folders are pages. */
  pagePaths: folders.default(["pages"]),
  /** Files below these folders are posts; elsewhere the header tells. */
  articlePaths: folders.default(["posts", "blog", "articles", "news"]),
  pageUrl: z.string().default("pages/{slug}.html"),
  pageSaveAs: z.string().default("pages/{slug}.html"),
  articleUrl: z.string().default("{slug}.html"),
  articleSaveAs: z.string().default("{slug}.html"),
  draftPageSaveAs: z.string().default("drafts/pages/{slug}.html"),
  draftSaveAs: z.string().default("drafts/{slug}.html"),
  links: z
    .strictObject({
      top: z.array(siteLink).default([]),
      footerLeft: z.array(siteLink).default([]),
      footerRight: z.array(siteLink).default([]),
    })
    .prefault({}),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
