import { isRecord } from "../../plugin/maps/is-record.ts";
import { pushAll } from "../../plugin/maps/many.ts";
import { wordSet } from "../../plugin/maps/word-set.ts";
import { markdownSetting } from "../../plugin/settings/markdown.ts";
import type { SettingsInput } from "../../plugin/settings.ts";
import type { Literal } from "./literal.ts";

type Options = { readonly [key: string]: Literal };

/** What is done always: `extra` and what it is made of, and what comes close to it. */
const ALWAYS = wordSet(
  "abbr attr_list betterem def_list extra fenced_code highlight md_in_html meta smart_strong superfences tables",
);

/** Extensions under other names. */
const SAME: Readonly<Record<string, string>> = {
  autolink: "magiclink",
  checklist: "tasklist",
  headerid: "toc",
  highlight: "codehilite",
  linkify: "magiclink",
  smartypants: "smarty",
  urlize: "magiclink",
};

const YES = /^(?:true|yes|y|on|1)$/i;
const NO = /^(?:false|no|n|off|0|none)$/i;

/** What formulas are read by, which is the option `math` here. */
const FORMULAS = wordSet("arithmatex math mathjax");

/** The extension's name without its package: `markdown.extensions.toc`, `pymdownx.emoji`, `mdx_video`. */
function nameOf(written: string): string {
  return written
    .replace(/^(?:markdown\.extensions\.|pymdownx\.|mdx_|markdown_)/, "")
    .replace(/\.(?:extension|\w+Extension)$/, "")
    .toLowerCase();
}

/** `codehilite(css_class=highlight)`, as older versions wrote it. */
function withOptions(written: string): readonly [name: string, options: Options] {
  const [, name = written, list = ""] = /^([^(]*)\((.*)\)$/.exec(written) ?? [];
  const pairs = list.split(",").flatMap((pair) => {
    const [key = "", value] = pair.split("=").map((part) => part.trim());
    return value === undefined ? [] : [[key, /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : value]];
  });
  return [nameOf(name), Object.fromEntries(pairs)];
}

/** The extensions that `MARKDOWN` names, or `MD_EXTENSIONS` of Pelican 3, with their options. */
export function extensionsOf(value: Literal): ReadonlyMap<string, Options> {
  const listed = (list: Literal | undefined) =>
    (Array.isArray(list) ? list : []).flatMap((one: Literal) => (typeof one === "string" ? [withOptions(one)] : []));
  if (!isRecord(value)) return new Map(listed(value));
  const { extension_configs: configs = {}, extensions } = value;
  const configured = isRecord(configs) ? Object.entries(configs) : [];
  return new Map([
    ...listed(extensions),
    ...configured.map(([name, options]) => [nameOf(name), isRecord(options) ? options : {}] as const),
  ]);
}

/** The settings that the value of `MARKDOWN` becomes, and what of it has no effect here. */
export function convertMarkdown(value: Literal): {
  readonly option: NonNullable<SettingsInput["markdown"]>;
  readonly ignored: readonly string[];
} {
  const option: Record<string, unknown> = {};
  const ignored: string[] = [];
  const tabLength = isRecord(value) ? value.tab_length : undefined;
  if (isSetting("tab_length", tabLength)) option.tab_length = tabLength;
  else if (tabLength !== undefined) ignored.push("tab_length");
  for (const [written, given] of extensionsOf(value)) {
    const name = SAME[written] ?? written;
    const options = withBooleans(name, given);
    const known = Object.keys(options).filter((key) => isOption(name, key, options[key]));
    const taken = Object.fromEntries(known.map((key) => [key, options[key]]));
    pushAll(
      ignored,
      Object.keys(options).flatMap((key) => (Object.hasOwn(taken, key) ? [] : [`${written}.${key}`])),
    );
    // Its addresses stay.
    if (name === "toc") option.toc = { ...taken, slugify: "toc" };
    else if (isSwitch(name)) option[name] = true;
    else if (name === "wikilinks" || known.length > 0) option[name] = taken;
  }
  return { option, ignored };
}

/** `"True"` is true for Python-Markdown where an option is on or off. */
function withBooleans(name: string, options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => {
      const [isYes, isNo] = [YES, NO].map((words) => typeof value === "string" && words.test(value));
      const isMeant = (isYes || isNo) && isOption(name, key, true);
      return [key, isMeant ? isYes === true : value];
    }),
  );
}

/** Whether an extension that is not always on has no options here. */
function isSwitch(name: string): boolean {
  return isSetting(name, true);
}

function isSetting(name: string, value: unknown): boolean {
  return value !== undefined && markdownSetting.safeParse({ [name]: value }).success;
}

function isOption(name: string, key: string, value: Literal | undefined): boolean {
  return !ALWAYS.has(name) && isSetting(name, { [key]: value });
}

/** Whether `MARKDOWN` names an extension that reads formulas. */
export function readsFormulas(value: Literal): boolean {
  return [...extensionsOf(value).keys()].some((name) => FORMULAS.has(name));
}

/** Whether an extension is here, by whatever name. */
export function isHere(written: string): boolean {
  const name = SAME[written] ?? written;
  return ALWAYS.has(name) || FORMULAS.has(name) || name in markdownSetting.parse(undefined);
}
