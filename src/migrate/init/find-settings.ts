import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { isFile, isFolder } from "../../plugin/files/is-file.ts";
import { MOST_OF_SETTINGS } from "../../plugin/findings/bounds.ts";
import { UsageError } from "../usage-error.ts";

/** Where a project's settings are, and what its build scripts say of them. */
export interface SettingsFiles {
  /** Their paths from the project's folder; those for publishing are the last, and take precedence. */
  readonly files: readonly string[];
  /** The content folder that the scripts hand to Pelican, in place of PATH. */
  readonly content: string | undefined;
}

/** What Pelican's quickstart names them. */
const USUAL = "pelicanconf.py";
const PUBLISHED = "publishconf.py";

/** Other names that are met, where no script tells. */
const OTHERS = [
  "settings.py",
  "pelican_conf.py",
  "pelican.conf.py",
  "conf/pelicanconf.py",
  "conf/settings.py",
  "config/pelicanconf.py",
];

/** The scripts that call Pelican. */
const SCRIPTS = ["Makefile", "tasks.py", "fabfile.py", "build.sh", "package.json", "netlify.toml", ".travis.yml"];

const NAMED = [
  /^\s*CONFFILE\s*[:?]?=\s*(\S+)/m,
  /settings_base["']?\s*[:=]\s*["']([^"']+\.py)["']/,
  /SETTINGS_FILE_BASE\s*=\s*["']([^"']+\.py)["']/,
  /\bpelican\b[^\n]*?\s(?:-s|--settings)[= ]\s*["']?([\w./-]+\.py)/,
];
const NAMED_PUBLISHED = [/^\s*PUBLISHCONF\s*[:?]?=\s*(\S+)/m, /settings_publish["']?\s*[:=]\s*["']([^"']+\.py)["']/];
const NAMED_CONTENT = [/^\s*INPUTDIR\s*[:?]?=\s*(\S+)/m];

/**
 * The settings files of a folder: those that are given, else Pelican's usual ones, else what a script names, else the one
 * that gives the site a name.
 *
 * @throws {UsageError} where the file that is given is not there, or several may be meant
 */
export function findSettings(folder: string, given: string | undefined): SettingsFiles {
  const isThere = (path: string) => isFile(join(folder, path));
  if (given !== undefined && !isThere(given)) {
    throw new UsageError(`There is no file ${given}. Name the file of Pelican's settings, such as ${USUAL}.`);
  }
  const scripts = SCRIPTS.filter((path) => isShort(join(folder, path))).map((path) =>
    readFileSync(join(folder, path), "utf8"),
  );
  const said = (patterns: readonly RegExp[]) =>
    scripts.flatMap((text) => patterns.flatMap((pattern) => pathIn(pattern.exec(text)?.[1]))).filter(isThere);
  const [named] = [...(given === undefined ? [USUAL, ...said(NAMED), ...OTHERS] : [given])].filter(isThere);
  const base = named ?? likely(folder);
  const beside = base === undefined ? PUBLISHED : posix.join(posix.dirname(base), PUBLISHED);
  const [published] = [...said(NAMED_PUBLISHED), beside, PUBLISHED].filter((path) => isThere(path) && path !== base);
  const content = scripts
    .flatMap((text) => NAMED_CONTENT.flatMap((pattern) => pathIn(pattern.exec(text)?.[1])))
    .find((path) => isFolder(join(folder, path)));
  return { files: [base, published].filter((file) => file !== undefined), content };
}

function isShort(path: string): boolean {
  return isFile(path) && statSync(path).size <= MOST_OF_SETTINGS;
}

/** The one file of a folder that says what the site is called, or where it is. */
function likely(folder: string): string | undefined {
  const files = readdirSync(folder).filter((name) => name.endsWith(".py") && name !== PUBLISHED);
  const found = files.filter((name) => {
    const path = join(folder, name);
    return isShort(path) && /^(?:SITENAME|SITEURL)\s*=/m.test(readFileSync(path, "utf8"));
  });
  if (found.length > 1) {
    const last = found.find((name) => /pub|prod/i.test(name)) ?? found[0];
    throw new UsageError(
      `There is no ${USUAL} here, and several files look like it: ${found.join(", ")}. Name the one that the site is published with: --settings ${last}`,
    );
  }
  return found[0];
}

/** A path of a script, from its folder; nothing where a variable is in it that is not the folder itself. */
function pathIn(text: string | undefined): string[] {
  const path = text?.replace(/^["']|["']$/g, "").replace(/^\$[({]?(?:BASEDIR|CURDIR|PWD)[)}]?\//, "");
  return path === undefined || path.includes("$") ? [] : [posix.normalize(path).replace(/\/$/, "")];
}
