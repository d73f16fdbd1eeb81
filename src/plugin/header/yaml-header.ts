import { isMap, isScalar, LineCounter, type Pair, parseDocument, type Scalar } from "yaml";
import { fieldNames } from "../fields/table.ts";
import { finding } from "../findings/finding.ts";
import type { HeaderLine, HeaderRead } from "./header.ts";

/** Keys that mean something to Eleventy and nothing to Pelican (https://www.11ty.dev/docs/data-frontmatter/). */
const ELEVENTY_KEYS = new Set(["layout", "permalink", "pagination", "templateengineoverride", "dynamicpermalink"]);
const FENCED = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;
/** What a line of a Pelican header never looks like, or an opening bracket: worth asking the YAML parser. */
const SUSPECT = /^(?:\s*-\s|\s+[^\s:]+:\s|[^\s:]+:\s*$|[^\s:]+:\s*[[{])/m;

/**
 * The one rule by which a header is YAML: it is fenced by `---`, YAML can read it, and it says something that Pelican's
 * `Key: value` cannot: a list or a mapping, or a key of Eleventy's own (`layout`, `permalink`, `eleventy…`).
 * A title in brackets on one line stays a Pelican title.
 *
 * @returns undefined where the header is Pelican's
 */
export function readYamlHeader(text: string, file: string): HeaderRead | undefined {
  const match = FENCED.exec(text);
  const source = match?.[1] ?? "";
  const ofEleventy = eleventyKeyIn(source);
  if (!match || !(ofEleventy || SUSPECT.test(source))) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, version: "1.2" });
  const fault = document.errors[0];
  if (fault) {
    // Pelican's reading serves, unless only Eleventy could have made sense of the header.
    if (!ofEleventy || !SUSPECT.test(source)) return undefined;
    const { line, col } = counter.linePos(fault.pos[0]);
    return {
      header: { syntax: "yaml", lines: [], data: {}, body: "", bodyLine: 1 },
      findings: [invalid(fault.message, line + 1, col, file)],
    };
  }
  const pairs = isMap(document.contents) ? (document.contents.items as Pair<Scalar, unknown>[]) : [];
  if (!ofEleventy && !pairs.some(saysMoreThanText)) return undefined;
  return {
    header: {
      syntax: "yaml",
      lines: pairs.flatMap((pair) => toLine(pair, counter) ?? []),
      data: document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>,
      body: text.slice(match[0].length),
      bodyLine: match[0].split("\n").length,
    },
    findings: [],
  };
}

function eleventyKeyIn(source: string): boolean {
  return [...source.matchAll(/^([A-Za-z]+)[ \t]*:/gm)].some(([, key = ""]) => {
    const name = key.toLowerCase();
    return ELEVENTY_KEYS.has(name) || name.startsWith("eleventy");
  });
}

/** A list or mapping over several lines, or on one line under a key that is no text of Pelican's. */
function saysMoreThanText({ key, value }: Pair<Scalar, unknown>): boolean {
  if (value === null || isScalar(value)) return false;
  const isFlow = typeof value === "object" && "flow" in value && value.flow === true;
  const name = String(key?.value).toLowerCase();
  return !isFlow || name === "tags" || name === "authors" || !fieldNames.has(name);
}

/** A scalar is taken as it is written, so that `Top_menu_order: 010` and dates stay text; a list becomes `a; b`. */
function toLine({ key, value }: Pair<Scalar, unknown>, counter: LineCounter): HeaderLine | undefined {
  const text = textOf(value);
  if (text === undefined || !key?.range) return undefined;
  const { line, col } = counter.linePos(key.range[0]);
  const range = typeof value === "object" && value !== null && "range" in value ? (value.range as number[]) : undefined;
  const valueColumn = range ? counter.linePos(range[0] ?? 0).col : col;
  return { key: String(key.value), value: text, line: line + 1, column: col, valueColumn };
}

function textOf(value: unknown): string | undefined {
  if (isScalar(value)) return typeof value.value === "string" ? value.value : (value.source ?? "");
  if (typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items)) {
    const parts = value.items.map(textOf);
    return parts.every((part) => part !== undefined) ? parts.join("; ") : undefined;
  }
  return undefined;
}

function invalid(reason: string, line: number, column: number, file: string) {
  return finding(
    "header-yaml",
    { file, line, column },
    {
      message: `The header cannot be read, neither as YAML nor as “Name: value” lines: ${reason.split("\n")[0]}`,
      consequence: "No page can be made of it, and the build stops.",
      fix: "Mend the line, or put quotation marks around its value.",
    },
  );
}
