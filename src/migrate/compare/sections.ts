import { counted } from "../../plugin/findings/print-findings.ts";
import type { ChangedLink, ChangedTitle, GoneAddress, LostText, Report } from "./report.ts";

/** A part of a report, with the same words in a terminal and in a browser. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isLoss: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly text: string;
  /** An explanation, on a line of its own. */
  readonly detail: string | undefined;
  /** The pages concerned; empty where the text names the address. */
  readonly pages: readonly string[];
}

/** The parts of a report that have something in them, losses first. */
export function sectionsOf({ addresses, titles, navigation, text, notes }: Report): Section[] {
  const section = (id: string, title: string, entries: readonly Entry[]) => ({ id, title, entries });
  const losses = [
    section("addresses", "Addresses that are gone", addresses.map(goneEntry)),
    section("titles", "Titles that changed", titles.map(titleEntry)),
    section("navigation", "Links of the navigation that are gone or changed", navigation.map(linkEntry)),
    section("text", "Text that is lost", text.map(textEntry)),
  ];
  const [moved, labels, design] = [
    notes.moved.map(({ address, to }) => entry(`${address} → ${to}`)),
    notes.labels.map(({ text: label, pages }) => entry(`“${label}”`, pages)),
    notes.design.map((address) => entry(address)),
  ];
  const others = [
    section("moved", "Addresses that redirect to others", moved),
    section("labels", "Words of the old design that are gone", labels),
    section("design", "Files of the old design that are gone", design),
  ];
  const all = [...losses, ...others].map((one) => ({ ...one, isLoss: losses.includes(one) }));
  return all.filter(({ entries }) => entries.length > 0);
}

function entry(text: string, pages: readonly string[] = [], detail?: string): Entry {
  return { text, detail, pages };
}

function goneEntry({ address, to }: GoneAddress): Entry {
  return entry(address, [], to === null ? undefined : `It redirects to ${to}, where nothing is.`);
}

function titleEntry({ what, old, new: now, pages }: ChangedTitle): Entry {
  return entry(`${what === "heading" ? "The heading " : ""}“${old}” is now “${now}”`, pages);
}

function linkEntry({ kind, label, address, now, below, pages }: ChangedLink): Entry {
  const link = `“${label}” (${address})${below === null ? "" : ` below “${below}”`}`;
  const text = {
    gone: `${link} is gone`,
    renamed: `${link} is now called “${now}”`,
    elsewhere: `${link} now leads to ${now}`,
    left: `${link} is gone from its menu, but still in another`,
    order: `The menu with ${link} has a different order`,
  }[kind];
  return entry(text, pages, kind === "order" ? `It is now: ${now}.` : undefined);
}

/** In characters: longer sentences, such as lines of code, are cut. */
const LONGEST = 300;

function textEntry({ text, words, after, pages }: LostText): Entry {
  const isPart = words.length < text.length / 2;
  const details = [isPart ? `What is lost: ${cut(words)}` : [], after === "" ? [] : `It stood after: ${after}`].flat();
  return entry(`“${cut(text)}”`, pages, details.length === 0 ? undefined : details.join(". "));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

/** “on /about/history” or “on 140 pages: /, /about, …”. */
function whereOf(pages: readonly string[], most: number): string {
  if (pages.length === 0) return "";
  if (pages.length === 1) return `on ${pages[0]}`;
  const rest = pages.length - most;
  return `on ${pages.length} pages: ${pages.slice(0, most).join(", ")}${rest > 0 ? ", …" : ""}`;
}

/** One sentence that says how the comparison went. */
export function summaryOf({ pages, addresses, titles, navigation, text }: Report): string {
  const counts = (
    [
      [addresses.length, "address is gone", "addresses are gone"],
      [titles.length, "title changed", "titles changed"],
      [navigation.length, "link of the navigation is gone or changed", "links of the navigation are gone or changed"],
      [text.length, "sentence is lost", "sentences are lost"],
    ] as const
  ).flatMap(([count, one, many]) => (count === 0 ? [] : counted(count, one, many)));
  const compared = `${pages.compared} of ${pages.old} ${pages.old === 1 ? "page" : "pages"} compared`;
  return counts.length === 0 ? `${compared}: nothing is lost.` : `${compared}: ${counts.join(", ")}.`;
}

/** A report for a terminal. */
export function textReport(report: Report): string {
  const sections = sectionsOf(report).map(({ title, entries, isLoss }) => {
    const lines = entries.flatMap(({ text, detail, pages }) => [
      `  ${text}`,
      ...[detail ?? "", whereOf(pages, 3)].filter((line) => line !== "").map((line) => `      ${line}`),
    ]);
    return [`${title}: ${entries.length}${isLoss ? "" : " (no loss)"}`, ...lines, "", ""].join("\n");
  });
  return `${sections.join("")}${summaryOf(report)}\n`;
}
