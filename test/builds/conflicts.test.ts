/**
 * Two pages that want one file: one of them is written, the other one is a finding, and nowhere. It pins that an item of
 * Eleventy's collections whose address is taken away is not written, and that of a page in no collection the address can
 * still be refused when Eleventy asks for it.
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const LIST = `---
permalink: all.txt
eleventyExcludeFromCollections: true
---
{% for name, items in collections %}{{ name }}:{% for item in items %}{{ item.url }},{% endfor %}
{% endfor %}`;

function same(title: string, more = "", saveAs = "same.html"): string {
  return `Title: ${title}\nDate: 2020-01-01\nTags: x\nSave_as: ${saveAs}\n${more}\nText of ${title}.\n`;
}

const conflicts = suite("build: two pages with one address");

for (const [name, a, b, written, lost] of [
  ["both published", same("A"), same("B"), "same.html", "B"],
  ["both drafts", same("A", "Status: draft\n"), same("B", "Status: draft\n"), "drafts/same.html", "B"],
  ["both hidden", same("A", "Status: hidden\n"), same("B", "Status: hidden\n"), "same.html", "B"],
  ["one hidden, which goes before", same("A"), same("B", "Status: hidden\n"), "same.html", "A"],
  ["one is a folder to the other", same("A"), same("B", "", "same.html/b.html"), "same.html", "B"],
] as const) {
  conflicts(name, async () => {
    const built = await buildSite(
      { "content/posts/a.md": a, "content/posts/b.md": b, "content/all.njk": LIST },
      { settings: { siteUrl: "https://example.org", searchSaveAs: "search.html" } },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.printed.match(/\[save-as-taken\]/g)?.length, 1, built.printed);
    assert.match(built.printed, `posts/${lost.toLowerCase()}.md`);
    assert.match(built.read(written), `Text of ${lost === "A" ? "B" : "A"}.`);
    assert.equal(built.holding(`Text of ${lost}.`), []);
    assert.not.match(built.read("all.txt"), "false");
    built.dispose();
  });
}

conflicts("what a preprocessor drops takes no place", async () => {
  const built = await buildSite(
    {
      "content/posts/a.md": same("A", "Status: hidden\nDropped: yes\n"),
      "content/posts/b.md": same("B", "Status: hidden\n"),
    },
    { config: `config.addPreprocessor("dropped", "*", (data) => { if (data.dropped) return false; });` },
  );
  assert.match(built.read("same.html"), "Text of B.");
  assert.not.match(built.printed, "save-as-taken");
  built.dispose();
});

conflicts("a page and a template of Eleventy's: Eleventy says so, and the command ends", async () => {
  const built = await buildSite(
    { "content/posts/a.md": same("A"), "content/b.njk": "---\npermalink: same.html\n---\nB" },
    { by: "command" },
  );
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "Output conflict");
  assert.not.ok(built.has("same.html"));
  built.dispose();
});

conflicts.run();
