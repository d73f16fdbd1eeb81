import type { HLJSApi } from "highlight.js";
import core from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import http from "highlight.js/lib/languages/http";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import lua from "highlight.js/lib/languages/lua";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";

/** What is written about XMPP; each has its usual other names, too (`html`, `sh`, `js`, `toml`, `yml`, …). */
const LANGUAGES = { bash, css, diff, http, ini, javascript, json, lua, python, shell, typescript, xml, yaml };

/** What the code within code may be: the body of an HTTP message, a script in HTML. */
const GUESSED: ReadonlySet<string> = new Set(["css", "javascript", "json", "xml"]);

/** Nobody reads on in so long a listing, and colouring it would take the time of a hundred pages. */
const LONGEST = 50_000;
/** Nobody reads so long a line, and some grammars look at each part of it as often as it has parts. */
const LONGEST_LINE = 1000;

/** Makes HTML of some code; undefined where it is to stay plain. */
export type Highlighter = (code: string, language: string) => string | undefined;

/**
 * Marks the parts of code with classes such as `hljs-name`; without the tags the text is what it was.
 * Source: https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html
 */
export function createHighlighter(): Highlighter {
  // Made for the first code that has a language: most pages have none.
  let api: HLJSApi | undefined;
  return (code, language) => {
    if (language === "" || code.length > LONGEST) return undefined;
    if (code.length > LONGEST_LINE && code.split("\n").some((line) => line.length > LONGEST_LINE)) return undefined;
    api ??= prepare();
    if (!api.getLanguage(language)) return undefined;
    // A sample is often a fragment: what a grammar calls illegal in it is no reason to stop.
    const { value } = api.highlight(code, { language, ignoreIllegals: true });
    // An apostrophe is escaped for attributes only, and this is text.
    return value.replaceAll("&#x27;", "'");
  };
}

/** An instance of our own: the library's is shared with whatever else of the site uses it. */
function prepare(): HLJSApi {
  const api = core.newInstance();
  for (const [name, language] of Object.entries(LANGUAGES)) {
    api.registerLanguage(name, (hljs) => ({ ...language(hljs), disableAutodetect: !GUESSED.has(name) }));
  }
  return api;
}
