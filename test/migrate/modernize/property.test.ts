/** Of any header: its menus become lists, and the page is what it was. */
import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseDocument } from "yaml";
import { FORMS, type Form } from "../../../src/migrate/modernize/menu-text.ts";
import { decode } from "../../../src/plugin/files/decode.ts";
import { readHeader } from "../../../src/plugin/header/read-header.ts";
import { mutated, seeds } from "../../hostile/mutate.ts";
import { RUN, randomFrom, SEED, times } from "../../hostile/seed.ts";
import { htmlFile, pelicanFile } from "./headers.ts";
import { essence, modernized, pageOfText, rewritten } from "./modernizing.ts";

const PROPERTY = { ...RUN, numRuns: times(200) };
const form = fc.constantFrom<Form>(...FORMS);
/** Where Eleventy's own front matter is unreadable, there is no page. */
const pelican = pelicanFile.filter(({ text }) => readHeader({ path: "a.md", text }).header.syntax === "pelican");

const property = suite(`modernize: any header (seed ${SEED})`);

property("the page is the same, and no numbered field is left", () => {
  fc.assert(
    fc.property(pelican, form, ({ text }, way) => {
      fc.pre(modernized(text, way) !== undefined);
      const after = rewritten(text, way);
      assert.equal(essence(pageOfText(after)), essence(pageOfText(text)));
      assert.not.match(after.slice(0, after.length - pageOfText(after).header.body.length), /^\s*\w+_menu_elem_\w+:/m);
    }),
    PROPERTY,
  );
});

property("what is written is YAML, to any reader of it", () => {
  fc.assert(
    fc.property(pelican, form, ({ text }, way) => {
      fc.pre(modernized(text, way) !== undefined);
      const lines = rewritten(text, way).split(/\r\n|\r|\n/);
      const source = lines.slice(1, lines.indexOf(lines.slice(1).find((line) => /^---\s*$/.test(line)) ?? "", 1));
      assert.equal(parseDocument(source.join("\n")).errors, []);
    }),
    PROPERTY,
  );
});

property("bodies are there byte for byte, and every line ends as it did", () => {
  fc.assert(
    fc.property(pelican, form, ({ text, body }, way) => {
      fc.pre(modernized(text, way) !== undefined);
      const after = rewritten(text, way);
      assert.ok(after.endsWith(body));
      const ends = (all: string) => [...new Set(all.match(/\r\n|\r|\n/g) ?? [])];
      assert.equal(ends(after), ends(text));
    }),
    PROPERTY,
  );
});

property("a second time, nothing is to be done", () => {
  fc.assert(
    fc.property(pelican, form, form, ({ text }, way, other) => {
      fc.pre(modernized(text, way) !== undefined);
      assert.is(modernized(rewritten(text, way), other), undefined);
    }),
    PROPERTY,
  );
});

property(
  "HTML: the page is the same, what is no element of a menu stays byte for byte, and a second time is none",
  () => {
    fc.assert(
      fc.property(htmlFile, form, ({ text, kept }, way) => {
        fc.pre(modernized(text, way, "a.html") !== undefined);
        const after = rewritten(text, way, "a.html");
        assert.equal(essence(pageOfText(after, "a.html")), essence(pageOfText(text, "a.html")));
        let at = 0;
        for (const piece of kept) {
          at = after.indexOf(piece, at);
          assert.ok(at >= 0, piece);
          at += piece.length;
        }
        assert.is(modernized(after, way, "a.html"), undefined);
      }),
      PROPERTY,
    );
  },
);

property("spoilt files: nothing throws, and what is changed is the page that it was", () => {
  const [files, random] = [seeds(), randomFrom(SEED)];
  let count = 0;
  for (let turn = 0; turn < times(1500); turn++) {
    const { path, bytes } = mutated(files, random);
    const decoded = decode(bytes, path);
    if (!("text" in decoded)) continue;
    const { text } = decoded;
    const made = modernized(text, turn % 2 === 0 ? "menu" : "eleventyNavigation", path);
    if (made?.kind === "rewritten") {
      count++;
      assert.equal(essence(pageOfText(made.text, path)), essence(pageOfText(text, path)));
    } else if (made) assert.match(made.reason, /^its header (?:cannot be written as YAML|could no longer be read)/);
  }
  assert.ok(count > times(15), `only ${count} files were changed`);
});

property.run();
