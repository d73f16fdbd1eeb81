import { addressKey, isPageFile, targetOf } from "./addresses.ts";
import { ruleTarget } from "./redirects.ts";
import type { BuiltSite } from "./site.ts";

/** What answers an address. */
export type Answer =
  | { readonly kind: "file"; readonly key: string }
  | { readonly kind: "moved"; readonly key: string | undefined; readonly to: string }
  | { readonly kind: "gone"; readonly to: string | undefined };

/** Follows the rules and the pages that lead on, as a visitor does. */
export function answerOf(site: BuiltSite, key: string): Answer {
  let at = key;
  let way: string | undefined;
  for (let hops = 0; hops < 10; hops++) {
    const files = site.files.get(at);
    const page = files?.some(isPageFile) ? site.pageAt(at) : undefined;
    const ruled = ruleTarget(site.rules, at, files !== undefined);
    const next = ruled !== undefined ? ruledTarget(ruled, site) : page?.refresh?.to;
    if (next === undefined) {
      if (!files) return { kind: "gone", to: way };
      return way === undefined ? { kind: "file", key: at } : { kind: "moved", key: at, to: way };
    }
    // What another site answers cannot be seen from here.
    if (!next.startsWith("/")) return { kind: "moved", key: undefined, to: next };
    if (next.slice(1) === at) return files ? { kind: "file", key: at } : { kind: "gone", to: way };
    at = next.slice(1);
    way = next;
  }
  return { kind: "gone", to: way };
}

function ruledTarget(to: string, { bases }: BuiltSite): string {
  return targetOf(to, "/", "/", bases)?.to ?? `/${addressKey(to)}`;
}
