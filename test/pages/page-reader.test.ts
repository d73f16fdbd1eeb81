import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createPageReader } from "../../src/plugin/pages/read-page.ts";
import { settingsSchema } from "../../src/plugin/settings.ts";

const reader = suite("page reader");
const settings = settingsSchema.parse({});

reader("a file is read again where its text or the settings are others, and only then", () => {
  const read = createPageReader();
  const file = (text: string) => ({ path: "a.md", text: `Title: ${text}\n\nText.\n` });
  const first = read(file("One"), settings);
  assert.is(read(file("One"), settings), first);
  assert.is(read(file("Two"), settings).page.title, "Two");
  const again = read(file("One"), settings);
  assert.is.not(again, first);
  assert.is.not(read(file("One"), settingsSchema.parse({ defaultLang: "de" })), again);
  assert.is.not(read({ ...file("One"), path: "b.md" }, settings).page.file, "a.md");
});

reader.run();
