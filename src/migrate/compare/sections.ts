import { counted } from "../../plugin/findings/print-findings.ts";
import { isPageFile } from "./addresses.ts";
import type {
  ChangedLink,
  ChangedTitle,
  GoneAddress,
  LostLink,
  LostMedia,
  LostStructure,
  LostText,
  OutsideLink,
  Report,
} from "./report.ts";

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

/** The parts of a report that have something in them: first what visitors lose, then what only looks different. */
export function sectionsOf(report: Report): Section[] {
  const { addresses, media, links, text, structure, titles, navigation, outside, notes } = report;
  const [pages, files] = [isPageFile, (file: string) => !isPageFile(file)].map((isIn) =>
    addresses.filter(({ file }) => isIn(file)).map(goneEntry),
  );
  const section = (id: string, title: string, entries: readonly Entry[] = []) => ({ id, title, entries });
  const losses = [
    section("addresses", "Pages that are gone", pages),
    section("files", "Files that are gone", files),
    section("media", "Pictures, films and sounds that are gone from pages", media.map(mediaEntry)),
    section("downloads", "Downloads that are gone from pages", links.filter(isDownload).map(textLinkEntry)),
    section("links", "Links that are gone from the text", links.filter((one) => !isDownload(one)).map(textLinkEntry)),
    section("text", "Text that is lost", text.filter(({ kind }) => kind === "text").map(textEntry)),
    section("structure", "Headings, code and rows of tables that are lost", [
      ...text.filter(({ kind }) => kind !== "text").map(textEntry),
      ...structure.map(structureEntry),
    ]),
    section("titles", "Titles that changed", titles.map(titleEntry)),
    section("navigation", "Links that are gone from the navigation", navigation.map(linkEntry)),
    section("outside", "Addresses that leave the path of the site", outside.map(outsideEntry)),
  ];
  const others = [
    section(
      "moved",
      "Addresses that redirect to others",
      notes.moved.map(({ address, to }) => entry(`${address} → ${to}`)),
    ),
    section("other-titles", "Titles that gained words, and titles of lists", notes.titles.map(titleEntry)),
    section(
      "menus-differ",
      "Menus that are other ones; all that is linked in them still is",
      notes.navigation.map(linkEntry),
    ),
    section("replaced", "Pictures that have another address", notes.media.map(mediaEntry)),
    section("old-links", "Links of the old design", [
      ...notes.links.map(textLinkEntry),
      ...notes.pictures.map(mediaEntry),
    ]),
    section(
      "labels",
      "Words of the old design that are gone",
      notes.labels.map(({ text: label, pages: on }) => entry(`“${cut(label)}”`, on)),
    ),
    section(
      "design",
      "Files of the old design that are gone",
      notes.design.map((address) => entry(address)),
    ),
  ];
  const all = [...losses, ...others].map((one) => ({ ...one, isLoss: losses.includes(one) }));
  return all.filter(({ entries }) => entries.length > 0);
}

const isDownload = (link: LostLink): boolean => link.isDownload;

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

function textLinkEntry({ label, address, now, pages }: LostLink): Entry {
  const name = label === "" ? address : `“${cut(label)}” (${address})`;
  return entry(name, pages, now === null ? undefined : `A link of that name leads to ${now} now.`);
}

function mediaEntry({ kind, address, alt, now, pages }: LostMedia): Entry {
  const name = alt === "" ? address : `${address} (“${cut(alt)}”)`;
  const what = kind === "image" ? name : `${name}, shown in the page`;
  return entry(what, pages, now === null ? undefined : `It is ${now} now.`);
}

const STRUCTURE = { heading: "a heading", code: "code", table: "a row of a table" } as const;

function structureEntry({ kind, text, pages }: LostStructure): Entry {
  return entry(`“${cut(text)}”`, pages, `The words are there, but it is no longer ${STRUCTURE[kind]}.`);
}

function outsideEntry({ address, base, pages }: OutsideLink): Entry {
  return entry(address, pages, `The site is below ${base}: write ${base}${address}.`);
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
export function summaryOf(report: Report): string {
  const { pages, addresses, media, links, text, structure, titles, navigation, outside } = report;
  const downloads = links.filter(isDownload).length;
  const counts = (
    [
      [addresses.length, "address is gone", "addresses are gone"],
      [media.length, "picture is lost", "pictures are lost"],
      [downloads, "download is lost", "downloads are lost"],
      [links.length - downloads, "link is lost", "links are lost"],
      [text.length, "sentence is lost", "sentences are lost"],
      [structure.length, "block is plain text now", "blocks are plain text now"],
      [titles.length, "title changed", "titles changed"],
      [navigation.length, "link of the navigation is gone", "links of the navigation are gone"],
      [outside.length, "address leaves the site's path", "addresses leave the site's path"],
    ] as const
  ).flatMap(([count, one, many]) => (count === 0 ? [] : counted(count, one, many)));
  const compared = `${pages.compared} of ${pages.old} ${pages.old === 1 ? "page" : "pages"} compared`;
  return counts.length === 0 ? `${compared}: nothing is lost.` : `${compared}: ${counts.join(", ")}.`;
}

/** Between what visitors lose and what they do not. */
const BORDER = "What only looks different; nothing of it is lost:\n\n";

/** A report for a terminal. */
export function textReport(report: Report): string {
  const all = sectionsOf(report);
  const told = (some: readonly Section[]) => some.map(sectionText).join("");
  const others = all.filter(({ isLoss }) => !isLoss);
  const border = others.length > 0 && others.length < all.length ? BORDER : "";
  return `${told(all.filter(({ isLoss }) => isLoss))}${border}${told(others)}${summaryOf(report)}\n`;
}

/** How many entries are shown of what is no loss; all of them are in the JSON and on the page. */
const MOST_OTHERS = 8;

function sectionText({ title, entries, isLoss }: Section): string {
  const shown = isLoss ? entries : entries.slice(0, MOST_OTHERS);
  const lines = shown.flatMap(({ text, detail, pages }) => [
    `  ${text}`,
    ...[detail ?? "", whereOf(pages, 3)].filter((line) => line !== "").map((line) => `      ${line}`),
  ]);
  const rest = entries.length - shown.length;
  const more = rest > 0 ? [`  and ${rest} more, which --json and --html FILE show`] : [];
  return [`${title}: ${entries.length}${isLoss ? "" : " (no loss)"}`, ...lines, ...more, "", ""].join("\n");
}
