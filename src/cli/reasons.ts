import { type FieldKey, table } from "../plugin/dialect/fields.ts";
import type { WrittenEntry } from "../plugin/fields/entries.ts";
import { printableName } from "../plugin/findings/printable.ts";
import { resolveLink } from "../plugin/links/resolve.ts";
import type { Page } from "../plugin/pages/page.ts";
import { tidyPath } from "../plugin/pages/paths.ts";
import { readPage } from "../plugin/pages/read-page.ts";
import { patternNames } from "../plugin/pages/url-settings.ts";
import type { Settings } from "../plugin/settings.ts";
import type { Site } from "../plugin/site.ts";

/** Which field or setting makes the file that a page is written to. */
export function whyFile(page: Page, settings: Settings, text: string | undefined): string {
  const { header, file, status } = page;
  const [written, draft] = [page.fields.saveAs, status === "draft" ? "; a draft is below drafts/" : ""];
  const isWritten = written !== undefined && (written === "" || page.saveAs.endsWith(tidyPath(written)));
  if (isWritten) return `by ${fieldOf(page, "saveAs")}${draft}`;
  const isOwn = text === undefined || readPage({ path: file, text }, settings).page.saveAs === page.saveAs;
  if (!isOwn) return "by Eleventy: a permalink, or data of its folder";
  if (header.syntax === "yaml" && typeof header.data.permalink === "string")
    return `by permalink, in its header${draft}`;
  if (header.syntax === "yaml" && page.kind === "page") return "by the name of its file, as Eleventy has it";
  return `by ${settingOf(page, settings, "SaveAs")}`;
}

/** Which field or setting makes what links to a page say. */
export function whyAddress(page: Page, settings: Settings): string {
  if (settings.addresses !== "url")
    return settings.addresses === "file" ? "that of its file" : "that of its file, without .html";
  if (page.status !== "draft" && page.fields.url !== undefined) return `by ${fieldOf(page, "url")}`;
  const isPattern = page.fields.saveAs === undefined && page.header.syntax !== "yaml";
  return isPattern ? `by ${settingOf(page, settings, "Url")}` : "that of its file";
}

/** A field's value starts behind its name; what starts a file is of the settings. */
function fieldOf(page: Page, key: FieldKey): string {
  const { line, column } = page.place(key);
  return column === 1 ? `${table[key].name} of the settings` : `${table[key].name}, line ${line}`;
}

function settingOf({ kind, status, lang }: Page, settings: Settings, of: "Url" | "SaveAs"): string {
  const name = patternNames({ kind, status, isOther: lang !== settings.defaultLang })[of];
  return `the setting ${name}: “${settings[name]}”`;
}

/** Why a page is in no menu, and what would put it into one. */
export function whyInNone(page: Page, site: Site): string[] {
  if (page.kind === "post") return ["It is a post; posts are in lists, and an entry of a page's menu may lead to it."];
  if (page.status === "draft") return ["It is a draft, and no entry leads to one."];
  const { topMenuOrder, footerOrder } = page.fields;
  const unshown = [
    ...(topMenuOrder !== undefined && !page.topMenu ? [without(page, "topMenuOrder", "topMenuShow")] : []),
    ...(footerOrder !== undefined && !page.footer ? [without(page, "footerOrder", "footerShow")] : []),
    ...(page.status === "hidden" ? ["Status: hidden keeps it out of the top menu and the footer."] : []),
  ];
  const named = site.pages.flatMap((owner) => namedBy(owner, page, site));
  if (named.length + unshown.length > 0) return [...unshown, ...named];
  return ["Its header has neither Top_menu_show nor Footer_show, and no entry of another page's menu leads to it."];
}

function without(page: Page, has: FieldKey, lacks: FieldKey): string {
  return `It has ${fieldOf(page, has)}, and no ${table[lacks].name} that takes effect.`;
}

/** The entries of a menu that lead to a page, where that menu is shown nowhere. */
function namedBy(owner: Page, page: Page, { index }: Site): string[] {
  const leadsTo = (entry: WrittenEntry, base: string) => {
    const link = resolveLink(entry.url, base, index);
    return link.kind === "page" && link.page === page;
  };
  const told = (entry: WrittenEntry, why: string) =>
    `${printableName(entry.place.file)}:${entry.place.line} ${entry.field} leads to it, and ${why}.`;
  const dropdown = (owner.dropdown ?? []).filter((entry) => leadsTo(entry, owner.url));
  const sidebar = owner.sidebar.entries.filter((entry) => leadsTo(entry, ""));
  return [
    ...dropdown.map((entry) => told(entry, `${owner.menuName} is not in the top menu itself`)),
    ...sidebar.map((entry) => told(entry, "no page shows that sidebar")),
  ];
}
