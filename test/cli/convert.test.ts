/** Sources in other formats become pages beside them; nothing that is there is replaced. */
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree } from "../build-tree.ts";
import { pythonWith } from "../migrate/convert/python.ts";
import { passOver } from "../pass-over.ts";
import { buildBlog } from "../site-helpers.ts";
import { projectOf, run } from "./project.ts";

const test = suite("cli: convert");

const RST = "Guide\n=====\n\n:date: 2020-01-02\n\nText of `oil <{filename}oil.rst>`_.\n";
const OIL = "Oil\n===\n\n:date: 2020-01-02\n\nText.\n";
const POST = "Title: Wick\nDate: 2020-01-02\n\nSee the [guide]({filename}guides/guide.rst).\n";
const SITE: Tree = { "wick.md": POST, "guides/guide.rst": RST, "guides/oil.rst": OIL };
const DATA = { "_data/site.json": '{ "content": ["**/*"], "articlePaths": [""] }' };

test("a call that is wrong says what to write", () => {
  const folder = projectOf({ ...SITE, "a.org": "* A\n" });
  const wrong = [
    ["src/content/none.rst", "There is no src/content/none.rst. Write a file or a folder of the site's content.\n"],
    ["src/content/a.org", "src/content/a.org is not converted: only .rst, .ipynb and .adoc are.\n"],
  ] as const;
  for (const [path, said] of wrong) {
    const { code, error } = run(folder, ["convert", path]);
    assert.is(code, 2);
    typeof said === "string" ? assert.is(error, said) : assert.match(error, said);
  }
});

test("without Python's docutils it says how to get it, and writes nothing", () => {
  const folder = projectOf(SITE, DATA);
  const before = snapshot(folder);
  const path = process.env.PATH;
  process.env.PATH = "/nowhere";
  const { code, error } = run(folder, ["convert"]);
  process.env.PATH = path;
  assert.is(code, 1);
  assert.match(error, "pip install docutils pygments");
  assert.equal(snapshot(folder), before);
});

test("a source with a page beside it is not part of the site, and links to it lead there", async () => {
  const page =
    "<html><head><title>Guide</title><meta name='date' content='2020-01-02'></head><body>Text.</body></html>";
  const built = await buildBlog(
    { "wick.md": POST, "guides/guide.rst": RST, "guides/guide.html": page },
    { articlePaths: [""], staticPaths: [""] },
  );
  assert.not.match(built.printed, "source-");
  assert.match(built.read("wick.html"), 'href="/guide.html"');
  assert.not.ok(built.has("guides/guide.rst"));
  built.dispose();
});

test("settings that name a source are told of", () => {
  const site = { content: ["**/*"], articlePaths: [""], extraPathMetadata: { "peas.ipynb": { slug: "green" } } };
  const folder = projectOf(
    { "peas.ipynb": '{ "nbformat": 4, "cells": [] }', "peas.ipynb-meta": "Title: Peas\nDate: 2020-01-02\n" },
    { "_data/site.json": JSON.stringify(site) },
  );
  const { code, error } = run(folder, ["convert", "--dry-run"]);
  assert.is(code, 0);
  assert.is(error, "peas.ipynb:1: extraPathMetadata names it: name peas.md there instead.\n");
});

test("a notebook becomes a page with its pictures, and needs no Python", () => {
  const picture = Buffer.from("\x89PNG\r\n\x1a\npicture", "latin1");
  const data = { "image/png": picture.toString("base64") };
  const outputs = [{ output_type: "display_data", metadata: {}, data }];
  const cells = [{ cell_type: "code", execution_count: 1, metadata: {}, source: "draw()", outputs }];
  const folder = projectOf(
    {
      "a.md": POST.replace("guides/guide.rst", "peas.ipynb"),
      "peas.ipynb": JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }),
      "peas.ipynb-meta": "Title: Peas\nDate: 2020-01-02\n",
      "old.ipynb": '{ "nbformat": 2 }',
    },
    DATA,
  );
  const { code, out, error } = run(folder, ["convert"]);
  assert.is(code, 1);
  assert.is(
    out,
    "peas.ipynb → peas.md, peas_files/peas_0_0.png\nWrote 1 page. The old files are not part of the site any more, and may go. 1 source could not be converted.\n",
  );
  assert.match(error, "old.ipynb:1: left as it is: it is of nbformat 2");
  assert.equal(readFileSync(join(folder, "src/content/peas_files/peas_0_0.png")), picture);
  assert.not.match(run(folder, ["check"]).out, /peas\.ipynb|source-missing/);
});

test("AsciiDoc becomes a page, and links to it lead there", () => {
  const adoc = "= Peas\n:date: 2020-01-02\n\nText.\n";
  const folder = projectOf(
    { "a.md": POST.replace("guides/guide.rst", "peas.adoc"), "peas.adoc": adoc, "peas.asc": adoc },
    DATA,
  );
  const { code, out, error } = run(folder, ["convert"]);
  assert.is(error, "peas.asc:1: left as it is: peas.html is made of peas.adoc.\n");
  assert.is(code, 1);
  assert.match(out, "peas.adoc → peas.html\nWrote 1 page.");
  assert.not.match(run(folder, ["check"]).out, /peas\.adoc|source-missing/);
});

if (pythonWith("docutils", "pygments")) {
  test("all sources become pages, as old as they are; then there is nothing left", () => {
    const folder = projectOf(SITE, DATA);
    const content = join(folder, "src/content");
    utimesSync(join(content, "guides/oil.rst"), 1_000_000, 1_000_000);
    const { code, out, error } = run(folder, ["convert"]);
    assert.is(error, "");
    assert.is(code, 0);
    const compared = pythonWith("pelican")
      ? "2 of 2 texts are as Pelican's own reader has them."
      : "Pelican is not here to compare with.";
    assert.is(
      out,
      `guides/guide.rst → guides/guide.html\nguides/oil.rst → guides/oil.html\nWrote 2 pages. The old files are not part of the site any more, and may go.\n${compared}\n`,
    );
    assert.is(statSync(join(content, "guides/oil.html")).mtimeMs, 1_000_000_000);
    assert.ok(existsSync(join(content, "guides/oil.rst")));
    assert.match(run(folder, ["convert"]).out, "There is nothing to convert");
    assert.not.match(run(folder, ["check"]).out, /source-unread|source-missing/);
  });

  test("a dry run shows what would be written", () => {
    const folder = projectOf(SITE, DATA);
    const before = snapshot(folder);
    const { code, out } = run(folder, ["convert", "--dry-run", "src/content/guides/oil.rst"]);
    assert.is(code, 0);
    assert.match(out, "+++ guides/oil.html");
    assert.match(out, "+<title>Oil</title>");
    assert.match(out, "Would write 1 page.");
    assert.equal(snapshot(folder), before);
  });

  test("what is there is not replaced, and what cannot be read is left", () => {
    const there = { "guides/oil.html": "<p>Mine.</p>", "guides/bad.rst": "Bad\n===\n\n*Text.\n" };
    const folder = projectOf({ ...SITE, ...there }, DATA);
    const { code, out, error } = run(folder, ["convert", "src/content/guides", "src/content/guides/oil.rst"]);
    assert.is(code, 1);
    assert.match(error, "guides/oil.rst:1: left as it is: guides/oil.html is there already.");
    assert.match(error, "guides/bad.rst:4: left as it is: Inline emphasis start-string without end-string.");
    assert.match(out, "Wrote 1 page.");
    assert.match(out, "2 sources could not be converted.");
  });
} else passOver("cli: convert", "no python3 with docutils and pygments");

test.run();
