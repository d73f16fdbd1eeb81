/** No template, script or stylesheet has words of its own: all that visitors read or hear stands in the table of words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { english } from "../../src/plugin/words/english.ts";
import { project } from "../build-tree.ts";

const words = suite("words of templates");

const INCLUDES = join(project, "_includes");
/** Layouts of this site's own, which is in English. */
const OF_THIS_SITE = /list-of-/;
const files = readdirSync(INCLUDES, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.(?:njk|css|js)$/.test(path) && !OF_THIS_SITE.test(path),
);

const isWord = (text: string) => /\p{L}{2}/u.test(text);

function faultsIn(path: string): string[] {
  const text = readFileSync(join(INCLUDES, path), "utf8");
  if (path.endsWith(".njk")) {
    const html = text
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, "")
      .replace(/<!--[\s\S]*?-->/g, "");
    const attributes = html.matchAll(/\s(?:aria-[a-z]+label|aria-label|title|alt|placeholder)="([^"]*)"/g);
    const ofTags = [...attributes].map(([, value = ""]) => value);
    return [...ofTags, ...html.split(/<[^>]*>/)].map((part) => part.trim()).filter(isWord);
  }
  if (path.endsWith(".css")) {
    return [...text.matchAll(/\bcontent:\s*("[^"]*"|'[^']*')/g)].map(([, value = ""]) => value).filter(isWord);
  }
  if (!path.endsWith(".js")) return [];
  const literals = [...text.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? "");
  // What begins with a capital is said, or is the name of a key.
  return literals.filter(
    (one) => /^[\p{Lu}“][\p{L} ]*\p{Ll}/u.test(one) && one !== "Escape" && one !== english.darkTheme,
  );
}

for (const path of files) words(`${path} has none of its own`, () => assert.equal(faultsIn(path), []));

words.run();
