import { ENGLISH, type Spoken } from "../words/find-words.ts";

/** The words of the interface for the text that is rendered: they are part of what it is rendered with. */
export function wordsFor(env: unknown): Spoken {
  return (typeof env === "object" && env !== null && "spoken" in env && (env.spoken as Spoken | undefined)) || ENGLISH;
}
