import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contentMatcher } from "../../src/plugin/files/content-globs.ts";

const globs = suite("files: the globs of content");

for (const [content, path, isNamed] of [
  [["**/*"], "a.md", true],
  [["**/*"], "a/b/c.md", true],
  [["**"], "a/b.md", true],
  [["blog/**/*.md"], "blog/a.md", true],
  [["./blog/**"], "blog/a/b.md", true],
  [["blog/**"], "blogs/a.md", false],
  [["*.md"], "a/b.md", false],
  [["{about,uses}/*.md"], "uses/b.md", true],
  [["**/*", "!drafts/**"], "drafts/b.md", false],
  [["**/*", "!drafts/**"], "c.md", true],
  [["!drafts/**"], "c.md", false],
  [["*a*b.md"], "xa-ab.md", true],
  [["a/*b*c/*.md"], "a/c-bc/d.md", true],
  [["a/*b*c/*.md"], "a/b/c/d.md", false],
  [[`${"*a".repeat(50)}.md`], `${"a".repeat(250)}.html`, false],
  [[], "c.md", false],
] as const)
  globs(`${JSON.stringify(content)} ${isNamed ? "names" : "does not name"} ${path}`, () =>
    assert.is(contentMatcher(content)(path), isNamed),
  );

globs.run();
