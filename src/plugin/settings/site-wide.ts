import { z } from "zod";
import { saveAs } from "./kinds.ts";
import { colour, directive } from "./values.ts";

export const sitemap = {
  sitemapSaveAs: saveAs.default("sitemap.xml").describe("The sitemap. Ours."),
};

export const robots = {
  robotsSaveAs: saveAs
    .default("robots.txt")
    .describe("What search engines may read; a static file of this name takes precedence. Ours."),
};

export const notFound = {
  notFoundSaveAs: saveAs.default("404.html").describe("The page for addresses that are not there. Ours."),
};

export const search = {
  searchSaveAs: saveAs
    .default("")
    .describe("The page on which the site is searched: search/index.html; with it an index is made. Ours."),
};

export const redirects = {
  redirectsSaveAs: saveAs.default("_redirects").describe("Netlify's file of redirects. Ours."),
  redirectPages: z
    .boolean()
    .default(false)
    .describe("Whether a small page redirects from each old address, for other hosts. Ours."),
};

export const headers = {
  headersSaveAs: saveAs.default("").describe("Netlify's file of headers: _headers. Ours."),
  contentSecurityPolicy: z
    .record(directive, z.string().regex(/^[^;\n]*$/, "write one directive, without a semicolon"))
    .default({})
    .describe("Directives that differ from the strict ones in src/plugin/netlify/policy.ts. Ours."),
};

export const manifest = {
  manifestSaveAs: saveAs
    .default("")
    .describe("What a phone shows when the site is on its home screen: manifest.webmanifest. Ours."),
};

export const theme = {
  theme: z
    .boolean()
    .default(true)
    .describe(
      "Whether the layouts, includes and assets of the package are used where the site has none of its own. Ours.",
    ),
  themeColor: z
    .strictObject({ light: colour.default(""), dark: colour.default("") })
    .prefault({})
    .describe("The colour of the browser's own interface around a page; empty for its default. Ours."),
};

export const minify = {
  minify: z.boolean().default(true).describe("Whether pages, stylesheets and scripts are made small. Ours."),
};

export const socialImages = {
  socialImages: z
    .boolean()
    .default(false)
    .describe("Whether a picture of each page's title is drawn, for programs that show a link to it. Ours."),
};

export const images = {
  images: z
    .strictObject({
      formats: z
        .array(z.enum(["avif", "webp"]))
        .default(["webp"])
        .describe("The formats that images are drawn in, the better first; none leaves each as it is, with its size."),
      widths: z
        .array(z.number().int().min(16).max(16_383))
        .min(1)
        .default([480, 960, 1440])
        .describe("The widths in pixels, of which browsers choose one."),
      sizes: z
        .string()
        .default("(min-width: 40rem) 36rem, 100vw")
        .describe("How wide the layouts show an image: the attribute sizes of HTML."),
      minBytes: z.number().int().min(0).default(10_000).describe("Smaller files are left as they are."),
      attributes: z
        .boolean()
        .default(true)
        .describe("Whether an image gets what its author did not write: width, height, loading, decoding."),
    })
    .prefault({})
    .describe(
      "How images of texts are drawn: in which formats (webp, avif, none), at which widths, how wide the layouts show them, and from how many bytes on. Ours.",
    ),
};
