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

/** What a directive is when it is not written. Source: https://www.w3.org/TR/CSP3/#directive-fallback-list */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  "frame-src": ["child-src", "default-src"],
  "style-src-attr": ["style-src", "default-src"],
};

/** Directives without which everything is allowed. */
const ALONE = new Set(["form-action", "base-uri"]);

/** The directive that holds for another, with its sources; undefined where nothing is forbidden. */
function holding(policy: Readonly<Record<string, string>>, directive: string) {
  const names = [directive, ...(ALONE.has(directive) ? [] : (FALLBACKS[directive] ?? ["default-src"]))];
  const name = names.find((one) => policy[one] !== undefined);
  return name === undefined
    ? undefined
    : (policy[name] ?? "")
        .trim()
        .split(/\s+/)
        .filter((one) => one !== "");
}

/**
 * What a directive would have to be so that a source is allowed; undefined where it is.
 *
 * @param source an address with its host, or `'unsafe-inline'`
 */
export function missingFrom(
  policy: Readonly<Record<string, string>>,
  directive: string,
  source: string,
): string | undefined {
  const sources = holding(policy, directive);
  if (!sources || sources.some((one) => allows(one, source))) return undefined;
  const kept = sources.filter((one) => one !== "'none'");
  return [...kept, source.startsWith("'") ? source : originOf(source)].join(" ");
}

/** Whether an entry of a directive allows a source. Source: https://www.w3.org/TR/CSP3/#match-url-to-source-expression */
function allows(entry: string, source: string): boolean {
  const [one, other] = [entry.toLowerCase(), source.toLowerCase()];
  if (other.startsWith("'") || one.startsWith("'")) return one === other;
  const address = URL.canParse(absolute(other)) ? new URL(absolute(other)) : undefined;
  if (one === "*") return address === undefined || /^https?:$/.test(address.protocol);
  if (/^[a-z][a-z\d+.-]*:$/.test(one)) return other.startsWith(one) || (one === "https:" && other.startsWith("//"));
  if (!address) return false;
  const [, scheme, host = "", path = ""] = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/]*)(.*)$/.exec(one) ?? [];
  if (scheme !== undefined && `${scheme}:` !== address.protocol) return false;
  const isHost = host.startsWith("*.") ? address.host.endsWith(host.slice(1)) : address.host === host;
  return (
    isHost &&
    (path === "" ||
      path === "/" ||
      (path.endsWith("/") ? address.pathname.startsWith(path) : address.pathname === path))
  );
}

/** What a directive names of an address: its host, or, without one, its scheme. */
function originOf(source: string): string {
  const [scheme] = /^(?:data|blob):/i.exec(source) ?? [];
  return scheme?.toLowerCase() ?? (URL.canParse(absolute(source)) ? new URL(absolute(source)).origin : source);
}

function absolute(address: string): string {
  return address.startsWith("//") ? `https:${address}` : address;
}
