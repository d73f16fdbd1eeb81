import { createHash } from "node:crypto";
import { isRun, loadingOf } from "./guarded-attributes.ts";
import { type Collector, type HtmlReader, readHtml } from "./read.ts";
import { urlsIn } from "./tags.ts";

/** Something in a text that a Content-Security-Policy may forbid. */
export interface Guarded {
  readonly element: string;
  /** The attribute that asks for it; empty for what stands in the element itself. */
  readonly attribute: string;
  /** What decides on it. Source: https://www.w3.org/TR/CSP3/#csp-directives */
  readonly directive: string;
  /** An address as it is written, or `'unsafe-inline'`. */
  readonly source: string;
  /** By which of these sources a policy may allow what stands in an element, and nothing else. */
  readonly hashes: readonly string[];
  /** The same for the page once it is minified: that trims it. */
  readonly smallHashes: readonly string[];
  /** What decides on the style that asks for it: only where that is allowed, it is asked for. Empty for what is in none. */
  readonly style: string;
  /** By this its place is found. */
  readonly shown: string;
}

/** Nothing is loaded from there. */
const NOWHERE = /^(?:about|blob|javascript):/;
/** Attributes that begin like one that runs something, and run nothing. */
const HANDLER = /^on(?!(?:ce|e|ly|to)$)[a-z]+$/;
/** An object that is an image is in no frame. */
const IMAGE = /\.(?:avif|bmp|gif|ico|jpe?g|png|webp)(?:[?#]|$)/i;
/** What a style loads: another one, or what it shows. */
const IMPORTED = /@import\s+(?:url\(\s*)?["']?([^\s"');]+)/gi;
const SHOWN_BY_STYLE = /\burl\(\s*["']?([^\s"')]+)/gi;
const FONT = /\.(?:eot|otf|ttf|woff2?)(?:[?#]|$)/i;
/** So much of what stands in an element is looked for. */
const SHOWN = 60;

interface OpenElement {
  readonly name: string;
  readonly texts: string[];
}

/** What a text loads, and its scripts and styles; each once, and of what the site has itself the first of a kind. */
export function guardedCollector(): Collector<Guarded[]> {
  const all = new Map<string, Guarded>();
  const add = (key: string, one: Guarded) => {
    if (!all.has(key)) all.set(key, one);
  };
  const addAddress = (one: Omit<Guarded, "shown">) => {
    const { element, attribute, directive, source, style, hashes } = one;
    const host = hostOf(source);
    if (host === undefined || (directive === "frame-ancestors" && !/frame$/.test(element) && IMAGE.test(source)))
      return;
    const key = [element, attribute, directive, style, hashes[0], host === OWN ? "" : source].join(" ");
    add(key, { ...one, shown: source });
  };
  const addStyle = (css: string, of: Pick<Guarded, "element" | "attribute" | "style" | "hashes" | "smallHashes">) => {
    for (const [, source = ""] of css.matchAll(IMPORTED)) addAddress({ ...of, directive: "style-src-elem", source });
    for (const [, source = ""] of css.replace(IMPORTED, "").matchAll(SHOWN_BY_STYLE)) {
      addAddress({ ...of, directive: FONT.test(source) ? "font-src" : "img-src", source });
    }
  };
  const reader = (isInFrame: boolean): HtmlReader => {
    // What is in a template is neither loaded nor run.
    let templates = 0;
    let open: OpenElement | undefined;
    return {
      onOpen: (name, attributes) => {
        if (name === "template" && (templates > 0 || isInert(attributes))) templates++;
        if (templates > 0) return;
        for (const [attribute, directive] of loadingOf(name, attributes)) {
          for (const source of urlsOf(attribute, attributes[attribute])) {
            addAddress({ element: name, attribute, directive, source, hashes: [], smallHashes: [], style: "" });
          }
        }
        if (isInline(name, attributes)) open = { name, texts: [] };
        for (const [attribute, value] of Object.entries(attributes)) {
          const directive = attribute === "style" ? "style-src-attr" : "script-src-attr";
          if (attribute !== "style" && !HANDLER.test(attribute)) continue;
          // Of an attribute that many elements have, the first.
          const one = { element: name, attribute, hashes: [], smallHashes: [], style: "" };
          add(attribute, { ...one, directive, source: INLINE, shown: value.trim() || attribute });
          if (attribute === "style") addStyle(value, { ...one, style: directive });
        }
        // One within another would be read once more for each.
        if (name === "iframe" && attributes.srcdoc !== undefined && !isInFrame)
          readHtml(attributes.srcdoc, [reader(true)]);
      },
      onText: (text) => open?.texts.push(text),
      onClose: (name) => {
        if (name === "template" && templates > 0) templates--;
        if (name !== open?.name) return;
        const [text, directive] = [open.texts.join(""), `${name}-src-elem`];
        open = undefined;
        if (name === "script" && text === "") return;
        const hashes = hashesOf(text);
        const shown = text.trim().split("\n", 1)[0]?.slice(0, SHOWN) || `<${name}`;
        const one = { element: name, attribute: "", hashes, smallHashes: hashesOf(text.trim()), style: "" };
        add(`${name} ${hashes[0]}`, { ...one, directive, source: INLINE, shown });
        if (name === "style") addStyle(text, { ...one, style: directive });
      },
    };
  };
  return { ...reader(false), result: () => [...all.values()] };
}

const INLINE = "'unsafe-inline'";
const OWN = "own.invalid";

/** One that is opened by the parser itself is a part of the page. */
function isInert(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.shadowrootmode === undefined;
}

function isInline(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name !== "script") return name === "style";
  const isLoaded = ["src", "href", "xlink:href"].some((attribute) => attributes[attribute] !== undefined);
  return !isLoaded && isRun(attributes);
}

function urlsOf(attribute: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const all = attribute.endsWith("srcset")
    ? urlsIn({ [attribute]: value })
    : attribute === "ping"
      ? value.split(/\s+/)
      : [value];
  return all.map((one) => one.trim()).filter((one) => one !== "");
}

/** Undefined for what no browser takes for an address, or loads nothing. */
function hostOf(source: string): string | undefined {
  const base = `https://${OWN}`;
  if (!URL.canParse(source, base)) return undefined;
  const { host, protocol } = new URL(source, base);
  return NOWHERE.test(protocol) ? undefined : host;
}

/** As browsers read a text. Source: https://www.w3.org/TR/CSP3/#match-element-to-source-list */
function hashesOf(text: string): string[] {
  const read = text.replace(/\r\n?/g, "\n");
  return ["sha256", "sha384", "sha512"].map((kind) => `'${kind}-${createHash(kind).update(read).digest("base64")}'`);
}
