import type { Library } from "../files/libraries.ts";
import type { SettingsInput } from "../settings.ts";

/** A file of a small content folder: its text, its bytes, or where it, as a symbolic link, leads. */
export type ExampleFile = string | Uint8Array | { readonly leadsTo: string };

/** A mistake, and how it is written rightly: one file of a small content folder, which a test reads as a build does. */
export interface Example {
  /** The file that is shown; about.md, if it is left out. */
  readonly file?: string;
  readonly wrong?: ExampleFile;
  readonly right?: ExampleFile;
  /** Files that both need, and that are not shown. */
  readonly beside?: Readonly<Record<string, ExampleFile>>;
  /** In place of what the file holds, where that cannot be shown. */
  readonly shown?: { readonly wrong: string; readonly right: string };
  readonly settings?: { readonly wrong: SettingsInput; readonly right: SettingsInput };
  /** Libraries that count as not installed. */
  readonly lacking?: readonly Library[];
  /** The project's ledger of addresses. */
  readonly ledger?: Readonly<Record<string, string>>;
  /** In its place: its text, where it is about that. */
  readonly ledgerText?: { readonly wrong: string; readonly right: string };
}

/** A page of these header lines. */
export function page(...lines: readonly string[]): string {
  return `---\n${lines.join("\n")}\n---\n\nText.\n`;
}

/** A page at an address, for examples that need another page. */
export function pageAt(url: string, ...lines: readonly string[]): string {
  return page(`Title: ${url}`, `Url: ${url}`, `Save_as: ${url}.html`, ...lines);
}

/** One or more lines of a header. */
type Lines = string | readonly string[];

/** The wrong and the right form, made in the same way. */
export function both<Written, Made>(make: (written: Written) => Made, wrong: Written, right: Written) {
  return { wrong: make(wrong), right: make(right) };
}

/** The page about.md with one wrong line, and with the right one in its place; the other lines are in both. */
export function about(wrong: Lines, right: Lines, ...others: readonly string[]): Example {
  return both((lines) => page("Title: About", ...[lines].flat(), ...others), wrong, right);
}

/** A text with a mistake, and without it. */
export function text(wrong: string, right: string, beside: Example["beside"] = {}): Example {
  return { ...both((body) => `---\nTitle: About\n---\n\n${body}\n`, wrong, right), beside };
}

/** A file that cannot be shown, and the words that stand for it and for a right one. */
export function file(wrong: ExampleFile, shownWrong: string, shownRight = "about.md is a file"): Example {
  return { wrong, right: page("Title: About"), shown: { wrong: shownWrong, right: shownRight } };
}

const ABOUT = ["Title: About", "Url: about", "Save_as: about/index.html"];
const SIDEBAR = ["Sidebar_menu_show: true", "Content_layout: multiple-columns"];
const HISTORY = { "history.md": pageAt("about/history") };

export const DROPDOWN_ENTRY = ["Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"] as const;
export const SIDEBAR_ENTRY = ["Sidebar_menu_elem_name_1: History", "Sidebar_menu_elem_url_1: about/history"] as const;
export const MENU_LIST: readonly string[] = ["menu:", "  dropdown:", "    - { name: History, url: history }"];

/** The page `about` with a dropdown of these lines. */
export function dropdown(wrong: Lines, right: Lines = DROPDOWN_ENTRY): Example {
  const isShown = ["Top_menu_show: true", "Dropdown_menu_show: true"];
  return { ...both((lines) => page(...ABOUT, ...isShown, ...[lines].flat()), wrong, right), beside: HISTORY };
}

/** The page `about` with a sidebar of these lines. */
export function pageWithSidebar(lines: Lines): string {
  return page(...ABOUT, ...SIDEBAR, ...[lines].flat());
}

/** The page `about` with these lines where those of a sidebar with one entry are right. */
export function sidebar(wrong: Lines): Example {
  return { ...both(pageWithSidebar, wrong, SIDEBAR_ENTRY), beside: HISTORY };
}

/** A page below `about` that should inherit its sidebar, and has these lines instead. */
export function inheritedSidebar(wrong: Lines): Example {
  const pageOf = (lines: Lines) => pageAt("about/history", ...SIDEBAR, ...[lines].flat());
  const beside = { "about.md": pageWithSidebar(SIDEBAR_ENTRY) };
  return { file: "history.md", ...both(pageOf, wrong, "Inherit_sidebar: about"), beside };
}

/** A page below `about` with a wrong `Parent_id`. */
export function parent(wrong: string): Example {
  const pageOf = (id: string) => pageAt("about/history", `Parent_id: ${id}`);
  return { file: "history.md", ...both(pageOf, wrong, "about"), beside: { "about.md": pageAt("about") } };
}

type Move = readonly [from: string, path: string];

/** The setting that writes a static file elsewhere: from where to where. */
export function moved(wrong: Move, right: Move, beside: Example["beside"] = {}): Example {
  const settings = both(([from, path]: Move) => ({ extraPathMetadata: { [from]: { path } } }), wrong, right);
  return { file: "_data/site.json", beside, settings };
}

/** The smallest image, for examples that need one. */
export const IMAGE: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A wrong image file and a right one, with the words that stand for them, beside a text that shows it. */
export function image(wrong: Uint8Array, shownWrong: string, right: Uint8Array, shownRight: string): Example {
  const name = "images/harbour.png";
  const shown = both((words) => `${name}   (${words})`, shownWrong, shownRight);
  const about = "---\nTitle: About\n---\n\n![A lighthouse at night](/images/harbour.png)\n";
  return { file: name, wrong, right, beside: { "about.md": about }, shown };
}
