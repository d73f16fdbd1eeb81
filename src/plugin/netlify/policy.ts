import type { Settings } from "../settings.ts";

/**
 * What a page may load and do: what the site itself serves, and nothing inline. `contentSecurityPolicy` in the settings
 * replaces single directives. Source: https://www.w3.org/TR/CSP3/
 */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  // The icon is in each page.
  "img-src": "'self' data:",
  "media-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

/**
 * The search is WebAssembly, which runs in a worker of its own. It is allowed everywhere: of two rules that fit one path
 * a host may send both policies, and then the stricter holds. Text cannot become a script by it, as by `unsafe-eval`.
 */
const SEARCH_POLICY: Readonly<Record<string, string>> = { "script-src": "'self' 'wasm-unsafe-eval'" };

/** The directives of a site's Content-Security-Policy. */
export function policyOf({ searchSaveAs, contentSecurityPolicy }: Settings): Readonly<Record<string, string>> {
  return { ...CONTENT_SECURITY_POLICY, ...(searchSaveAs !== "" && SEARCH_POLICY), ...contentSecurityPolicy };
}

/** What decides where a directive is not written. Source: https://www.w3.org/TR/CSP3/#directive-fallback-list */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  "frame-src": ["child-src"],
  "script-src-attr": ["script-src"],
  "script-src-elem": ["script-src"],
  "style-src-attr": ["style-src"],
  "style-src-elem": ["style-src"],
};

/** Directives without which everything is allowed. */
const ALONE = new Set(["form-action", "base-uri", "frame-ancestors"]);

/** What a text asks for, and by what a policy may allow it. */
export interface Asked {
  readonly directive: string;
  /** An address, or `'unsafe-inline'`. */
  readonly source: string;
  readonly hashes: readonly string[];
}

/** What to write so that it is allowed. */
export interface Missing {
  readonly directive: string;
  readonly needed: string;
}

/**
 * What a policy lacks for something in a text; undefined where it allows it.
 *
 * @param siteUrl where the site is; empty where nobody knows
 */
export function missingFrom(
  policy: Readonly<Record<string, string>>,
  { directive, source, hashes }: Asked,
  siteUrl: string,
): Missing | undefined {
  const names = [directive, ...(FALLBACKS[directive] ?? [])];
  const held = [...names, ...(ALONE.has(directive) ? [] : ["default-src"])].find((one) => policy[one] !== undefined);
  if (held === undefined) return undefined;
  const sources = (policy[held] ?? "").split(/\s+/).filter((one) => one !== "");
  const site = new URL(siteUrl === "" ? "https://own.invalid" : siteUrl);
  const url = isInline(source) ? undefined : new URL(source, site);
  // The policy of another site is its own.
  if (directive === "frame-ancestors" && url?.origin !== site.origin) return undefined;
  const isAllowed = url
    ? sources.some((one) => allows(one, url, site))
    : sources.some((one) => hashes.includes(one)) || (sources.some(isUnsafe) && !sources.some(isSingled));
  if (isAllowed) return undefined;
  const kept = sources.filter((one) => !/^'none'$/i.test(one));
  const more = url ? sourceOf(url, site) : (hashes[0] ?? source);
  return {
    directive: names.find((one) => policy[one] !== undefined) ?? generalOf(directive),
    needed: [...kept, more].join(" "),
  };
}

function isInline(source: string): boolean {
  return source.startsWith("'");
}

function isUnsafe(source: string): boolean {
  return /^'unsafe-inline'$/i.test(source);
}

/** Where a policy names what it allows one by one, it allows nothing else. */
function isSingled(source: string): boolean {
  return /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic'$)/i.test(source);
}

function generalOf(directive: string): string {
  return directive.replace(/-(?:attr|elem)$/, "");
}

/** Source: https://www.w3.org/TR/CSP3/#match-url-to-source-expression */
const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\*|\d+))?(\/[^?#]*)?$/i;

/** Whether an entry of a directive allows an address. */
function allows(entry: string, url: URL, site: URL): boolean {
  if (/^'self'$/i.test(entry)) return url.origin === site.origin;
  if (/^[a-z][a-z\d+.-]*:$/i.test(entry)) return isScheme(entry.toLowerCase(), url);
  if (entry === "*") return /^(?:https?|wss?):$/.test(url.protocol);
  const [, scheme, host = "", port, path = ""] = HOST_SOURCE.exec(entry) ?? [];
  if (host === "" || !isScheme(scheme === undefined ? site.protocol : `${scheme.toLowerCase()}:`, url)) return false;
  const name = host.toLowerCase();
  const isHost = name === "*" || (name.startsWith("*.") ? url.hostname.endsWith(name.slice(1)) : url.hostname === name);
  const isPort = port === "*" || url.port === (port === portOf(url) ? "" : (port ?? ""));
  return isHost && isPort && isPath(path, url.pathname);
}

/** What is safer is allowed, too. */
function isScheme(scheme: string, { protocol }: URL): boolean {
  return scheme === protocol || `${scheme.slice(0, -1)}s:` === protocol;
}

function portOf({ protocol }: URL): string {
  return protocol === "https:" ? "443" : "80";
}

function isPath(path: string, asked: string): boolean {
  if (path === "" || path === "/") return true;
  return path.endsWith("/") ? asked.startsWith(path) : asked === path;
}

/** What a directive names of an address: the site itself, its host, or, without one, its scheme. */
function sourceOf(url: URL, site: URL): string {
  if (url.origin === site.origin) return "'self'";
  return url.origin === "null" ? url.protocol : url.origin;
}
