import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SourceFile } from "../../src/plugin/files/source-file.ts";
import { createSourceReader } from "../../src/plugin/pages/read-source.ts";
import { readSettings } from "../../src/plugin/settings.ts";

const readers = suite("source reader");

readers("a file is read again where its text is another, and only then", () => {
  const reader = createSourceReader();
  const read = (file: SourceFile) => reader(file, { settings: readSettings({}) });
  const file = (text: string) => ({ path: "a.md", text: `Title: ${text}\n\nText.\n` });
  const first = read(file("One"));
  assert.is(read(file("One")), first);
  assert.is(read(file("Two")).fields.values.title, "Two");
  const again = read(file("One"));
  assert.is.not(again, first);
  assert.is(again.fields.values.title, "One");
  assert.is(read({ ...file("One"), path: "b.md" }).file.path, "b.md");
});

readers.run();
