import { addressKey, fileKey, type OwnBase } from "./addresses.ts";
import type { RawPage } from "./parse-page.ts";

/** So many pages say enough of a site. */
const SAMPLE = 60;

/**
 * What stands before the addresses of a site that is not at the root of its host, or that writes whole addresses:
 * `https://example.org`, `/docs`. It is what the pages say of themselves, and what makes most links lead to files.
 */
export function ownBases(
  pages: readonly string[],
  files: ReadonlyMap<string, readonly string[]>,
  parse: (path: string) => RawPage | undefined,
): OwnBase[] {
  const step = Math.max(1, Math.ceil(pages.length / SAMPLE));
  const bases = new Map<OwnBase, number>();
  const paths = new Map<string, Set<string>>();
  const pagesWith = new Map<string, number>();
  let sampled = 0;
  for (let index = 0; index < pages.length; index += step) {
    const path = pages[index] ?? "";
    const raw = parse(path);
    if (!raw) continue;
    sampled++;
    const origins = new Set<string>();
    const said = raw.canonical === undefined ? undefined : baseBefore(raw.canonical, fileKey(path));
    if (said !== undefined) bases.set(said, (bases.get(said) ?? 0) + 1);
    for (const { href } of raw.blocks.flatMap(({ links }) => links)) {
      const match = /^(https?:\/\/[^/?#]+)?(\/[^?#]*)/i.exec(href.trim());
      if (!match) continue;
      const origin = (match[1] ?? "").toLowerCase();
      const known = paths.get(origin) ?? new Set();
      paths.set(origin, known.add(match[2] ?? "/"));
      origins.add(origin);
    }
    for (const origin of origins) pagesWith.set(origin, (pagesWith.get(origin) ?? 0) + 1);
  }
  const found = [...bases].filter(([, count]) => count * 2 * step >= pages.length || count > 1).map(([base]) => base);
  for (const [origin, links] of paths) {
    // A site that writes whole addresses does so in its menus, on most pages.
    if ((pagesWith.get(origin) ?? 0) * 2 < sampled) continue;
    const best = bestPrefix([...links], files);
    if (best !== undefined && (origin !== "" || best !== "")) found.push(origin + best);
  }
  // Links may leave out the host that the pages name.
  const withoutHost = found.flatMap((base) => {
    const path = base.replace(/^https?:\/\/[^/]+/i, "");
    return path === "" ? [] : [path];
  });
  return [...new Set([...found, ...withoutHost])].sort((a, b) => b.length - a.length);
}

function baseBefore(canonical: string, key: string): OwnBase | undefined {
  let url: URL;
  try {
    url = new URL(canonical);
  } catch {
    return undefined;
  }
  const own = addressKey(url.pathname);
  if (own === key) return url.origin;
  if (key !== "" && !own.endsWith(`/${key}`)) return undefined;
  const prefix = key === "" ? own : own.slice(0, -key.length - 1);
  return `${url.origin}/${prefix}`;
}

/** The first folder, or none, without which most of these paths are files of the site; nothing where it is not its host. */
function bestPrefix(links: readonly string[], files: ReadonlyMap<string, readonly string[]>): string | undefined {
  const firsts = new Set(links.map((path) => /^\/[^/]+(?=\/|$)/.exec(path)?.[0] ?? ""));
  const known = (prefix: string) =>
    links.filter((path) => {
      if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
      const key = addressKey(path.slice(prefix.length));
      return files.has(key);
    });
  const counted = ["", ...[...firsts].slice(0, 20)].map((prefix) => ({ prefix, found: known(prefix).length }));
  const plain = counted[0]?.found ?? 0;
  const best = counted.reduce((a, b) => (b.found > a.found ? b : a));
  // The start page alone says nothing: every host has one.
  if (best.found < 2 || best.found * 2 < links.length) return undefined;
  return best.found > plain * 2 ? best.prefix : "";
}
