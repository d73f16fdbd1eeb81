/** AsciiDoc becomes pages, as Pelican's plugin reads it. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { convertAdoc } from "../../../src/migrate/convert/adoc.ts";
import { adocFields } from "../../../src/migrate/convert/adoc-fields.ts";
import { libraryFolder } from "../../../src/plugin/files/libraries.ts";
import { readHtmlHeader } from "../../../src/plugin/header/html-header.ts";
import { readSettings } from "../../../src/plugin/settings.ts";
import { temporaryFolder, writeTree } from "../../build-tree.ts";

const test = suite("convert: AsciiDoc");

const LAMPS = `= Lamps & _oil_
Ann Lamb <ann@example.org>
:date: 2020-01-02 10:00
:Category: Light
:tags: wick, brass
:slug: lamps
:toc:
:summary: All that \\
  burns
:keywords: oil

See link:{filename}/oil.adoc#kinds[oil] and *this*.

image::{static}/lamp.png[A lamp]

== Kinds

include::part.adoc[]

[source,python]
----
:title: no title
print(1 < 2)
----
`;

const folder = temporaryFolder();
const content = join(folder, "content");
const PART = "part.adoc";
writeTree(folder, {
  "secret.txt": "secret",
  "content/guides/part.adoc": "Shared words.\n\ninclude::../near.adoc[]\n",
  "content/near.adoc": "Words nearby.\n",
});
symlinkSync(join(folder, "secret.txt"), join(content, "guides/way.txt"));

const INCLUDES = ["../../secret.txt", join(folder, "secret.txt"), "way.txt", "none.adoc"];
const WRONG = INCLUDES.map((target, index) => ({
  path: `guides/wrong${index}.adoc`,
  text: `= A\n\ninclude::${target}[]\n`,
}));
const OPTIONS = ["-a allow-uri-read", "-a", "oil-kind=Rape", "--attribute=x"];
const pelicanconf = [{ name: "ASCIIDOC_OPTIONS", value: OPTIONS }];
const site = { content, settings: readSettings({}), pelicanconf, library: libraryFolder("@asciidoctor/core") };
const [lamps, far, ...wrong] = convertAdoc(
  [
    { path: "guides/lamps.adoc", text: LAMPS },
    { path: "far.asc", text: "Far\n===\n:allow-uri-read:\n\ninclude::https://example.org/a[]\n" },
    ...WRONG,
  ],
  site,
);

test("attributes are fields, and links and pictures are as written", () => {
  assert.ok(lamps?.kind === "made");
  assert.is(lamps.files[0]?.path, "guides/lamps.html");
  assert.equal(lamps.notes, ["its field keywords is left out: in a page in HTML it would be the tags."]);
  const { lines, body } = readHtmlHeader(String(lamps.files[0]?.content));
  assert.equal(Object.fromEntries(lines.map(({ key, value }) => [key, value])), {
    Title: "Lamps & oil",
    date: "2020-01-02 10:00",
    category: "Light",
    tags: "wick, brass",
    slug: "lamps",
    summary: "All that burns",
  });
  assert.match(body, 'See <a href="{filename}/oil.adoc#kinds">oil</a> and <strong>this</strong>.');
  assert.match(body, '<img src="{static}/lamp.png" alt="A lamp">');
  assert.match(body, '<h2 id="_kinds">Kinds</h2>');
  assert.match(body, "print(1 &lt; 2)");
  assert.not.match(body, "Lamps");
});

test("what is included is read from its own folder, and from the content alone", () => {
  assert.match(String(lamps?.kind === "made" && lamps.files[0]?.content), /Shared words\.[\s\S]*Words nearby\./);
  for (const [index, one] of wrong.entries()) {
    assert.is(one.kind, "failed", INCLUDES[index]);
    assert.is(one.kind === "failed" && one.line, 3);
  }
  assert.is(wrong[2]?.kind === "failed" && wrong[2].reason, "include file not readable: guides/way.txt");
  assert.not.match(JSON.stringify([far, wrong]), ">secret");
  assert.match(JSON.stringify(far), "cannot include contents of URI");
});

test("without Asciidoctor.js it says how to get it", () => {
  const [one] = convertAdoc([{ path: PART, text: "= A\n" }], { ...site, library: undefined });
  assert.match(one?.kind === "failed" ? one.reason : "", "npm install --save-dev @asciidoctor/core");
});

test("the address is that of the title as it is written, and options give attributes", () => {
  const texts = [
    "= Oil {version} of 10<sup>2</sup>\n:version: 2\n\nIt is {oil-kind}.\n\n== Kinds\n",
    "Oil {x}\n=======\n:slug: own\n\nText.\n",
    "= Plain oil\n\nText.\n",
  ];
  const pages = convertAdoc(
    texts.map((text, index) => ({ path: `${index}.adoc`, text })),
    site,
  ).map((one) => readHtmlHeader(String(one.kind === "made" && one.files[0]?.content)));
  assert.equal(
    pages.map(({ lines }) => lines.filter(({ key }) => /^(?:title|slug)$/i.test(key)).map(({ value }) => value)),
    [["Oil 2 of 102", "oil-version-of-102"], ["Oil", "own"], ["Plain oil"]],
  );
  assert.match(pages[0]?.body ?? "", "It is Rape.");
});

test("underlined headings are no ends of code", () => {
  assert.equal(adocFields("Title\n=====\n\nKinds\n-----\n\n:slug: a\n\n....\n:slug: b\n....\n:lang: en\n"), {
    slug: "a",
    lang: "en",
  });
});

test.run();
