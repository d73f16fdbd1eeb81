import { groupBy } from "../../plugin/maps/group-by.ts";
import { addressKey } from "./addresses.ts";

const SPLAT = "\0";
const PLACEHOLDER = "\u0001";

/** A line of `_redirects`. */
export interface Rule {
  /** The segments of the old address, some of which are placeholders. */
  readonly from: readonly string[];
  readonly to: string;
  /** It takes precedence over a file at the same address. */
  readonly isForced: boolean;
}

/**
 * Reads the rules of `_redirects` that apply to every visitor, not only to some countries, languages or roles, and that
 * redirect: those with the status 404 or 410 do not.
 * Source: https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function parseRedirects(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from, ...rest] = line.replace(/(?:^|\s)#.*$/s, "").match(/\S+/g) ?? [];
    if (!from) return [];
    // Query parameters may stand between the two addresses.
    const at = rest.findIndex((part) => /^\/|^https?:/i.test(part));
    const to = rest[at];
    if (to === undefined || rest.slice(0, at).some((part) => !part.includes("="))) return [];
    const [status = "301", ...conditions] = rest.slice(at + 1);
    const code = /^(\d{3})(!?)$/.exec(status);
    if (!code || conditions.length > 0 || Number(code[1]) >= 400) return [];
    const path = from.replace(/^https?:\/\/[^/]+/i, "");
    // Before decoding: an encoded character is not a placeholder.
    const marked = path.replace(/(^|\/)\*$/, `$1${SPLAT}`).replace(/\/:(?=[a-z_])/gi, `/${PLACEHOLDER}`);
    return [{ from: partsOf(marked), to, isForced: code[2] === "!" }];
  });
}

/**
 * Where the first rule that matches an address leads, of the address in the form of {@link addressKey}.
 *
 * @param isForced whether only rules count that take precedence over files
 */
export type RuleTarget = (key: string, isForced: boolean) => string | undefined;

/** Most rules are of one address: these are looked up, and only those with a placeholder are tried. */
export function ruleFinder(rules: readonly Rule[]): RuleTarget {
  const numbered = rules.map((rule, place) => ({ rule, place }));
  const isOpen = ({ rule }: { readonly rule: Rule }) =>
    rule.from.some((part) => part === SPLAT || part.startsWith(PLACEHOLDER));
  const open = numbered.filter(isOpen);
  const byAddress = groupBy(
    numbered.filter((one) => !isOpen(one)),
    ({ rule }) => rule.from.join("/"),
  );
  return (key, isForced) => {
    const parts = partsOf(key);
    const mayMatch = [...(byAddress.get(parts.join("/")) ?? []), ...open].sort((a, b) => a.place - b.place);
    for (const { rule } of mayMatch) {
      if (isForced && !rule.isForced) continue;
      const values = match(rule.from, parts);
      if (values)
        return rule.to.replace(/:([a-z_]\w*)/gi, (all, name: string) => values.get(name.toLowerCase()) ?? all);
    }
    return undefined;
  };
}

function partsOf(address: string): string[] {
  const key = addressKey(address);
  return key === "" ? [] : key.split("/");
}

function match(pattern: readonly string[], parts: readonly string[]): Map<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [index, wanted] of pattern.entries()) {
    if (wanted === SPLAT) return values.set("splat", parts.slice(index).join("/"));
    const part = parts[index];
    if (part === undefined) return undefined;
    if (wanted.startsWith(PLACEHOLDER)) values.set(wanted.slice(1), part);
    else if (wanted !== part) return undefined;
  }
  return pattern.length === parts.length ? values : undefined;
}
