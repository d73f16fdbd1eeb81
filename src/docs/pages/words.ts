import { english } from "../../plugin/words/english.ts";
import { docsPage, escaped, table } from "./page.ts";

/** All words of the interface, from the table that pages are printed with. */
export function wordsPage(): string {
  const rows = Object.entries(english).map(([name, word]) => [
    `\`${name}\``,
    escaped(typeof word === "string" ? word.trim() : word.other),
  ]);
  return docsPage(
    "words",
    "Words of the interface",
    "The names of all words that the layouts, the lists and the search show, with the English ones.",
    `Under these names the setting \`words\` has [words of your own](/docs/languages.html). What stands in braces is put in, and what stands in brackets is a link: a word of yours needs them, too. \`searchFound\` has a form for each number that the language tells apart: \`{ "one": "…", "other": "…" }\`.

${table(["Name", "In English"], rows)}`,
    "docs/languages",
  );
}
