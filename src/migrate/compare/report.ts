import { addressKey } from "./addresses.ts";

/**
 * What a comparison of two built sites found. Addresses are the old site's. If visitors lose nothing, all lists but those of
 * the notes are empty.
 */
export interface Report {
  readonly pages: { readonly old: number; readonly new: number; readonly compared: number };
  /** Addresses that nothing answers any more. */
  readonly addresses: readonly GoneAddress[];
  /** Pictures, films and other pages that pages showed. */
  readonly media: readonly LostMedia[];
  /** Links in the pages' own text, downloads among them. */
  readonly links: readonly LostLink[];
  readonly text: readonly LostText[];
  /** What is plain text now. */
  readonly structure: readonly LostStructure[];
  readonly titles: readonly ChangedTitle[];
  /** Entries of menus that visitors find nowhere any more. */
  readonly navigation: readonly ChangedLink[];
  /** Addresses from the host's root, where the new site is below a path. */
  readonly outside: readonly OutsideLink[];
  /** What is reported, but not a loss. */
  readonly notes: {
    /** Addresses that redirect to others. */
    readonly moved: readonly MovedAddress[];
    /** Titles that have all words they had, and titles of lists. */
    readonly titles: readonly ChangedTitle[];
    /** Menus that are other ones, with all that they lead to still linked. */
    readonly navigation: readonly ChangedLink[];
    /** Pictures that have another address. */
    readonly media: readonly LostMedia[];
    /** Links and pictures of the old design. */
    readonly links: readonly LostLink[];
    readonly pictures: readonly LostMedia[];
    /** Words of the old design, such as “Posted by”, that are gone from every page. */
    readonly labels: readonly { readonly text: string; readonly pages: readonly string[] }[];
    /** Files of the old design that no page's text links to: stylesheets, scripts, fonts. */
    readonly design: readonly string[];
  };
  readonly menus: readonly MenusOfPage[];
}

export interface LostMedia {
  /** `embed` is a film, a sound or another page in the page. */
  readonly kind: "image" | "embed";
  readonly address: string;
  readonly alt: string;
  /** What has its description now. */
  readonly now: string | null;
  readonly pages: readonly string[];
}

export interface LostLink {
  readonly label: string;
  readonly address: string;
  /** It leads to a file that is no page. */
  readonly isDownload: boolean;
  /** Where a link of the same name leads now. */
  readonly now: string | null;
  readonly pages: readonly string[];
}

export interface LostStructure {
  readonly kind: "heading" | "code" | "table";
  readonly text: string;
  readonly pages: readonly string[];
}

export interface OutsideLink {
  readonly address: string;
  /** What the site's addresses begin with. */
  readonly base: string;
  /** Pages of the new site. */
  readonly pages: readonly string[];
}

export interface GoneAddress {
  readonly address: string;
  readonly file: string;
  /** Where it redirects to, if it does: nothing is there. */
  readonly to: string | null;
}

export interface MovedAddress {
  readonly address: string;
  readonly to: string;
}

export interface ChangedTitle {
  readonly what: "title" | "heading";
  readonly old: string;
  readonly new: string;
  readonly pages: readonly string[];
}

export interface ChangedLink {
  /**
   * - `gone`: neither its address nor its label is in the navigation
   * - `renamed`: its address is there under another label, `now`
   * - `elsewhere`: its label leads to another address, `now`
   * - `left`: it is gone from its menu, but still in another
   * - `order`: the menu has the same links in another order, `now`
   */
  readonly kind: "gone" | "renamed" | "elsewhere" | "left" | "order";
  readonly label: string;
  readonly address: string;
  readonly now: string | null;
  /** The label of the entry that it was nested in, as in a dropdown. */
  readonly below: string | null;
  readonly pages: readonly string[];
}

export interface LostText {
  readonly kind: "text" | "heading" | "code" | "table";
  readonly text: string;
  /** The words of it that are lost. */
  readonly words: string;
  /** What stood before it. */
  readonly after: string;
  readonly pages: readonly string[];
}

/** The menus of one page, old and new. */
export interface MenusOfPage {
  readonly page: string;
  readonly old: readonly MenuLink[];
  readonly new: readonly MenuLink[];
}

export interface MenuLink {
  readonly label: string;
  readonly address: string;
  readonly depth: number;
  readonly menu: number;
  /** The other site does not have it in the menus of this page. */
  readonly isChanged: boolean;
}

/** The lists that visitors lose something by, in the order of what it is to them. */
function lossesOf({ addresses, media, links, text, structure, titles, navigation, outside }: Report) {
  return [addresses, media, links, text, structure, titles, navigation, outside];
}

/** Whether something is lost. */
export function isLoss(report: Report): boolean {
  return lossesOf(report).some((all) => all.length > 0);
}

/**
 * Leaves out of a report what is intended.
 *
 * @param allowed addresses; a `*` at the end stands for anything: `/tags.html`, `/author/*`
 */
export function withoutAllowed(report: Report, allowed: readonly string[]): Report {
  if (allowed.length === 0) return report;
  const keys = new Set(allowed.filter((one) => !one.endsWith("*")).map(addressKey));
  const starts = allowed
    .filter((one) => one.endsWith("*"))
    .map((one) => addressKey(`${one.slice(0, -1)}x`).slice(0, -1));
  const isAllowed = (address: string) => {
    const key = addressKey(address);
    return keys.has(key) || starts.some((start) => key.startsWith(start) || `${key}/` === start);
  };
  const notAllowed = ({ address }: { readonly address: string }) => !isAllowed(address);
  const onOthers = <One extends { readonly pages: readonly string[] }>(all: readonly One[]): One[] =>
    all
      .map((one) => ({ ...one, pages: one.pages.filter((page) => !isAllowed(page)) }))
      .filter(({ pages }) => pages.length > 0);
  return {
    ...report,
    addresses: report.addresses.filter(notAllowed),
    media: onOthers(report.media.filter(notAllowed)),
    links: onOthers(report.links.filter(notAllowed)),
    text: onOthers(report.text),
    structure: onOthers(report.structure),
    titles: onOthers(report.titles),
    navigation: onOthers(report.navigation.filter(notAllowed)),
    outside: onOthers(report.outside.filter(notAllowed)),
  };
}
