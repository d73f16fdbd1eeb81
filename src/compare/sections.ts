import type { ChangedLink, ChangedTitle, LostText, Report } from "./report.ts";

/** A part of a report, as it is read: in a terminal and in a browser the words are the same. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isLoss: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly text: string;
  /** What explains it, on a line of its own. */
  readonly detail: string | undefined;
  /** Where it is; empty where the text says so. */
  readonly pages: readonly string[];
}

/** The parts of a report that have something in them, losses first. */
export function sectionsOf({ addresses, titles, navigation, text, notes }: Report): Section[] {
  const loss = (id: string, title: string, entries: readonly Entry[]): Section => {
    return { id, title, isLoss: true, entries };
  };
  const note = (id: string, title: string, entries: readonly Entry[]): Section => {
    return { id, title, isLoss: false, entries };
  };
  return [
    loss(
      "addresses",
      "Addresses that are gone",
      addresses.map(({ address, to }) =>
        entry(address, to === null ? undefined : `It leads on to ${to}, where nothing is.`),
      ),
    ),
    loss("titles", "Titles that changed", titles.map(titleEntry)),
    loss("navigation", "Links of the navigation that are gone or changed", navigation.map(linkEntry)),
    loss("text", "Text that is lost", text.map(textEntry)),
    note(
      "moved",
      "Addresses that lead on to others",
      notes.moved.map(({ address, to }) => entry(`${address} → ${to}`)),
    ),
    note(
      "labels",
      "Words of the old design that are gone",
      notes.labels.map(({ text: label, pages }) => ({ text: `“${label}”`, detail: undefined, pages })),
    ),
    note(
      "design",
      "Files of the old design that are gone",
      notes.design.map((address) => entry(address)),
    ),
  ].filter(({ entries }) => entries.length > 0);
}

function entry(text: string, detail?: string): Entry {
  return { text, detail, pages: [] };
}

function titleEntry({ what, old, new: now, pages }: ChangedTitle): Entry {
  const text = `${what === "heading" ? "The heading " : ""}“${old}” is now “${now}”`;
  return { text, detail: undefined, pages };
}

function linkEntry({ kind, label, address, now, below, pages }: ChangedLink): Entry {
  const link = `“${label}” (${address})${below === null ? "" : ` below “${below}”`}`;
  const text = {
    gone: `${link} is gone`,
    renamed: `${link} is now called “${now}”`,
    elsewhere: `${link} now leads to ${now}`,
    left: `${link} is gone from its menu, and is still in another`,
    order: `The menu with ${link} has another order`,
  }[kind];
  return { text, detail: kind === "order" ? `It is now: ${now}.` : undefined, pages };
}

/** Longer sentences, such as of code, are cut. */
const LONGEST = 300;

function textEntry({ text, words, after, pages }: LostText): Entry {
  const isPart = words.length < text.length / 2;
  const details = [
    isPart ? `Lost of it: ${cut(words)}` : undefined,
    after === "" ? undefined : `It stood after: ${after}`,
  ].filter((detail) => detail !== undefined);
  return { text: `“${cut(text)}”`, detail: details.length === 0 ? undefined : details.join(". "), pages };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

/** “on /about/history” or “on 140 pages: /, /about, …”. */
export function whereOf(pages: readonly string[], most: number): string {
  if (pages.length === 0) return "";
  if (pages.length === 1) return `on ${pages[0]}`;
  const rest = pages.length - most;
  return `on ${pages.length} pages: ${pages.slice(0, most).join(", ")}${rest > 0 ? ", …" : ""}`;
}

/** One sentence that says how the comparison went. */
export function summaryOf({ pages, addresses, titles, navigation, text }: Report): string {
  const counts = [
    counted(addresses.length, "address is gone", "addresses are gone"),
    counted(titles.length, "title changed", "titles changed"),
    counted(
      navigation.length,
      "link of the navigation is gone or changed",
      "links of the navigation are gone or changed",
    ),
    counted(text.length, "sentence is lost", "sentences are lost"),
  ].filter((count) => count !== "");
  const compared = `${pages.compared} of ${pages.old} ${pages.old === 1 ? "page" : "pages"} compared`;
  return counts.length === 0 ? `${compared}: nothing is lost.` : `${compared}: ${counts.join(", ")}.`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : count === 1 ? `1 ${one}` : `${count} ${many}`;
}
