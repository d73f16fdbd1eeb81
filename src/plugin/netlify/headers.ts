import { ASSETS } from "../assets/assets.ts";
import { INDEX_FOLDER } from "../assets/index-folder.ts";
import type { Settings } from "../settings.ts";
import { policyOf } from "./policy.ts";

/** What is sent along with every file whose address is like `path`. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What no page needs, of what a visitor would mind most: the header goes with every file. Browsers complain of names that
 * they do not know, so there are only old ones.
 */
const UNUSED_FEATURES = ["camera", "geolocation", "microphone", "payment", "usb"];

const INDEX_FILES = [`/${INDEX_FOLDER}/index/*`, `/${INDEX_FOLDER}/fragment/*`];

const YEAR = 365 * 24 * 60 * 60;

/** The headers of a site, the more general rules first. */
export function headerRules(settings: Settings): HeaderRule[] {
  const { manifestSaveAs, pathPrefix, searchSaveAs, showDrafts } = settings;
  const everywhere: HeaderRule = {
    path: "/*",
    headers: {
      "Content-Security-Policy": Object.entries(policyOf(settings))
        .map(([directive, sources]) => `${directive} ${sources}`.trim().replace(/\s+/g, " "))
        .join("; "),
      // Not for what is below the domain: that may be somebody else's.
      "Strict-Transport-Security": `max-age=${2 * YEAR}`,
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
      "Cross-Origin-Opener-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      ...(showDrafts && { "X-Robots-Tag": "noindex" }),
    },
  };
  // Their names change with what is in them.
  const kept = [`/${ASSETS}/*`, ...(searchSaveAs === "" ? [] : INDEX_FILES)].map((path) => ({
    path,
    headers: { "Cache-Control": `public, max-age=${YEAR}, immutable` },
  }));
  const manifest = { path: `/${manifestSaveAs}`, headers: { "Content-Type": "application/manifest+json" } };
  const all = [everywhere, ...kept, ...(manifestSaveAs === "" ? [] : [manifest])];
  return all.map((rule) => ({ ...rule, path: pathPrefix + rule.path }));
}

/** Netlify's `_headers`. Source: https://docs.netlify.com/routing/headers/ */
export function netlifyHeaders(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${path}\n${lines.join("")}`;
  });
  return blocks.join("\n");
}
