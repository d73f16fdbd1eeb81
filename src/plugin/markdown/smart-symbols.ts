import type MarkdownIt from "markdown-it";

const NAMED: Readonly<Record<string, string>> = {
  "(tm)": "™",
  "(c)": "©",
  "(r)": "®",
  "+/-": "±",
  "=/=": "≠",
  "c/o": "℅",
  "<-->": "↔",
  "-->": "→",
  "<--": "←",
  "1/4": "¼",
  "1/2": "½",
  "3/4": "¾",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/5": "⅕",
  "2/5": "⅖",
  "3/5": "⅗",
  "4/5": "⅘",
  "1/6": "⅙",
  "5/6": "⅚",
  "1/8": "⅛",
  "3/8": "⅜",
  "5/8": "⅝",
  "7/8": "⅞",
};
const SYMBOL =
  /\((?:tm|c|r)\)|\+\/-|=\/=|\bc\/o\b|<-->|(?<!-)-->|<--(?!-)|(?<!\d)(?:[13]\/4|[12]\/3|[1-4]\/5|[15]\/6|[1357]\/8|1\/2)(?!\d)/g;
const ORDINAL = /\b((?:[1-9]\d*)?(?:(?<=1)[123](?=th)|1(?=st)|2(?=nd)|3(?=rd)|[04-9](?=th)))(th|st|nd|rd)\b/g;

/** Signs for what is typed in their place: https://facelessuser.github.io/pymdown-extensions/extensions/smartsymbols/ */
export function smartSymbols(md: MarkdownIt): void {
  md.renderer.rules.text = (tokens, index) => {
    const content = tokens[index]?.content ?? "";
    // The text of an address is as it is written.
    if (tokens[index - 1]?.info === "auto") return md.utils.escapeHtml(content);
    const signs = content.replace(SYMBOL, (typed) => NAMED[typed] ?? typed);
    return md.utils.escapeHtml(signs).replace(ORDINAL, "$1<sup>$2</sup>");
  };
}
