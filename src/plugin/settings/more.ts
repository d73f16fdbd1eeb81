import { z } from "zod";
import { type FindingCode, reportValues } from "../findings/report-values.ts";
import { siteLink } from "./kinds.ts";

/** What Pelican has no name for, and belongs to no group. */
export const more = {
  removeOld: z
    .boolean()
    .default(true)
    .describe(
      "Whether files that the last build wrote and this one does not are removed from the output folder; what others put there stays. Ours.",
    ),
  ledger: z
    .string()
    .refine((path) => !/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path), "write a path inside the project, or a whole one")
    .default("")
    .describe("The file, from the project's folder, that keeps every address ever published. Ours."),
  host: z
    .enum(["netlify", "cloudflare", "github", "nginx", "apache", "caddy", "none"])
    .default("netlify")
    .describe(
      "What publishes the site: redirects and headers are written as it reads them, in _redirects and _headers, .nginx.conf, .htaccess or .Caddyfile. Ours.",
    ),
  showDrafts: z
    .boolean()
    .default(false)
    .describe("Whether the site is a preview: drafts are listed at /drafts/, and search engines are kept out. Ours."),
  form: z
    .boolean()
    .default(true)
    .describe(
      "Whether pages can be edited in a form at /admin/ while the site is served, where @sveltia/cms is installed; it is never published. Ours.",
    ),
  namePrefix: z
    .string()
    .regex(/^(?:[A-Za-z_]\w*)?$/, "write a name such as pelican_")
    .default("")
    .describe(
      "A prefix for the names of the plugin's filters, tags and collections: with pelican_, asset is pelican_asset. Ours.",
    ),
  runHeaders: z
    .boolean()
    .default(false)
    .describe(
      "Whether JavaScript (---js) and templateEngineOverride in a page's header are run: its author could run anything. Ours.",
    ),
  fastPages: z
    .boolean()
    .default(false)
    .describe(
      "Whether pages of their own data alone are made without Eleventy's data cascade, and kept from the last build where they would be the same. Ours.",
    ),
  editUrl: z
    .string()
    .refine(
      (url) => url === "" || (/^https?:/.test(url) && url.includes("{file}")),
      "is not an address with {file} in it",
    )
    .default("")
    .describe(
      "Where a page's file is edited: https://github.com/…/edit/main/src/content/{file}; empty for none. Ours.",
    ),
  strict: z.boolean().default(false).describe("Whether warnings make a build and a check fail. Ours."),
  allowFindings: z
    .partialRecord(z.enum(Object.keys(reportValues) as [FindingCode, ...FindingCode[]]), z.string().min(1, "say why"))
    .default({})
    .describe("Findings that the site does not want to read, by their codes, each with the reason. Ours."),
  elsewhere: z
    .array(z.string().startsWith("/", "begin with a slash"))
    .default([])
    .describe(
      "Addresses of this host that other programs publish, such as /extensions/*, where * stands for anything: links to them are not broken. Ours.",
    ),
  links: z
    .strictObject({
      top: z.array(siteLink).default([]),
      footerLeft: z.array(siteLink).default([]),
      footerRight: z.array(siteLink).default([]),
    })
    .prefault({})
    .describe("The few links in menus that no page owns. Ours."),
};
