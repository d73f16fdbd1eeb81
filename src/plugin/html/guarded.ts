import type { Collector } from "./read.ts";

/** Something in a text that a Content-Security-Policy may forbid. */
export interface Guarded {
  readonly element: string;
  /** The attribute that asks for it; empty for what stands in the element itself. */
  readonly attribute: string;
  /** What decides on it. Source: https://www.w3.org/TR/CSP3/#csp-directives */
  readonly directive: string;
  /** An address of another host, or `'unsafe-inline'`. */
  readonly source: string;
}

/** The attributes that load something at once, and what decides on them. */
const LOADING: Readonly<Record<string, readonly [attribute: string, directive: string][]>> = {
  audio: [["src", "media-src"]],
  base: [["href", "base-uri"]],
  embed: [["src", "object-src"]],
  form: [["action", "form-action"]],
  frame: [["src", "frame-src"]],
  iframe: [["src", "frame-src"]],
  img: [
    ["src", "img-src"],
    ["srcset", "img-src"],
  ],
  input: [["src", "img-src"]],
  object: [["data", "object-src"]],
  script: [["src", "script-src"]],
  source: [
    ["src", "media-src"],
    ["srcset", "img-src"],
  ],
  track: [["src", "media-src"]],
  video: [
    ["src", "media-src"],
    ["poster", "img-src"],
  ],
};

/** Addresses that lead elsewhere, and those that hold what they stand for. */
const FOREIGN = /^\s*(?:https?:)?\/\/|^\s*(?:data|blob):/i;
/** A script's types that browsers run. Source: https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element */
const RUN = /^\s*(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)?\s*$/i;

/** What a text loads from elsewhere, and its scripts and styles; each once. */
export function guardedCollector(): Collector<Guarded[]> {
  const all = new Map<string, Guarded>();
  const add = (element: string, attribute: string, directive: string, source: string) => {
    // Of an attribute that many elements have, the first.
    const key = source === INLINE && attribute !== "" ? attribute : `${element} ${attribute} ${source}`;
    if (!all.has(key)) all.set(key, { element, attribute, directive, source });
  };
  return {
    onOpen: (name, attributes) => {
      for (const [attribute, directive] of LOADING[name] ?? []) {
        for (const source of sourcesIn(attribute, attributes[attribute] ?? "")) add(name, attribute, directive, source);
      }
      if (name === "link" && /\bstylesheet\b/i.test(attributes.rel ?? "")) {
        for (const source of sourcesIn("href", attributes.href ?? "")) add(name, "href", "style-src", source);
      }
      if (name === "style") add(name, "", "style-src", INLINE);
      if (name === "script" && attributes.src === undefined && RUN.test(attributes.type ?? "")) {
        add(name, "", "script-src", INLINE);
      }
      for (const attribute of Object.keys(attributes)) {
        if (attribute === "style") add(name, attribute, "style-src-attr", INLINE);
        if (/^on[a-z]+$/.test(attribute)) add(name, attribute, "script-src", INLINE);
      }
    },
    result: () => [...all.values()],
  };
}

const INLINE = "'unsafe-inline'";

function sourcesIn(attribute: string, value: string): string[] {
  const all =
    attribute === "srcset" ? value.split(/,\s+/).map((one) => one.trim().split(/\s/, 1)[0] ?? "") : [value.trim()];
  return all.filter((one) => FOREIGN.test(one));
}
