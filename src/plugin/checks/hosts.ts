import { both, page, pageAt } from "./examples.ts";
import type { Rules } from "./rule.ts";

/** Each is two redirects: with its ending, and without. */
const ALIASES = Array.from({ length: 1001 }, (_, index) => `old-${index}`).join("; ");

/** What a site asks of its host that this does not do. */
export const hosts = {
  "address-unserved": {
    severity: "warning",
    about: "Links say an address at which the host of the setting `host` does not serve the file.",
    message: ({ host, href, saveAs, others }) =>
      `${nameOf(host)} does not serve ${saveAs} at ${href}${others === 0 ? "" : `, nor ${others} more at ${others === 1 ? "its address" : "theirs"}`}.`,
    consequence: "Whoever follows a link to it finds nothing.",
    fix: ({ host }) =>
      host === "none"
        ? "Write “addresses: file” in the settings; or name what publishes the site as host, if it adds .html itself."
        : "Write “addresses: file” or “addresses: pretty” in the settings, or an address that the file's own name makes.",
    example: {
      file: "_data/site.json",
      beside: { "pages/oil.md": page("Title: Oil") },
      settings: both(
        (addresses: "url" | "pretty") =>
          ({ host: "github", addresses, pageUrl: "{slug}/", pageSaveAs: "{slug}.html" }) as const,
        "url",
        "pretty",
      ),
    },
  },
  "address-redirected": {
    severity: "advice",
    about: "Links end in `.html`, and Cloudflare Pages redirects each to the address without it.",
    message: ({ href, others }) =>
      `Cloudflare Pages redirects ${href} to the address without .html${others === 0 ? "" : `, and ${others} more`}.`,
    consequence: "Every click on a link takes two requests, and search engines are given an address that redirects.",
    fix: "Write “addresses: pretty” in the settings.",
    example: {
      file: "_data/site.json",
      beside: { "about.md": pageAt("about") },
      settings: both((addresses: "file" | "pretty") => ({ host: "cloudflare", addresses }) as const, "file", "pretty"),
    },
  },
  "redirects-too-many": {
    severity: "warning",
    about: "There are more redirects than Cloudflare Pages reads.",
    message: ({ count, most }) => `There are ${count} redirects, and Cloudflare Pages reads ${most}.`,
    consequence: "The others lead to nothing.",
    fix: "Write “redirectPages: true” in the settings: then a small page redirects from each.",
    example: {
      file: "_data/site.json",
      beside: { "about.md": pageAt("about", `Aliases: ${ALIASES}`) },
      settings: both(
        (redirectPages) => ({ host: "cloudflare", addresses: "pretty", redirectPages }) as const,
        false,
        true,
      ),
    },
  },
  "host-file-taken": {
    severity: "warning",
    about: "A file of the site's own is where the build would write the server's configuration.",
    message: ({ file }) => `The file is copied to ${file}, where the build would write the server's configuration.`,
    consequence: "Redirects, headers and addresses without .html are those of this file alone.",
    fix: ({ host }) => `Move what it says into ${nameOf(host)}'s own configuration, and do not copy it.`,
    example: {
      file: "extra/.htaccess",
      wrong: "Options -Indexes\n",
      right: "Options -Indexes\n",
      beside: { "about.md": pageAt("about") },
      settings: both(
        (saveAs) => ({
          host: "apache" as const,
          extraPathMetadata: { "extra/.htaccess": { path: saveAs } },
        }),
        ".htaccess",
        "files/htaccess.txt",
      ),
    },
  },
} satisfies Rules;

const NAMES: Readonly<Record<string, string>> = {
  github: "GitHub Pages",
  netlify: "Netlify",
  cloudflare: "Cloudflare Pages",
  apache: "Apache",
  caddy: "Caddy",
  none: "A host that only serves files",
};

function nameOf(host: string): string {
  return NAMES[host] ?? host;
}
