/** While somebody writes: Eleventy searches anew where templates came or went, for its watcher does not hear of all. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createIgnores } from "../../src/plugin/build/ignores.ts";

const searching = suite("build: Eleventy's search");

searching("is another one only where other templates are there", () => {
  const ignores = createIgnores();
  const patternsFor = (templates: readonly string[]): string[] => {
    const patterns = ["_site/**"];
    ignores.take(patterns);
    ignores.add("./content/", ["content/closed.md"], templates);
    return patterns;
  };
  const first = patternsFor(["a.md"]);
  assert.equal(first, ["_site/**", "content/closed.md"]);
  assert.equal(patternsFor(["a.md"]), first);
  const anew = patternsFor(["a.md", "b.md"]);
  assert.equal(anew, [...first, "content/.pelican-search-1"]);
  assert.equal(patternsFor(["a.md", "b.md"]), anew);
  assert.equal(patternsFor(["a.md"]), [...first, "content/.pelican-search-2"]);
  assert.equal(ignores.list(), ["_site/**"]);
});

searching.run();
