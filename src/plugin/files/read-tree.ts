import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { compareText, type Finding, finding } from "../findings/finding.ts";
import { decode } from "./decode.ts";
import type { SourceFile, SourceTree } from "./source-file.ts";

/** The endings of files that are pages: Pelican's for Markdown and HTML. */
export const PAGE_ENDINGS = ["md", "markdown", "mkd", "mdown", "html", "htm"] as const;
/** A file that is a page by its name. */
export const PAGE_FILE = new RegExp(`\\.(${PAGE_ENDINGS.join("|")})$`, "i");

interface Found {
  readonly pages: string[];
  readonly assets: string[];
  readonly findings: Finding[];
}

/**
 * Reads all pages of a content folder. Nothing is written, and links that lead out of the folder are not followed.
 *
 * @param folder the content folder
 * @param skip says of a path relative to it, with forward slashes, that it is not content
 * @param isAsset says of a file that could be a page by its name that it is none; it may ask for its text
 */
export function readTree(
  folder: string,
  skip: (path: string) => boolean,
  isAsset: Rules["isAsset"] = () => false,
): SourceTree {
  const found: Found = { pages: [], assets: [], findings: [] };
  walk(folder, "", new Set([realpathSync(folder)]), { skip, isAsset }, found);
  const files: SourceFile[] = [];
  for (const path of found.pages.sort(compareText)) {
    const result = readPage(folder, path);
    if ("text" in result) files.push({ path, text: result.text });
    else found.findings.push(result.finding);
  }
  return { files, assets: found.assets.sort(compareText), findings: found.findings };
}

/** Files and folders that are nobody's content: hidden ones, and installed packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

interface Rules {
  readonly skip: (path: string) => boolean;
  readonly isAsset: (path: string, textOf: () => string | undefined) => boolean;
}

function walk(root: string, folder: string, above: ReadonlySet<string>, rules: Rules, found: Found): void {
  for (const entry of list(root, folder, found.findings)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (isPassedOver(entry.name) || rules.skip(path)) continue;
    const kind = kindOf(root, path, entry, found.findings);
    if (kind === "folder") {
      // A link to a folder above would never end.
      const real = realpathSync(join(root, path));
      if (!above.has(real)) walk(root, path, new Set([...above, real]), rules, found);
    } else if (kind === "file") {
      const isPage = PAGE_FILE.test(path) && !rules.isAsset(path, () => textOf(root, path));
      (isPage ? found.pages : found.assets).push(path);
    }
  }
}

function list(root: string, folder: string, findings: Finding[]): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    findings.push(unreadable(folder, error));
    return [];
  }
}

function kindOf(root: string, path: string, entry: Dirent, findings: Finding[]): "file" | "folder" | "other" {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "other";
  try {
    const target = realpathSync(join(root, path));
    if (!`${target}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) {
      findings.push(outside(path));
      return "other";
    }
    return statSync(target).isDirectory() ? "folder" : "file";
  } catch (error) {
    findings.push(unreadable(path, error));
    return "other";
  }
}

function readPage(root: string, path: string): ReturnType<typeof decode> {
  try {
    return decode(readFileSync(join(root, path)), path);
  } catch (error) {
    return { finding: unreadable(path, error) };
  }
}

function textOf(root: string, path: string): string | undefined {
  const result = readPage(root, path);
  return "text" in result ? result.text : undefined;
}

function unreadable(path: string, error: unknown): Finding {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return finding(
    "file-unreadable",
    { file: path || ".", line: 1, column: 1 },
    {
      message: `It cannot be read (${reason}).`,
      consequence: "Its pages would be missing, so the build stops.",
      fix: "Check that it exists and that you may read it.",
    },
  );
}

function outside(path: string): Finding {
  return finding(
    "file-outside",
    { file: path, line: 1, column: 1 },
    {
      message: "It is a link that leads out of the content folder.",
      consequence: "Nothing outside that folder is read: it was left out.",
      fix: "Put a copy of what it leads to in its place, or remove the link.",
    },
  );
}
