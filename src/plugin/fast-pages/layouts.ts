import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { templateParts } from "../dialect/template-parts.ts";
import { type Memoized, memoize } from "../maps/memoize.ts";
import { wordSet } from "../maps/word-set.ts";
import type { Page } from "../pages/page.ts";
import { isMeaningful } from "./incompatibilities.ts";

/** A layout that makes a page of nothing but the page's own data and some that is known. */
export interface PureLayout {
  readonly path: string;
  readonly source: string;
  /** Of its front matter. */
  readonly data: Readonly<Record<string, string>>;
  /** Names it, with all that it includes. */
  readonly hash: string;
}

/** A page that is made without Eleventy. */
export interface FastPage {
  readonly page: Page;
  readonly layout: PureLayout;
}

/** What makes the same of the same: Nunjucks' own filters but `random`, and the plugin's. */
const FILTERS = wordSet(
  "abs batch capitalize center d default dictsort dump e escape first float forceescape groupby int join last length list lower nl2br reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title trim truncate upper urlencode urlize wordcount asset assetData hasAsset pelicanAsset pelicanAssetData pelicanHasAsset",
);
const TAGS = wordSet(
  "if elif elseif else endif for endfor set endset block endblock extends include includeCached pelicanIncludeCached import from macro endmacro",
);
const ASKS_FOR_ANOTHER = wordSet("extends include includeCached pelicanIncludeCached import from");
/** Values that Eleventy makes: other pages, when a page was made, and where and how Eleventy runs. */
const OF_ELEVENTY = wordSet("buildawesome collections eleventy page pkg");
/** What a tag asks for: one template that is named, and nothing that chooses another. */
const OTHER = /^\s*["']([\w/-][\w./-]*)["']\s*(?:$|,|import\b|as\b|ignore missing\s*$|with(?:out)? context\s*$)/;
/** These may stand before a bracket, and call nothing of the site's. */
const WORDS = wordSet("if elif elseif else and or not in is for super");

/** A comment, a tag, or a value. */
const CODE = /^(?:\{#.*#\}|\{%-?\s*(\w*)(.*?)-?%\}|\{\{-?(.*?)-?\}\})$/s;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** A text that is not closed, or a regular expression, which may hold anything. */
const UNREADABLE = /["'`]|\br\//;
const FILTER = /\|\s*([\w$.]+)/g;
const CALL = /(?<![\w$])([\w$]+)\s*\(/g;
const PROPERTY = /\.\s*[A-Za-z_$][\w$]*/g;
const NAME = /[A-Za-z_$][\w$]*/g;
/** Words that no YAML takes for anything but words. */
const PLAIN_DATA = /^---\n((?:[A-Za-z]\w*: (?!(?:true|false|null|yes|no|on|off|y|n)\n)[a-z]+(?:-[a-z]+)*\n)*)---\n/;

type IsForeign = (name: string) => boolean;

interface Template {
  readonly source: string;
  readonly others: readonly string[];
  readonly macros: readonly string[];
  readonly called: readonly string[];
}

/**
 * Finds out of a layout, and of all that it includes, whether it makes a page of nothing but the page's data: without
 * other pages, filters and shortcodes of the site's, or anything that cannot be told by reading it. Where in doubt, it
 * does not.
 *
 * @param includes the folders of layouts and includes, each going before the ones on its left
 * @param isForeign whether something of the site's own stands behind a name
 */
export function pureLayoutFinder(
  includes: readonly string[],
  isForeign: IsForeign,
): Memoized<string, PureLayout | undefined> {
  return memoize((name) => readLayout(name, includes, isForeign));
}

function readLayout(name: string, includes: readonly string[], isForeign: IsForeign): PureLayout | undefined {
  const file = readFile(name, includes);
  if (!file) return undefined;
  const [whole = "", lines = ""] = PLAIN_DATA.exec(file.text) ?? [];
  const source = file.text.slice(whole.length);
  // Eleventy's Nunjucks looks into the project's folder as well, before the theme's.
  const templates = readAll(source, [...includes.slice(0, -1), resolve("."), ...includes.slice(-1)], isForeign);
  const macros = new Set(templates?.flatMap((template) => template.macros));
  // A list's own methods could change what pages share.
  const isMacro = (name: string) => macros.has(name) && !(name in Array.prototype);
  if (!templates?.every(({ called }) => called.every(isMacro))) return undefined;
  const data: [string, string][] = [...lines.matchAll(/^(\w+): (.*)$/gm)].map(([, key = "", value = ""]) => [
    key,
    value,
  ]);
  if (data.some(([key]) => isMeaningful(key))) return undefined;
  const hash = digestOf(JSON.stringify(templates.map((template) => template.source)));
  return { path: file.path, source, data: Object.fromEntries(data), hash };
}

/** @returns a template and all that it asks for; undefined where one of them cannot be read */
function readAll(source: string, folders: readonly string[], isForeign: IsForeign): readonly Template[] | undefined {
  const first = readTemplate(source, isForeign);
  if (!first) return undefined;
  const templates = [first];
  const names = new Set<string>();
  // It grows while it is gone through.
  for (const { others } of templates) {
    for (const name of others) {
      if (names.has(name)) continue;
      names.add(name);
      const template = readTemplate(readFile(name, folders)?.text, isForeign);
      if (!template) return undefined;
      templates.push(template);
    }
  }
  return templates;
}

/** @returns undefined where there is something in it that is not known */
function readTemplate(source: string | undefined, isForeign: IsForeign): Template | undefined {
  // To Nunjucks a front matter is text, and Eleventy's may compute.
  if (source === undefined || /^\s*---/.test(source)) return undefined;
  const [others, macros, called]: [string[], string[], string[]] = [[], [], []];
  for (const { text } of templateParts(source)) {
    const [, tag, rest, value] = CODE.exec(text) ?? [];
    const code = rest ?? value ?? "";
    const bare = code.replace(TEXT, " ");
    if ((tag !== undefined && (!TAGS.has(tag) || isForeign(tag))) || UNREADABLE.test(bare)) return undefined;
    const filters = [...bare.matchAll(FILTER)].map(([, filter = ""]) => filter);
    if (filters.some((filter) => !FILTERS.has(filter) || isForeign(filter))) return undefined;
    const plain = bare.replace(FILTER, "|");
    const names = plain.replace(PROPERTY, " ").match(NAME) ?? [];
    if (names.some((name) => OF_ELEVENTY.has(name) || isForeign(name))) return undefined;
    if (tag !== undefined && ASKS_FOR_ANOTHER.has(tag)) {
      const other = OTHER.exec(code)?.[1];
      if (other === undefined) return undefined;
      others.push(other);
    }
    const calls = [...plain.matchAll(CALL)].map(([, name = ""]) => name).filter((name) => !WORDS.has(name));
    for (const name of calls) (tag === "macro" ? macros : called).push(name);
  }
  return { source, others, macros, called };
}

function readFile(name: string, folders: readonly string[]): { path: string; text: string } | undefined {
  for (const path of folders.map((folder) => join(folder, name)).reverse()) {
    try {
      return { path, text: readFileSync(path, "utf8") };
    } catch {
      // It may be in the next one.
    }
  }
  return undefined;
}
