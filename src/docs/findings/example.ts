import type { FindingCode } from "../../plugin/findings/codes.ts";
import type { SettingsInput } from "../../plugin/settings.ts";

/** A file of a small content folder: its text, its bytes, or where it, as a symbolic link, leads. */
export type ExampleFile = string | Uint8Array | { readonly leadsTo: string };
export type ExampleTree = Readonly<Record<string, ExampleFile>>;

/** A mistake with its finding, and how it is written rightly: small content folders that a test reads as a build does. */
export interface FindingExample {
  readonly code: FindingCode;
  /** When it happens, in a sentence or two of Markdown. */
  readonly about: string;
  /** The file that is shown. */
  readonly file: string;
  readonly wrong: ExampleTree;
  readonly right: ExampleTree;
  /** Files that both need, and that are not shown. */
  readonly beside?: ExampleTree;
  /** In place of what the file holds, where that cannot be shown. */
  readonly shown?: { readonly wrong: string; readonly right: string };
  readonly settings?: { readonly wrong?: SettingsInput; readonly right?: SettingsInput };
  /** The project's ledger of addresses. */
  readonly ledger?: Readonly<Record<string, string>>;
}

export interface FindingGroup {
  /** The last part of the page's address. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly examples: readonly FindingExample[];
}

/** The smallest picture, for examples that need one. */
export const PICTURE: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The same, if one believes what it says of its size in pixels. */
export function pictureOf(width: number, height: number): Uint8Array {
  const picture = Buffer.from(PICTURE);
  // Both stand at the head of a PNG: https://www.w3.org/TR/png-3/#11IHDR
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

/** A page of these header lines. */
export function page(...lines: readonly string[]): string {
  return pageWith(lines, "Text.");
}

export function pageWith(lines: readonly string[], body: string): string {
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

/** A page at an address, for examples that need another page. */
export function pageAt(url: string, ...lines: readonly string[]): string {
  return page(`Title: ${url}`, `Url: ${url}`, `Save_as: ${url}.html`, ...lines);
}
