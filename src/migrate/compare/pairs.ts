import { memoize } from "../../plugin/maps/memoize.ts";
import { addressKey, isPageFile, targetOf } from "./addresses.ts";
import type { BuiltSite, SitePage } from "./site.ts";

/** An old page, and the one that its visitors see now. */
export interface Pair {
  readonly old: SitePage;
  readonly new: SitePage;
}

/** The pages that both sites have, at the same address or where the old one redirects to. */
export function pairPages(old: BuiltSite, now: BuiltSite): Pair[] {
  const byFile = new Map(now.pages.map((page) => [page.file, page]));
  return old.pages.flatMap((page) => {
    if (page.refresh) return [];
    const answer = answerOf(now, page.key);
    if (answer.kind === "gone" || answer.key === undefined) return [];
    // Two files may have the same address: each is compared with its counterpart.
    const same = answer.kind === "file" ? byFile.get(page.file) : undefined;
    const other = same ?? now.pageAt(answer.key);
    return other ? [{ old: page, new: other }] : [];
  });
}

/** What a site answers at an address. */
export type Answer =
  | { readonly kind: "file"; readonly key: string }
  | { readonly kind: "moved"; readonly key: string | undefined; readonly to: string }
  | { readonly kind: "gone"; readonly to: string | undefined };

/** More redirects in a row than these are a loop. */
const MOST_HOPS = 10;

/** Follows redirect rules and pages that redirect, as a browser does. */
export function answerOf(site: BuiltSite, key: string): Answer {
  let at = key;
  let to: string | undefined;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const files = site.files.get(at);
    const page = files?.some(isPageFile) ? site.pageAt(at) : undefined;
    const ruled = site.ruleTarget(at, files !== undefined);
    const next = ruled === undefined ? page?.refresh?.to : ruledTarget(ruled, site);
    if (next === undefined) {
      if (!files) return { kind: "gone", to };
      return to === undefined ? { kind: "file", key: at } : { kind: "moved", key: at, to };
    }
    // What another site answers is unknown here.
    if (!next.startsWith("/")) return { kind: "moved", key: undefined, to: next };
    if (next.slice(1) === at) return files ? { kind: "file", key: at } : { kind: "gone", to };
    at = next.slice(1);
    to = next;
  }
  return { kind: "gone", to };
}

/** Where an old address leads on the new site: links may name either, and either with its host or without. */
export type Follow = (to: string) => string;

/** Follows old addresses on the new site, by its redirects. */
export function followIn(old: BuiltSite, now: BuiltSite): Follow {
  const hosts = [...new Set([...now.bases, ...old.bases])].flatMap(
    (base) => /^https?:\/\/(.*)$/i.exec(base)?.[1] ?? [],
  );
  const ownAddress = (to: string): string => {
    const host = hosts.find((one) => to === one || to.startsWith(`${one}/`));
    return host === undefined ? to : `/${addressKey(to.slice(host.length))}`;
  };
  return memoize((target: string) => {
    const to = target.startsWith("/") ? target : ownAddress(target);
    if (!to.startsWith("/")) return to;
    const answer = answerOf(now, to.slice(1));
    return answer.kind === "moved" ? answer.to : to;
  });
}

function ruledTarget(to: string, { bases }: BuiltSite): string {
  return targetOf(to, "/", "/", bases)?.to ?? `/${addressKey(to)}`;
}
