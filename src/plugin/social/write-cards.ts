import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { readKept, writeKept } from "../cache/kept-file.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import { messageOf } from "../findings/plain-error.ts";
import { type Card, cardHref, drawCard } from "./card.ts";

/** What keeps a picture: its name says what is on it, and its end whether it is whole, and the one of that name. */
const keptAs = (card: Card) => `card ${cardName(card)}`;

/**
 * Writes the pictures of cards into the output folder. One that was ever drawn is kept, by its name, and not drawn anew.
 *
 * @param cache where they are kept, if anything can be kept there
 * @returns how many were drawn
 */
export async function writeCards(cards: readonly Card[], output: OutputFolder, cache: string): Promise<number> {
  const put = (card: Card, picture: Uint8Array) => output.put(cardHref(card).slice(1), picture);
  const missing = cards.filter((card) => {
    const kept = readKept(cached(card, cache), keptAs(card));
    if (kept) put(card, kept);
    return kept === undefined;
  });
  if (missing.length === 0) return 0;
  const draw = await loadDrawing();
  const finish = async (card: Card) => {
    const picture = await draw(card);
    put(card, picture);
    keepIfPossible(card, cache, picture);
  };
  await Promise.all(missing.map(finish));
  return missing.length;
}

/**
 * Why cards cannot be drawn: the library's binary is missing, say, or not for this machine.
 *
 * @param load loads the library
 * @returns undefined where they can be, or none is to be
 */
export async function reasonAgainstDrawing(
  cards: readonly Card[],
  cache: string,
  load: () => Promise<unknown> = loadDrawing,
): Promise<string | undefined> {
  if (cards.every((card) => readKept(cached(card, cache), keptAs(card)))) return undefined;
  try {
    await load();
    return undefined;
  } catch (error) {
    return messageOf(error).split("\n", 1)[0];
  }
}

/** A card that cannot be kept is drawn again by the next build. */
function keepIfPossible(card: Card, cache: string, picture: Uint8Array): void {
  try {
    writeKept(cached(card, cache), keptAs(card), [picture]);
  } catch {
    // That nothing can be kept is told once, where the build begins.
  }
}

/** The name under which a card's picture is kept. */
export function cardName(card: Card): string {
  return basename(cardHref(card));
}

function cached(card: Card, cache: string): string {
  return join(cache, cardName(card));
}

/** Only where something is drawn: the library is a native one. */
async function loadDrawing(): Promise<(card: Card) => Promise<Uint8Array>> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const fontFiles = [fontFile()];
  // The fonts of the machine are left alone, so that a picture is the same everywhere.
  const options = { font: { fontFiles, loadSystemFonts: false } };
  return async (card) => (await renderAsync(drawCard(card), options)).asPng();
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("@expo-google-fonts/roboto-slab/700Bold/RobotoSlab_700Bold.ttf");
}
