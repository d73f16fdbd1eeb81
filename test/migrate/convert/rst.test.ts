/** reStructuredText becomes what Pelican's own reader makes of it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Conversion } from "../../../src/migrate/convert/conversion.ts";
import { convertRst, type RstSite } from "../../../src/migrate/convert/rst.ts";
import { readHtmlHeader } from "../../../src/plugin/header/html-header.ts";
import { readSettings, type SettingsInput } from "../../../src/plugin/settings.ts";
import { type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { passOver } from "../../pass-over.ts";
import { pythonWith } from "./python.ts";

const test = suite("convert: reStructuredText");
const NEEDED = ["docutils", "pygments"];

const LAMPS = `Lamps & *oil*
=============

:date: 2020-01-02 10:00
:tags: wick, brass
:authors: Ann Lamb, Bob Reed
:Summary: A *short* text
    of \`lamps <{filename}oil.rst>\`_.
:save_as:
:template:

See \`oil <{filename}/oil.rst#kinds>\`_ and :abbr:\`OL (oil lamp)\`, with \`\`code\`\`.

.. image:: {static}/lamp.png

Kinds
-----

.. code-block:: python
   :linenos: inline
   :hl_lines: 2

   light = 1
   print(light)

.. sourcecode:: no-such-language

   a < b

.. code:: python

   def burn(): pass

==== ====
Oil  Cost
==== ====
Rape 3
==== ====

A note [1]_.

.. [1] It smokes.
`;

function conversions(files: Tree, settings: SettingsInput = {}, pelicanconf: RstSite["pelicanconf"] = []) {
  const folder = temporaryFolder();
  writeTree(join(folder, "content"), files);
  const site = { folder, content: join(folder, "content"), settings: readSettings(settings), pelicanconf };
  return { folder, made: convertRst(Object.keys(files), site) };
}

function textOf(one: Conversion | undefined): string {
  const content = one?.kind === "made" ? one.files[0]?.content : undefined;
  return typeof content === "string" ? content : "";
}

/** Pelican's reader, without what it makes of values. */
const READER = `
import json, sys
from pelican.readers import RstReader
from pelican.settings import DEFAULT_CONFIG
import pelican.settings
pelican.settings.PYGMENTS_RST_OPTIONS = {"linenos": "table"}
class Plain(RstReader):
    def process_metadata(self, name, value):
        return value
print(json.dumps(Plain(DEFAULT_CONFIG).read(sys.argv[1])))
`;

if (pythonWith(...NEEDED)) {
  test("fields are a page's, links are as written, and what is empty means nothing but for an address", () => {
    const [one] = conversions({ "a.rst": LAMPS }).made;
    const { lines, body } = readHtmlHeader(textOf(one));
    assert.equal(Object.fromEntries(lines.map(({ key, value }) => [key, value])), {
      Title: "Lamps & oil",
      date: "2020-01-02 10:00",
      tags: "wick, brass",
      authors: "Ann Lamb; Bob Reed",
      summary:
        '<p class="first last">A <em>short</em> text\nof <a class="reference external" href="{filename}oil.rst">lamps</a>.</p>',
      save_as: "",
    });
    assert.match(body, 'href="{filename}/oil.rst#kinds"');
    assert.match(body, '<abbr title="oil lamp">OL</abbr>');
    assert.match(body, '<img alt="" src="{static}/lamp.png" />');
  });

  test("what Pelican would not read is left, with its place", () => {
    const { made } = conversions({ "a.rst": "A\n=\n\nText.\n\nKinds\n----\n", "b.rst": "B\n=\n\nText.\n" });
    assert.equal(made[0], { kind: "failed", source: "a.rst", line: 7, reason: "Title underline too short." });
    assert.is(made[1]?.kind, "made");
  });

  test("nothing from outside of the project is included", () => {
    const [one] = conversions({ "a.rst": "A\n=\n\n.. include:: /etc/hosts\n   :literal:\n" }).made;
    assert.match(one?.kind === "failed" ? one.reason : "", "which is outside of the project");
  });

  test("a file that takes for ever is left, and the others are read", () => {
    const { folder, made } = conversions({ "b.rst": "B\n=\n\nText.\n" });
    assert.is(made[0]?.kind, "made");
    const content = join(folder, "content");
    if (spawnSync("mkfifo", [join(content, "pipe")]).status !== 0) return;
    writeTree(content, { "a.rst": "A\n=\n\n.. include:: pipe\n" });
    const site = { folder, content, settings: readSettings({}), pelicanconf: [], patience: 1 };
    const [slow, other] = convertRst(["a.rst", "b.rst"], site);
    assert.equal(slow, { kind: "failed", source: "a.rst", line: 1, reason: "reading it takes longer than 1 seconds" });
    assert.is(other?.kind, "made");
  });

  test("directives of Pelican's plugins are read, and others are told", () => {
    const { made } = conversions({
      "a.rst": 'A\n=\n\n.. html::\n\n   <b>x</b>\n\n.. youtube:: a"b\n   :width: 300\n',
      "b.rst": "B\n=\n\n.. gist:: 12\n",
      "c.rst": "C\n=\n\nSee :doc:`d`.\n",
      "d.rst": "D\n=\n\n.. raw:: html\n   :url: https://example.org/\n",
    });
    assert.match(textOf(made[0]), "<b>x</b>");
    assert.match(
      textOf(made[0]),
      '<div class="youtube"><iframe width="300" height="390" src="https://www.youtube.com/embed/a&quot;b" title="YouTube: a&quot;b" loading="lazy" allowfullscreen></iframe></div>',
    );
    const told = "it is of a plugin's, or of Sphinx's. Write what it shows, in HTML below “.. raw:: html”";
    assert.equal(
      made.slice(1).map((one) => one.kind === "failed" && [one.line, one.reason]),
      [
        [4, `Unknown directive type "gist": ${told}`],
        [4, `Unknown interpreted text role "doc": ${told}`],
        [4, 'Problems with "raw" directive URL "https://example.org/": OSError: nothing is read from other sites.'],
      ],
    );
  });

  test("where HTML is not read by one name, it is by the other", () => {
    const [one] = conversions({ "a.rst": "A\n=\n\nText.\n" }, { readers: { html: null } }).made;
    assert.is(one?.kind === "made" && one.files[0]?.path, "a.htm");
  });

  test("a field that HTML has for its tags is told of", () => {
    const [one] = conversions({ "a.rst": "A\n=\n\n:keywords: oil\n\nText.\n" }).made;
    assert.equal(one?.kind === "made" && one.notes, [
      "its field keywords is left out: in a page in HTML it would be the tags.",
    ]);
    assert.not.match(textOf(one), "keywords");
  });
} else passOver("convert: reStructuredText", "no python3 with docutils and pygments");

const pelican = pythonWith("pelican", ...NEEDED);
if (pelican !== undefined && pythonWith(...NEEDED)) {
  test("the text is that of Pelican's reader, character by character", () => {
    const conf = [{ name: "PYGMENTS_RST_OPTIONS", value: { linenos: "table" } }];
    const files = { "a.rst": LAMPS, "b.rst": "Two\n===\n\nOne\n---\n\n.. code-block:: sh\n\n   ls\n" };
    const { folder, made } = conversions(files, {}, conf);
    for (const one of made) {
      const { stdout } = spawnSync(pelican, ["-c", READER, join(folder, "content", one.source)], { encoding: "utf8" });
      const [body] = JSON.parse(stdout) as [string, unknown];
      assert.is(readHtmlHeader(textOf(one)).body.trim(), body.trim());
    }
  });
} else passOver("convert: as Pelican's own reader", "no python3 with pelican");

test.run();
