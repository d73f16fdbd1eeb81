import { english, type Words } from "../words/english.ts";

/** The words of the interface in the language of the text that is rendered: they are part of what it is rendered with. */
export function wordsOf(env: unknown): Words {
  return (typeof env === "object" && env !== null && "words" in env && (env.words as Words | undefined)) || english;
}
