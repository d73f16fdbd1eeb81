import { type Document, type LineCounter, parseDocument } from "yaml";

/**
 * Reads YAML; what is wrong with it is in the document's errors.
 *
 * @returns undefined where it is nested so deep that the parser has no room for it
 */
export function parseYaml(text: string, lineCounter?: LineCounter): Document.Parsed | undefined {
  try {
    // To say where each of many errors is takes longer than to find them, and the first is told.
    const options = { version: "1.2", logLevel: "error", prettyErrors: false } as const;
    return parseDocument(text, lineCounter ? { ...options, lineCounter } : options);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
