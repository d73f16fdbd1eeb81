/** What an address of each sort may hold; those of pages hold any field. */
const OF_SORTS: readonly (readonly [settings: RegExp, names: readonly string[]])[] = [
  [/^(?:article|page|draft|draftPage)(?:Lang)?(?:Url|SaveAs)$/, ["*"]],
  [/^(?:category|author|tag)(?:Url|SaveAs|Feed(?:Atom|Rss)(?:Url)?)$/, ["slug", "name"]],
  [/^translationFeed(?:Atom|Rss)(?:Url)?$/, ["lang"]],
  [/^(?:year|month|day)Archive(?:Url|SaveAs)$/, ["date"]],
  [/^static(?:Url|SaveAs)$/, ["path"]],
  [/^(?!site|edit).*(?:Url|SaveAs)$|^feed(?:All)?(?:Atom|Rss)$/, []],
];

/**
 * What stands in braces in the settings of addresses and files, and nothing is put in place of. In Pelican such a setting ends
 * the build: they are Python's format strings (https://docs.getpelican.com/en/latest/settings.html#url-settings).
 */
export function wrongPlaceholders(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const [, names] = OF_SORTS.find(([pattern]) => pattern.test(name)) ?? [];
    const fault = typeof value === "string" && names ? faultIn(value, names) : undefined;
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
}

function faultIn(pattern: string, names: readonly string[]): string | undefined {
  const rest = pattern.replace(/\{\{|\}\}|\{[^{}]*\}/g, "");
  if (/[{}]/.test(rest)) return "write a name between { and }, such as {slug}";
  const all = [...pattern.matchAll(/\{\{|\}\}|\{(\w*)[^{}]*\}/g)].map(([, name]) => name);
  const odd = all.find((name) => name !== undefined && !names.includes("*") && !names.includes(name));
  if (odd === undefined) return undefined;
  const known = names.map((name) => `{${name}}`).join(" and ");
  return `there is no {${odd}} in it: ${known === "" ? "write it without { and }" : `write ${known}`}`;
}
