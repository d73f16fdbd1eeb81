import { readFileSync } from "node:fs";
import { join } from "node:path";

const namesOf = (text: string) => new Set(text.split(" "));

/** What makes the same of the same: Nunjucks' own filters but `random`, and the plugin's. */
const FILTERS = namesOf(
  "abs batch capitalize center d default dictsort dump e escape first float forceescape groupby int join last length list lower nl2br reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title trim truncate upper urlencode urlize wordcount asset assetData hasAsset",
);
const TAGS = namesOf(
  "if elif elseif else endif for endfor set endset block endblock extends include includeCached import from macro endmacro call endcall raw endraw verbatim endverbatim",
);
const ASKS_FOR_ANOTHER = namesOf("extends include includeCached import from");
/** These stand before a bracket and call nothing. */
const WORDS = namesOf("if elif elseif and or not in is for");

/** Plain words under names that mean nothing to Eleventy. */
const PLAIN_DATA = /^---\n(?:(?!eleventy|layout|pagination|permalink|tags|template)[A-Za-z]\w*: [\w -]+\n)*---\n/;
const COMMENT = /\{#[\s\S]*?#\}/g;
const CODE = /\{%-?\s*(\w*)([\s\S]*?)%\}|\{\{([\s\S]*?)\}\}/g;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const FILTER = /\|\s*([\w.]+)/g;
const CALL = /([\w$]+)\s*\(/g;
/** Other pages, the clock, or where and how Eleventy runs; of `page`, what says only where it is. */
const ELSEWHERE =
  /(?<![.\w])(?:collections|eleventy|pkg|eleventyComputed|page(?!\w|\.(?:url|inputPath|outputPath|fileSlug|filePathStem|lang)\b))\b/;

interface Template {
  readonly others: readonly string[];
  readonly macros: readonly string[];
  readonly calls: readonly string[];
}

/**
 * Finds out of a layout, and of all that it includes, whether it makes a page of nothing but the page's own data: without
 * other pages' data, filters and shortcodes of the site's, or anything else that is not known. Where in doubt, it does not.
 *
 * @param folders where layouts and includes are, each going before the ones on its left
 */
export function pureLayoutFinder(folders: readonly string[]): (layout: string) => boolean {
  const known = new Map<string, Template | undefined>();
  const templateOf = (name: string) => {
    if (!known.has(name)) known.set(name, readTemplate(name, folders));
    return known.get(name);
  };
  const answers = new Map<string, boolean>();
  return (layout) => {
    const answer = answers.get(layout) ?? isPure(layout, templateOf);
    answers.set(layout, answer);
    return answer;
  };
}

function isPure(layout: string, templateOf: (name: string) => Template | undefined): boolean {
  const names = [layout];
  const [macros, calls] = [new Set<string>(), new Set<string>()];
  // Grows while it is gone through.
  for (const name of names) {
    const template = templateOf(name);
    if (!template) return false;
    names.push(...template.others.filter((other) => !names.includes(other)));
    for (const macro of template.macros) macros.add(macro);
    for (const call of template.calls) calls.add(call);
  }
  return [...calls].every((call) => macros.has(call));
}

/** @returns undefined where it is none, or has something in it that is not known */
function readTemplate(name: string, folders: readonly string[]): Template | undefined {
  const file = folders.map((folder) => sourceOf(join(folder, name))).findLast((text) => text !== undefined);
  const source = file?.replaceAll("\r\n", "\n").replace(PLAIN_DATA, "");
  // Any other front matter may hold data that is computed.
  if (source === undefined || /^\s*---/.test(source)) return undefined;
  const [others, macros, calls]: [string[], string[], string[]] = [[], [], []];
  for (const [, tag, rest, value] of source.replace(COMMENT, "").matchAll(CODE)) {
    const code = rest ?? value ?? "";
    const bare = code.replace(TEXT, " ");
    if (tag !== undefined && !TAGS.has(tag)) return undefined;
    if (/["'`]/.test(bare) || ELSEWHERE.test(bare)) return undefined;
    if ([...bare.matchAll(FILTER)].some(([, filter = ""]) => !FILTERS.has(filter))) return undefined;
    if (tag !== undefined && ASKS_FOR_ANOTHER.has(tag)) {
      const other = /^\s*["']([\w/-][\w./-]*)["']/.exec(code)?.[1];
      if (other === undefined) return undefined;
      others.push(other);
    }
    const names = [...bare.replace(FILTER, " ").matchAll(CALL)].map(([, called = ""]) => called);
    if (tag === "macro") macros.push(...names.slice(0, 1));
    calls.push(...names.filter((called) => !WORDS.has(called)));
  }
  return { others, macros, calls };
}

function sourceOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
