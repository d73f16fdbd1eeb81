// JavaScript, as the worker thread that uses it is.
import { minify } from "html-minifier-terser";

/**
 * Minifies one text after the other: many at once would only fill the memory.
 *
 * @param {readonly string[]} texts
 * @param {import("html-minifier-terser").Options} options
 * @returns {Promise<{ html: string }[]>} in the order of the texts
 */
export async function minifyAll(texts, options) {
  const results = [];
  for (const text of texts) {
    try {
      results.push({ html: await minify(text, options) });
    } catch {
      // An author's HTML may be broken beyond what the minifier reads: it stays as it is.
      results.push({ html: text });
    }
  }
  return results;
}
