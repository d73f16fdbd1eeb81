import { addressKey } from "./addresses.ts";

/** What a comparison of two built sites found. Addresses are the old site's. If nothing is lost, all lists are empty. */
export interface Report {
  readonly pages: { readonly old: number; readonly new: number; readonly compared: number };
  /** Addresses that nothing answers any more. */
  readonly addresses: readonly GoneAddress[];
  readonly titles: readonly ChangedTitle[];
  readonly navigation: readonly ChangedLink[];
  readonly text: readonly LostText[];
  /** What is reported, but not a loss. */
  readonly notes: {
    /** Addresses that redirect to others. */
    readonly moved: readonly MovedAddress[];
    /** Files of the old design that no page's text links to: stylesheets, scripts, fonts. */
    readonly design: readonly string[];
    /** Words of the old design, such as “Posted by”, that are gone from every page. */
    readonly labels: readonly { readonly text: string; readonly pages: readonly string[] }[];
  };
  readonly menus: readonly MenusOfPage[];
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

/** Whether something is lost. */
export function isLoss({ addresses, titles, navigation, text }: Report): boolean {
  return addresses.length + titles.length + navigation.length + text.length > 0;
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
  const onOthers = <One extends { readonly pages: readonly string[] }>(all: readonly One[]): One[] =>
    all
      .map((one) => ({ ...one, pages: one.pages.filter((page) => !isAllowed(page)) }))
      .filter(({ pages }) => pages.length > 0);
  return {
    ...report,
    addresses: report.addresses.filter(({ address }) => !isAllowed(address)),
    titles: onOthers(report.titles),
    navigation: onOthers(report.navigation.filter(({ address }) => !isAllowed(address))),
    text: onOthers(report.text),
  };
}
