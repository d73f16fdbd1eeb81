import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../files/files-below.ts";

/** The libraries whose results are kept. */
const LIBRARIES = [
  "highlight.js",
  "html-minifier-terser",
  "htmlparser2",
  "lightningcss",
  "markdown-it",
  "temml",
  "terser",
];

/**
 * Names the code that makes what is kept: the plugin's own files and the libraries' versions. What other code made is not
 * used. Node is a part of it: another V8 may have another form.
 */
export function codeVersion(): string {
  const hash = createHash("sha1").update(`${process.version}\n`);
  const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
  const files = filesBelow(folder).filter((file) => /\.[jt]s$/.test(file));
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  for (const library of LIBRARIES) hash.update(`${library} ${versionOf(library)}\n`);
  return hash.digest("hex");
}

/**
 * The version in the package.json above a library's main file: not every package lets it be asked for by name. Empty for
 * one that is not installed.
 */
function versionOf(library: string): string {
  let folder = dirname(mainFileOf(library));
  while (dirname(folder) !== folder) {
    const version = packageVersion(join(folder, "package.json"), library);
    if (version !== undefined) return version;
    folder = dirname(folder);
  }
  return "";
}

function mainFileOf(library: string): string {
  try {
    return createRequire(import.meta.url).resolve(library);
  } catch {
    return "/";
  }
}

function packageVersion(file: string, library: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, "utf8"));
    return name === library ? version : undefined;
  } catch {
    return undefined;
  }
}
