import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { wordSet } from "../../plugin/maps/word-set.ts";
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
  /** Where files may be written that put some settings right. */
  readonly scratch: string;
  /** The templates that pages and settings ask for, which the site's own theme has. */
  readonly templates: readonly string[];
  /** The pages that were made of sources in another format, which Pelican reads itself, from the content folder. */
  readonly converted: readonly string[];
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
  const templates = join(build.scratch, "templates");
  writeTemplates(build.templates, templates);
  writeFileSync(settings, settingsFile(build.settings, templates) + withoutFiles(build.converted));
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

/**
 * The site's own settings but for its plugins, run as Pelican would. The one that decides addresses is built in here. Old names of
 * settings for themes end Pelican beside the new ones.
 */
function settingsFile(path: string | undefined, templates: string): string {
  const own = `${OWN}THEME_TEMPLATES_OVERRIDES = [${JSON.stringify(templates)}]\n`;
  if (path === undefined) return `PLUGINS = []\n${own}`;
  const [file, folder] = [JSON.stringify(path), JSON.stringify(dirname(path))];
  return `import runpy, sys
sys.path.insert(0, ${folder})
globals().update({name: value for name, value in runpy.run_path(${file}).items() if name.isupper()})
for name in ("EXTRA_TEMPLATES_PATHS", "JINJA_EXTENSIONS"): globals().pop(name, None)
PLUGINS = [one for one in globals().get("PLUGINS") or [] if "i18n_subsites" in str(one)]
${OF_LANGUAGES}${own}`;
}

/** IGNORE_FILES would leave out all files of such names, wherever they are. */
function withoutFiles(files: readonly string[]): string {
  if (files.length === 0) return "";
  return `import os
from pelican.generators import Generator
def include_path(self, path, *others, own=Generator._include_path, left_out=frozenset(${JSON.stringify(files)}), as_posix=lambda path: path.replace(os.sep, "/")):
    return as_posix(path) not in left_out and own(self, path, *others)
Generator._include_path = include_path
`;
}

/** Languages, too, are written where all is, and in the same theme. */
const OF_LANGUAGES = `I18N_SUBSITES = {
    lang: {name: value for name, value in own.items() if not name.startswith("THEME") and not name.endswith("_PATH")}
    for lang, own in (globals().get("I18N_SUBSITES") or {}).items()
}
`;

/** Without a template that it is asked for Pelican would write nothing: the theme's own stand for them. */
function writeTemplates(names: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  // What else a name may be is no template's.
  for (const name of new Set(names.filter((one) => /^[\w-]+$/.test(one)))) {
    writeFileSync(join(folder, `${name}.html`), standIn(name));
  }
}

const OF_SIMPLE: ReadonlySet<string> = wordSet(
  "archives article author authors base categories category gosquared index page pagination period_archives tag tags translations",
);

/** A page may ask for the template of a list, which has no list there. */
function standIn(name: string): string {
  const otherwise = OF_SIMPLE.has(name) ? `!simple/${name}.html` : "base.html";
  return `{% extends "!simple/article.html" if article is defined else "!simple/page.html" if page is defined else "${otherwise}" %}\n`;
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
