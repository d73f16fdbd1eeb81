import { z } from "zod";
import type { Scanned } from "../html/scan.ts";

/** A text as HTML, and what is to be known of that. */
export interface ReadText {
  readonly html: string;
  readonly scanned: Scanned;
}

const texts = z.array(z.string());

const SCANNED: z.ZodType<Scanned> = z.object({
  links: texts,
  ids: texts,
  imagesWithoutAlt: texts,
  framesWithoutTitle: texts,
  headings: z.array(
    z.object({ level: z.number(), id: z.string(), text: z.string(), start: z.number(), end: z.number() }),
  ),
  description: z.string(),
  words: z.number(),
  guarded: z.array(
    z.object({
      element: z.string(),
      attribute: z.string(),
      directive: z.string(),
      source: z.string(),
      hashes: texts,
      smallHashes: texts,
      style: z.string(),
      shown: z.string(),
    }),
  ),
  isBalanced: z.boolean(),
  lone: z.array(z.object({ name: z.string(), isOpen: z.boolean(), nth: z.number() })),
  openQuotes: texts,
  unread: texts,
  brokenFormulas: z.array(z.object({ text: z.string(), reason: z.string() })),
  listLines: z.array(texts),
});

/** As it is kept for the next build. */
export const READ_TEXT: z.ZodType<ReadText> = z.object({ html: z.string(), scanned: SCANNED });
