import { wordSet } from "../../maps/word-set.ts";
import { collapse, trimValue } from "./whitespace.ts";

/** A start tag of a plain page. */
export interface StartTag {
  readonly name: string;
  readonly html: string;
  /** Where the source goes on. */
  readonly end: number;
  readonly hasSlash: boolean;
}

interface Attribute {
  readonly name: string;
  /** Undefined where it has none. */
  readonly value: string | undefined;
}

/** A tag in the form in which it is printed. */
const PRINTED = /<([a-z][a-z0-9-]*)((?: [a-z][a-z0-9:-]*(?:="[^"]*")?)*)>/y;
const START = /<([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/y;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

const BOOLEAN = wordSet(
  "allowfullscreen async autofocus autoplay checked compact controls declare default defaultchecked defaultmuted defaultselected defer disabled enabled formnovalidate hidden indeterminate inert ismap itemscope loop multiple muted nohref noresize noshade novalidate nowrap open pauseonexit readonly required reversed scoped seamless selected sortable truespeed typemustmatch visible",
);
/** What attributes may have that is printed in another way. */
const UNSURE = new RegExp(
  `[\\n\\r\\t\\f\\xA0<]|="\\s|\\s(?:[\\s"]|on[a-z]|style=|srcset=|http-equiv|type=|draggable=|name="viewport|(?:${[...BOOLEAN].join("|")})=")`,
);

/**
 * Reads the start tag that begins at a place of the source.
 *
 * @param isXml within an SVG image, where names have capitals
 * @returns undefined where it is not one that html-minifier-terser is known to read in the same way
 */
export function readStartTag(source: string, at: number, isXml: boolean): StartTag | undefined {
  PRINTED.lastIndex = at;
  const printed = PRINTED.exec(source);
  if (printed && (printed[2] === "" || !UNSURE.test(printed[2] ?? "")))
    return { name: printed[1] ?? "", html: printed[0], end: PRINTED.lastIndex, hasSlash: false };
  START.lastIndex = at;
  const start = START.exec(source);
  if (!start) return undefined;
  const [, name = "", rest = "", slash] = start;
  if (/<[?%]/.test(rest)) return undefined;
  const attributes = [...rest.matchAll(ATTRIBUTE)].map(attributeOf);
  const hasCapitals =
    /[A-Z]/.test(name) || (!isXml && name !== "svg" && attributes.some((one) => /[A-Z]/.test(one.name)));
  const kind: Kind = {
    tag: name,
    isEquivalent: attributes.some((one) => one.name === "http-equiv"),
    isViewport: name === "meta" && attributes.some((one) => one.name === "name" && one.value === "viewport"),
  };
  const texts = attributes.map((attribute) => printAttribute(attribute, kind));
  if (hasCapitals || texts.includes(undefined)) return undefined;
  const hasSlash = slash === "/";
  const html = `<${[name, ...texts].join(" ")}${hasSlash && isXml ? "/" : ""}>`;
  return { name, html, end: START.lastIndex, hasSlash };
}

function attributeOf([, name = "", double, single]: RegExpExecArray | RegExpMatchArray): Attribute {
  return { name, value: double ?? single };
}

/** What the attributes of a tag are written by. */
interface Kind {
  readonly tag: string;
  readonly isEquivalent: boolean;
  readonly isViewport: boolean;
}

/** @returns undefined where its value would be rewritten in a way that is not known here */
function printAttribute({ name, value }: Attribute, kind: Kind): string | undefined {
  const isBoolean = BOOLEAN.has(name.toLowerCase()) || (name === "draggable" && !/^(?:true|false)$/.test(value ?? ""));
  if (value === undefined || isBoolean) return name;
  const cleaned = value === "" ? "" : cleanValue(name, value, kind);
  if (cleaned === undefined) return undefined;
  const [singles, doubles] = [cleaned.split("'").length, cleaned.split('"').length];
  return singles < doubles
    ? `${name}='${cleaned.replaceAll("'", "&#39;")}'`
    : `${name}="${cleaned.replaceAll('"', "&#34;")}"`;
}

const TRIMMED =
  /^(?:href|src|longdesc|usemap|classid|codebase|data|cite|action|profile|for|tabindex|maxlength|size|rows|cols|span|rowspan|colspan|media)$/;

function cleanValue(name: string, value: string, { tag, isEquivalent, isViewport }: Kind): string | undefined {
  if (name === "class") return collapse(trimValue(value));
  if (name === "srcset" || name.startsWith("on") || isEquivalent) return undefined;
  if (isViewport && name === "content")
    return value.replace(/\s+/g, "").replace(/(?<![0-9])[0-9]+\.[0-9]+/g, (number) => String(Number(number)));
  if (tag === "script" && name === "type") return trimValue(value.replace(/(?<!\s)\s+(?=;)|(?<=;)\s+/g, ""));
  // These are trimmed on some elements and left on others: where it makes a difference nothing is certain.
  if (name === "style" || TRIMMED.test(name))
    return trimValue(value) === value && !/\s;$/.test(value) ? value : undefined;
  return value;
}
