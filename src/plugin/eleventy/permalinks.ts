import { INHERITED } from "../pages/inherited.ts";
import type { Page } from "../pages/page.ts";
import type { Claims } from "./claims.ts";
import { type Said, said } from "./said.ts";
import type { TemplateData } from "./types.ts";

/** How a page is made again, of what computed data says. */
export type MakeAgain = (now: Said) => Page;

/** Names of data that decide where a page goes, and whether it is published. */
const DECISIVE = INHERITED.filter((name) => !["summary", "modified", "tags", "layout"].includes(name));

/**
 * Tells Eleventy where a page goes: where its header or its being a draft decides, there; where directory data and computed
 * data say, there; else where the settings' patterns put it. A `permalink: false` holds over all but a `Save_as`.
 *
 * @param data before it: with the `eleventyComputed` that is left to others
 */
export function setPermalink(data: TemplateData, page: Page, make: MakeAgain, claims: Claims): void {
  // A template that Eleventy makes many pages of.
  if (data.pagination !== undefined) return;
  const computed = (data.eleventyComputed ?? {}) as Readonly<Record<string, unknown>>;
  if (DECISIVE.some((name) => Object.hasOwn(computed, name))) decideLate(data, page, make, computed);
  else if (page.isPlaced && typeof computed.permalink === "function") decideLate(data, page, () => page, computed);
  else if (page.isPlaced) {
    const { permalink, ...others } = computed;
    if (permalink !== undefined) data.eleventyComputed = others;
    if (data.permalink !== false || isSaved(page)) place(data, page, claims);
  } else if (data.permalink === undefined && !isEleventys(page)) {
    // A computed permalink may be made of it.
    if (computed.permalink !== undefined) data.permalink = page.saveAs;
    else place(data, page, claims);
  }
}

/** With YAML front matter a page is where Eleventy puts it. */
function isEleventys({ header, kind }: Page): boolean {
  return header.syntax === "yaml" && kind === "page";
}

function isSaved({ fields }: Page): boolean {
  return fields.saveAs !== undefined;
}

function place(data: TemplateData, page: Page, claims: Claims): void {
  if (page.status === "published") {
    // The braces of an author's address are no template.
    Object.assign(data, { permalink: page.saveAs || false, dynamicPermalink: false });
  } else {
    // Asked only where no preprocessor has dropped the page.
    Object.assign(data, {
      permalink: () => (page.saveAs !== "" && claims.take(page) ? page.saveAs : false),
      dynamicPermalink: true,
    });
  }
}

/** Where computed data has a say: whether a page is a draft may be known only then. */
function decideLate(
  data: TemplateData,
  page: Page,
  make: MakeAgain,
  computed: Readonly<Record<string, unknown>>,
): void {
  const { permalink: asked, ...others } = computed;
  const { permalink: stated, eleventyExcludeFromCollections: isExcluded } = data;
  const before = said(data);
  const now = (all: TemplateData) => {
    const names = INHERITED.filter((name) => Object.hasOwn(others, name));
    return make({ ...before, ...Object.fromEntries(names.map((name) => [name, all[name]])), page: all.page });
  };
  const permalink = async (all: TemplateData): Promise<unknown> => {
    const at = now(all);
    const own = (typeof asked === "function" ? await asked(all) : asked) ?? stated;
    const isLeftOut = own === false && !isSaved(at);
    if (isLeftOut || !(at.isPlaced || own === undefined)) return own;
    // What a function returns is no template either.
    return () => at.saveAs || false;
  };
  data.eleventyComputed = {
    ...others,
    permalink,
    eleventyExcludeFromCollections: (all: TemplateData) => isExcluded === true || now(all).status !== "published",
  };
  // Without one Eleventy does not wait for the computed one.
  data.permalink ??= page.saveAs;
}
