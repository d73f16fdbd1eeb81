import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { minifyScript } from "../../src/plugin/assets/script.ts";
import { readKept } from "../../src/plugin/cache/kept-file.ts";
import { createStore } from "../../src/plugin/cache/store.ts";
import { createMinifier } from "../../src/plugin/html/minify/minifier.ts";
import { minifyPage } from "../../src/plugin/html/minify/minify-page.ts";
import { type PageWorker, startWorker } from "../../src/plugin/worker/worker.ts";

const MANY = 1000;
const MENU = '<nav>\n  <a href="/">Home</a>\n</nav>\n';
const minifier = createMinifier(createStore());

/** As the site's configuration has it: Node 20 runs no TypeScript. */
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../src/plugin/worker/program.ts", import.meta.url))],
  bundle: true,
  external: ["terser"],
  platform: "node",
  write: false,
});
const program = outputFiles[0]?.text ?? "";

async function withWorker(use: (worker: PageWorker, output: string) => Promise<void>, inTheWay = false) {
  const folder = mkdtempSync(join(tmpdir(), "pelican-test-"));
  const output = join(folder, "site");
  if (inTheWay) writeFileSync(output, "a file");
  const worker = startWorker({ output, pathPrefix: "" }, MANY, minifier, program);
  assert.ok(worker);
  try {
    await use(worker, output);
  } finally {
    worker.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const printed = (text: string) =>
  `<!doctype html>\n<html><head><title>ä</title></head><body>\n${MENU}${text}</body></html>\n`;
const fragments = { balanced: [MENU], unbalanced: undefined };

test("writes pages as the build's own thread would, and hands over what it wrote", async () => {
  await withWorker(async (worker, output) => {
    const before = Buffer.from("  <p>as it was</p>  ").subarray(2, -2);
    const broken = "<div><p>never closed";
    const pages = [
      { saveAs: "a/b.html", html: printed("<p>One  two</p>\n"), fragments },
      { saveAs: "old.html", before },
      { saveAs: "c.html", html: printed(`<p>x</p>${broken}`), fragments: { balanced: [MENU], unbalanced: broken } },
    ];
    for (const _ of ["at first", "with the menu that it knows"]) {
      const written = await worker.write(pages);
      const [one, old] = (written ?? []).map((bytes) => bytes && Buffer.from(bytes).toString());
      assert.is(one, await minifyPage(printed("<p>One  two</p>\n"), fragments, minifier));
      assert.is(readFileSync(join(output, "a/b.html"), "utf8"), one);
      assert.is(old, "<p>as it was</p>");
      assert.is(readFileSync(join(output, "old.html"), "utf8"), old);
    }
    assert.is(before.toString(), "<p>as it was</p>", "the page is there still");
  });
});

test("leaves pages that are not plain", async () => {
  await withWorker(async (worker) => {
    const pages = [
      { saveAs: "a.html", html: printed("<p onclick='a'>b<p>"), fragments },
      { saveAs: "b.html", html: printed("<p>b</p>"), fragments },
    ];
    const written = await worker.write(pages);
    assert.equal(
      written?.map((bytes) => bytes !== undefined),
      [false, true],
    );
  });
});

test("minifies scripts as the build's own thread does, and none that is broken", async () => {
  await withWorker(async (worker) => {
    const script = "const answer = 6 * 7;\n// a comment\nconsole.log(answer);\n";
    assert.is(await worker.minifyScript("a.js", script), await minifyScript("a.js", script));
    assert.is(await worker.minifyScript("b.js", "const = ;"), undefined);
    assert.is(await worker.minifyScript("c.js", "f( 1 );"), "f(1);", "it goes on");
  });
});

test("keeps what a later build reads", async () => {
  await withWorker(async (worker, output) => {
    const file = join(output, "kept");
    await worker.keep(file, "a version", [new TextEncoder().encode("one, "), new TextEncoder().encode("two")], 2);
    assert.is(readKept(file, "a version")?.toString(), "one, two");
  });
});

test("where it cannot write, it leaves all, and the error to the build's own thread", async () => {
  await withWorker(async (worker) => {
    const pages = [{ saveAs: "a/b.html", html: printed("<p>a</p>"), fragments }];
    const [one, two] = [worker.write(pages), worker.write(pages)];
    assert.equal(await one, []);
    assert.equal(await two, []);
    assert.is(await worker.minifyScript("c.js", "f( 1 );"), "f(1);", "it goes on");
  }, true);
});

test("takes no more pages than it can do soon", async () => {
  await withWorker(async (worker) => {
    const pages = [{ saveAs: "a.html", html: printed("<p>a</p>"), fragments }];
    const taken = Array.from({ length: 40 }, () => worker.write(pages));
    const answers = taken.filter((answer) => answer !== undefined);
    assert.ok(answers.length > 1 && answers.length < 40, String(answers.length));
    await Promise.all(answers);
    assert.ok(worker.write(pages));
  });
});

test("where it cannot be started, it leaves all", async () => {
  const worker = startWorker({ output: "/nowhere", pathPrefix: "" }, MANY, minifier, new URL("file:///nowhere.js"));
  assert.equal(await worker?.write([{ saveAs: "a.html", html: printed("<p>a</p>"), fragments }]), []);
  assert.is(await worker?.minifyScript("a.js", "let a;"), undefined);
  assert.is(worker?.write([]), undefined, "it takes no more");
});

test("is not started for a few pages", () => {
  assert.is(startWorker({ output: "/nowhere", pathPrefix: "" }, 20, minifier), undefined);
});

test.run();
