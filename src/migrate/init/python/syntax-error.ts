import type { Tree } from "@lezer/common";
import { cutShort } from "../../../plugin/findings/cut-short.ts";
import { indentationError, type SyntaxFault } from "./indentation.ts";
import { refused } from "./refused.ts";

/** A piece of a file that matters to its brackets. */
const TOKEN = /#.*|("""|''')|["']|[()[\]{}]|[“”‘’„«»\u00a0\u3000]|\\\r?\n|\r\n|[\r\n]/g;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** What the parser lets pass, and Python does not; most of it was right in Python 2. */
const PASSED: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*print[ \t]+(?:["'\w]|%)/m, "this is Python 2: write print(…)"],
  [/^[ \t]*exec[ \t]+["'\w]/m, "this is Python 2: write exec(…)"],
  [/^[ \t]*except[ \t]+[\w.]+[ \t]*,/m, "this is Python 2: write except … as …"],
  [/^[ \t]*raise[ \t]+[\w.]+[ \t]*,/m, "this is Python 2: write raise …(…)"],
  [/<>/, "this is Python 2: write !="],
  [/(?<![\w"'])[uU][rR]["']/, "this is Python 2: write r'…'"],
  [/(?<![\w.])0(?=[0-7]*[1-7])[0-7]+(?![\w.])/, "this is Python 2: write 0o… for an octal number"],
  [/^[A-Za-z_]\w*(?:-\w+)+[ \t]*=(?!=)/m, "a name has no “-” in it: write “_”"],
];

/** What the parser takes for an error, and Python does not: “1.”, “yield” alone, “for a, *b in c”. */
const UNKNOWN = /(?:\d\.|\byield|\bfor [\w, ]*,)\s*$/;

/**
 * The first place at which a file cannot be read by Python 3. What follows it may be read as something else than was meant, so
 * nothing of such a file counts.
 *
 * @param tree what the parser makes of it: it goes on behind an error, and marks it
 */
export function syntaxError(text: string, tree: Tree): SyntaxFault | undefined {
  const marker = /^<{7}(?: .*)?$/m.exec(text);
  if (marker && /^>{7}(?: .*)?$/m.test(text.slice(marker.index))) {
    return faultAt(marker.index, "an unfinished merge: keep one version, and delete Git's three marks", text);
  }
  const { fault, code } = brackets(text);
  const [passed] = PASSED.flatMap(([pattern, reason]) => {
    const found = pattern.exec(code);
    return found ? faultAt(found.index + found[0].search(/\S/), reason, text) : [];
  });
  return fault ?? passed ?? indentationError(code) ?? marked(text, tree) ?? unreadable(text, tree);
}

function unreadable(text: string, tree: Tree): SyntaxFault | undefined {
  const found = refused(text, tree);
  return found && faultAt(found.at, found.reason, text);
}

/** What the parser could not read: the line is quoted. */
function marked(text: string, tree: Tree): SyntaxFault | undefined {
  let at: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError && (at === undefined || from < at) && !isUnknown(text, from)) at = from;
    },
  });
  if (at === undefined) return undefined;
  const { line } = faultAt(at, "", text);
  const source = text.split(/\r\n|\r|\n/)[line - 1]?.trim() ?? "";
  return { line, reason: `Python cannot read “${cutShort(source)}”` };
}

function isUnknown(text: string, at: number): boolean {
  return text[at] === "\f" || UNKNOWN.test(text.slice(Math.max(0, at - 100), at));
}

function faultAt(at: number, reason: string, text: string): SyntaxFault {
  return { line: text.slice(0, at).split(/\r\n|\r|\n/).length, reason };
}

/** As many brackets may be open at once in Python (`MAXLEVEL` in its tokenizer). */
const MOST_OPEN = 200;

/** Where more brackets are open than Python takes: the parser would take squared time for them, or have no room. */
export function nestedTooDeep(text: string): SyntaxFault | undefined {
  const { fault, isTooDeep } = brackets(text);
  return isTooDeep ? fault : undefined;
}

interface Open {
  readonly bracket: string;
  readonly at: number;
}

/**
 * Brackets and quotation marks that are not closed, or close nothing.
 *
 * @returns the code, too: the same text with blanks in place of comments and of what is within quotation marks, and of line
 *   breaks that end no statement
 */
function brackets(text: string): { readonly fault?: SyntaxFault; readonly isTooDeep?: boolean; readonly code: string } {
  const open: Open[] = [];
  let code = "";
  let done = 0;
  const token = new RegExp(TOKEN);
  const skip = (until: number, isBlank: boolean) => {
    const part = text.slice(done, until);
    code += isBlank ? part.replace(/./gs, " ") : part;
    done = until;
  };
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [what, triple] = found;
    const at = found.index;
    skip(at, false);
    if (what.startsWith("#")) skip(at + what.length, true);
    else if (triple !== undefined || what === '"' || what === "'") {
      const end = endOfText(text, at, what);
      if (end === undefined)
        return { fault: faultAt(at, `the text that begins with ${what} is never closed`, text), code };
      skip(at + what.length, false);
      skip(end - what.length, true);
      skip(end, false);
      token.lastIndex = end;
    } else if (what in CLOSERS) {
      if (open.push({ bracket: what, at }) > MOST_OPEN)
        return { fault: faultAt(at, "Python reads no brackets in so many others", text), isTooDeep: true, code };
    } else if (/^[)\]}]$/.test(what)) {
      const last = open.pop();
      if (!last) return { fault: faultAt(at, `“${what}” closes nothing`, text), code };
      const wanted = CLOSERS[last.bracket];
      if (wanted !== what) {
        const { line } = faultAt(last.at, "", text);
        return {
          fault: faultAt(at, `“${what}” stands where “${last.bracket}” of line ${line} is to be closed`, text),
          code,
        };
      }
    } else if (/^[\r\n\\]/.test(what)) skip(at + what.length, open.length > 0 || what.startsWith("\\"));
    else return { fault: faultAt(at, `the character “${what}” is not one of Python's: write a plain one`, text), code };
  }
  skip(text.length, false);
  const [first] = open;
  if (first) return { fault: faultAt(first.at, `“${first.bracket}” is never closed`, text), code };
  return { code };
}

/** The place behind the quotation marks that close a text; undefined where none do. */
function endOfText(text: string, at: number, quote: string): number | undefined {
  const inside = new RegExp(quote.length === 3 ? `\\\\.|${quote}` : `\\\\(?:\\r\\n|.)|${quote}|[\\r\\n]`, "gs");
  inside.lastIndex = at + quote.length;
  for (let found = inside.exec(text); found; found = inside.exec(text)) {
    if (found[0] === quote) return found.index + quote.length;
    if (!found[0].startsWith("\\")) return undefined;
  }
  return undefined;
}
