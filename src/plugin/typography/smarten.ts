/** What two and three hyphens become: TYPOGRIFY_DASHES. */
export type Dashes = "default" | "oldschool" | "oldschool_inverted";

const WORD = "[\\p{L}\\p{N}_]";
/** After these a quotation mark before a word opens. */
const BEFORE_OPENING = "(\\s|&nbsp;|--|&[mn]dash;|[\\u2013\\u2014]|&#x201[34];)";
/** After any other character than these it closes. */
const BEFORE_CLOSING = "([^ \\t\\r\\n[{(-])";

const pattern = (source: string): RegExp => new RegExp(source, "gu");

/** The rules for quotation marks, one after the other: what none has taken is an opening one. */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [pattern(`"'(?=${WORD})`), "“‘"],
  [pattern(`'"(?=${WORD})`), "‘“"],
  [pattern(`(?<=${WORD})'(?=\\d{2}s)`), "’"],
  [pattern(`${BEFORE_OPENING}'(?=${WORD})`), "$1‘"],
  [pattern(`${BEFORE_CLOSING}'(?!\\s|s(?!${WORD})|\\d)`), "$1’"],
  [pattern(`${BEFORE_CLOSING}'(\\s|s(?!${WORD}))`), "$1’$2"],
  [pattern("'"), "‘"],
  [pattern(`${BEFORE_OPENING}"(?=${WORD})`), "$1“"],
  [pattern('"(?=\\s)'), "”"],
  [pattern(`${BEFORE_CLOSING}"`), "$1”"],
  [pattern('"'), "“"],
];

const DASHES: Readonly<Record<Dashes, readonly (readonly [string, string])[]>> = {
  default: [["--", "—"]],
  oldschool: [
    ["---", "—"],
    ["--", "–"],
  ],
  oldschool_inverted: [
    ["---", "–"],
    ["--", "—"],
  ],
};

const SOMETHING_TO_DO = /["'`]|--|\.\.\.|\. \. \.|&quot;/;

/** What a backslash leaves as it is; no text holds what stands for it meanwhile, which is no character. */
const ESCAPED = "\\\"'.`-";
const ESCAPES = /\\([\\"'.`-])/g;
const FIRST = 0xfdd0;
const NO_CHARACTER = /[\ufdd0-\ufdd5]/g;

/** Signs that stay as they are, whatever is made of others; `unshield` shows them. */
export function shield(signs: string): string {
  return signs.replace(/[\\"'.`-]/g, (one) => String.fromCharCode(FIRST + ESCAPED.indexOf(one)));
}

export function unshield(text: string): string {
  return text.replace(NO_CHARACTER, (one) => ESCAPED.charAt(one.charCodeAt(0) - FIRST));
}

/**
 * Gives a text, or a text of some HTML, its quotation marks, dashes and dots, as SmartyPants does. A backslash before one
 * of them leaves it as it is. Source: https://daringfireball.net/projects/smartypants/
 *
 * @param before the character before it
 * @param escapes what a backslash leaves as it is
 */
export function smarten(text: string, dashes: Dashes, before = "", escapes = ESCAPES): string {
  if (!SOMETHING_TO_DO.test(text)) return text;
  let result = text.replaceAll("&quot;", '"').replace(escapes, (_, one: string) => shield(one));
  for (const [written, dash] of DASHES[dashes]) result = result.replaceAll(written, dash);
  result = result.replaceAll("...", "…").replaceAll(". . .", "…").replaceAll("``", "“").replaceAll("''", "”");
  // What stands before the text decides of the quotation mark that it begins with.
  result = before + result;
  for (const [quote, becomes] of QUOTES) result = result.replace(quote, becomes);
  return unshield(result.slice(before.length));
}
