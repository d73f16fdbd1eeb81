import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { writeWhole } from "../files/write-whole.ts";
import { type Card, cardHref, drawCard } from "./card.ts";

/**
 * Writes the pictures of cards into the output folder. One that was ever drawn is kept, by its name, and not drawn anew.
 *
 * @param cache where they are kept
 * @returns how many were drawn
 */
export async function writeCards(cards: readonly Card[], output: string, cache: string): Promise<number> {
  const missing = cards.filter((card) => !existsSync(cached(card, cache)));
  if (missing.length > 0) await drawInto(cache, missing);
  for (const card of cards) {
    const target = join(output, cardHref(card));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(cached(card, cache), target);
  }
  return missing.length;
}

/** The name under which a card's picture is kept. */
export function cardName(card: Card): string {
  return basename(cardHref(card));
}

function cached(card: Card, cache: string): string {
  return join(cache, cardName(card));
}

async function drawInto(cache: string, cards: readonly Card[]): Promise<void> {
  // Only where something is drawn: the library is a native one.
  const { renderAsync } = await import("@resvg/resvg-js");
  const fontFiles = [fontFile()];
  const draw = async (card: Card) => {
    // The fonts of the machine are left alone, so that a picture is the same everywhere.
    const image = await renderAsync(drawCard(card), { font: { fontFiles, loadSystemFonts: false } });
    writeWhole(cached(card, cache), [image.asPng()]);
  };
  await Promise.all(cards.map(draw));
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("@expo-google-fonts/roboto-slab/700Bold/RobotoSlab_700Bold.ttf");
}
