import { spawnSync } from "node:child_process";
import { accessSync, constants, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { isTimeout, tooSlow } from "../run-build.ts";

/** Folders of a project in which Python's tools are often installed. */
const ENVIRONMENTS = [".venv", "venv", "env", ".env"].flatMap((name) => [`${name}/bin`, `${name}/Scripts`]);

/** The program of Pelican that is on this machine, the project's own before others. Nothing is run to find it. */
export function pelicanIn(folder: string, path = process.env.PATH ?? ""): string | undefined {
  return programsIn("pelican", folder, path)[0];
}

/** The programs of a name that are on this machine, the project's own before others. */
export function programsIn(name: string, folder: string, path = process.env.PATH ?? ""): string[] {
  const folders = [
    ...ENVIRONMENTS.map((one) => join(folder, one)),
    ...path.split(delimiter).filter((one) => one !== ""),
  ];
  return [...new Set(folders.flatMap((one) => [join(one, name), join(one, `${name}.exe`)]))].filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface PelicanBuild {
  readonly program: string;
  /** The project's folder; Pelican is run in it. */
  readonly folder: string;
  /** The file of settings, absolute; undefined for Pelican's defaults. */
  readonly settings: string | undefined;
  /** The content folder, absolute. */
  readonly content: string;
  readonly output: string;
  /** Where a file may be written that puts two settings right. */
  readonly scratch: string;
  /** In milliseconds; without it Pelican may take as long as it does. */
  readonly timeout?: number | undefined;
}

/**
 * Builds a site with Pelican itself, with its theme `simple` and without plugins: so the texts and addresses are Pelican's own.
 *
 * @returns what it said, where it failed
 */
export function buildWithPelican(build: PelicanBuild): string | undefined {
  const settings = join(build.scratch, "settings.py");
  writeFileSync(settings, settingsFile(build.settings));
  const args = [build.content, "-s", settings, "-o", build.output, "-t", "simple", "--ignore-cache"];
  const { status, stdout, stderr, error } = spawnSync(build.program, args, {
    cwd: build.folder,
    encoding: "utf8",
    // What it imports is not to leave anything behind.
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    maxBuffer: 1 << 28,
    timeout: build.timeout,
  });
  if (error) return isTimeout(error) ? tooSlow("Pelican", build.timeout) : error.message;
  return status === 0 ? undefined : lastLines(`${stdout}\n${stderr}`);
}

/** The site's own settings but for its plugins, run as Pelican would. The one that decides addresses is built in here. */
function settingsFile(path: string | undefined): string {
  if (path === undefined) return `PLUGINS = []\n${OWN}`;
  const [file, folder] = [JSON.stringify(path), JSON.stringify(dirname(path))];
  return `import runpy, sys
sys.path.insert(0, ${folder})
globals().update({name: value for name, value in runpy.run_path(${file}).items() if name.isupper()})
PLUGINS = [one for one in globals().get("PLUGINS") or [] if "i18n_subsites" in str(one)]
${OWN}`;
}

/** What is kept from build to build would be in the project's folder. */
const OWN = "CACHE_CONTENT = LOAD_CONTENT_CACHE = False\n";

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-5).join("\n");
}

/** The footer of all pages, the line of dates and names above a post, links to translations, and the date below a page. */
const THEMES_WORDS = [
  /<footer id="contentinfo"[\s\S]*?<\/footer>/,
  /<footer class="post-info">[\s\S]*?<\/footer>/g,
  /Translations:\s*(?:<a href="[^"]*" hreflang="[^"]*">[^<]*<\/a>\s*)+/g,
  /<p>\s*Last updated: [^<]*<\/p>(?=\s*<(?:footer|\/|!--))/,
];

/** A page of the theme `simple` without what it says itself. */
export function withoutThemesWords(html: string): string {
  return THEMES_WORDS.reduce((text, words) => text.replace(words, ""), html);
}
