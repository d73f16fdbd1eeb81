/** Of any header: its menus become lists, and the page is what it was. */
import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseDocument } from "yaml";
import { readHeader } from "../../src/plugin/header/read-header.ts";
import { FORMS, type Form } from "../../src/plugin/modernize/menu-text.ts";
import { FACTOR, RUN, SEED } from "../hostile/seed.ts";
import { htmlFile, pelicanFile } from "./headers.ts";
import { essence, modernized, pageOfText, rewritten } from "./modernizing.ts";

const PROPERTY = { ...RUN, numRuns: 200 * FACTOR };
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

property("bodies and comments are there byte for byte, and every line ends as it did", () => {
  fc.assert(
    fc.property(pelican, form, ({ text, comments, body }, way) => {
      fc.pre(modernized(text, way) !== undefined);
      const after = rewritten(text, way);
      assert.ok(after.endsWith(body));
      const lines = after.split(/\r\n|\r|\n/);
      for (const comment of comments) assert.ok(lines.includes(comment), comment);
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

property.run();
