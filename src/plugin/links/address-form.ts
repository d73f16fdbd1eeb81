import { posix } from "node:path";
import type { MenuEntry } from "../fields/entries.ts";
import { type Finding, finding, type Place } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import { lookupKey, trimAddress } from "./address.ts";
import type { PageIndex } from "./page-index.ts";
import { resolveLink } from "./resolve.ts";

/** Addresses that lead to a page and are not written as that page's Url is: with a slash too many, or `index.html`. */
export function checkAddressForms(pages: readonly Page[], index: PageIndex): Finding[] {
  return pages.flatMap((page) => [
    ...ownUrl(page),
    ...reference(page, "parentId", "Parent_id", page.parentId, index),
    ...reference(page, "inheritSidebar", "Inherit_sidebar", page.sidebar.inherit, index),
    ...(page.dropdown ?? []).flatMap((entry) => entryForm(entry, page.url, index)),
    ...page.sidebar.entries.flatMap((entry) => entryForm(entry, "", index)),
  ]);
}

function ownUrl(page: Page): Finding[] {
  const written = page.fields.url;
  // A post's Url is in the ids of its feeds, which should not change.
  if (page.kind === "post" || !written || written === page.url || trimAddress(written) !== page.url) return [];
  return [otherForm("Url", written, page.url, page.place("url"))];
}

function reference(
  page: Page,
  key: "parentId" | "inheritSidebar",
  field: string,
  written: string | boolean | undefined,
  index: PageIndex,
): Finding[] {
  if (typeof written !== "string" || written === "") return [];
  const target = index.find(written);
  if (!target || written === target.url || target.url === "" || lookupKey(written) !== lookupKey(target.url)) return [];
  if (index.find(target.url) !== target) return [];
  return [otherForm(field, written, target.url, page.place(key))];
}

/** @param base the Url that the entry's address is relative to */
function entryForm(entry: MenuEntry, base: string, index: PageIndex): Finding[] {
  const link = resolveLink(entry.address, base, index);
  if (link.kind !== "page" || link.page.url === "") return [];
  const [path = "", suffix = ""] = entry.address.split(/(?=[?#])(.*)/s);
  const resolved = lookupKey(posix.join("/", path.startsWith("/") ? "" : base, path));
  if (resolved !== lookupKey(link.page.url)) return [];
  const canonical = posix.relative(`/${base}`, `/${link.page.url}`) + suffix;
  // A Url may hold what means something else in an address, such as a question mark.
  const same = canonical === "" ? undefined : resolveLink(canonical, base, index);
  if (same?.kind !== "page" || same.href !== link.href) return [];
  return canonical === entry.address || canonical === ""
    ? []
    : [otherForm(entry.field, entry.address, canonical, entry.place)];
}

function otherForm(field: string, written: string, canonical: string, place: Place): Finding {
  return finding("address-form", place, {
    field,
    message: `“${written}” is another form of “${canonical}”.`,
    consequence: "It works; who searches the files for the address misses it.",
    fix: `Write “${canonical}”.`,
    edits: [{ line: place.line, column: place.column, old: written, text: canonical }],
  });
}
