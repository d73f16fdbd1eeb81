/** What is in the package, and how it is found. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { packagedDoc } from "../../src/package/docs.ts";
import { settingsSchema } from "../../src/plugin/settings.ts";
import { project } from "../build-tree.ts";
import { installed, NAME, type Packed, pack, runIn } from "./packed.ts";

const test = suite("package: what is in it");
let packed: Packed;
let folder: string;

test.before(() => {
  packed = pack();
  folder = join(installed(packed), "node_modules", NAME);
});

const TSC = join(project, "node_modules/typescript/bin/tsc");
const TYPES = join(project, "node_modules/@types");
const ALLOWED = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^docs\/[\w-]+\.md$/,
  /^schema\/[\w-]+\.schema\.json$/,
  /^dist\/(?:plugin|menus|migrate|cli|package)\/(?:[\w-]+\/)*[\w-]+\.(?:js|js\.map|d\.ts)$/,
  /^dist\/package\/(?:commonjs|menus)\.(?:cjs|cjs\.map|d\.cts)$/,
  /^dist\/theme\/(?:layouts|menus|partials)\/[\w-]+\.njk$/,
  /^dist\/theme\/assets\/[\w-]+\.(?:css|js|svg)$/,
];

test("it holds compiled modules, the theme and the documentation, and nothing else", () => {
  assert.equal(
    packed.files.filter((path) => !ALLOWED.some((allowed) => allowed.test(path))),
    [],
  );
  for (const path of ["dist/plugin/index.js", "dist/package/bin.js", "dist/theme/layouts/base.njk", "LICENSE"]) {
    assert.ok(packed.files.includes(path), path);
  }
});

test("every module has types and a source map that holds its source", () => {
  const modules = packed.files.filter((path) => /^dist\/(?:plugin|cli)\/.*\.js$/.test(path));
  assert.ok(modules.length > 100);
  for (const path of modules) {
    assert.ok(packed.files.includes(path.replace(/\.js$/, ".d.ts")), path);
    const map = JSON.parse(readFileSync(join(folder, `${path}.map`), "utf8"));
    assert.ok(map.sourcesContent[0].length > 0, path);
  }
});

test("nothing of the site about XMPP is in the theme", () => {
  for (const path of packed.files.filter((one) => one.startsWith("dist/theme/"))) {
    assert.not.match(readFileSync(join(folder, path), "utf8"), /xmpp|\bteam/i, path);
  }
});

test("publint finds nothing", async () => {
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true });
  assert.equal(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test("are the types wrong? They are not, however the package is asked for", async () => {
  const checked = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)));
  assert.ok(checked.types);
  assert.equal(checked.types ? checked.problems : ["no types"], []);
});

const TYPED: readonly (readonly [file: string, source: string])[] = [
  [
    "esm.mts",
    `import pelican, { type EleventyConfig, type PelicanOptions } from "${NAME}";
export const run = (config: EleventyConfig, options: PelicanOptions): void => pelican(config, options);
// @ts-expect-error: it is misspelt
pelican({} as EleventyConfig, { siteNmae: "A" });
`,
  ],
  [
    "commonjs.cts",
    `import pelican = require("${NAME}");
export const run = (config: pelican.EleventyConfig, options: pelican.PelicanOptions): Promise<void> =>
  pelican(config, options);
`,
  ],
  [
    "interop.cts",
    `import pelican, { type EleventyConfig, type PelicanOptions } from "${NAME}";
export const run = (config: EleventyConfig, options: PelicanOptions): Promise<void> => pelican(config, options);
`,
  ],
];

test("configurations in TypeScript are checked, as ES modules and as CommonJS", () => {
  const site = join(folder, "../..");
  for (const [file, source] of TYPED) writeFileSync(join(site, file), source);
  const args = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--ignoreConfig",
    "--typeRoots",
    TYPES,
    "--types",
    "node",
  ];
  const { printed } = runIn(site, TSC, [...args, ...TYPED.map(([file]) => file)]);
  assert.is(printed, "");
});

test("every option has a docstring", () => {
  const types = readFileSync(join(folder, "dist/plugin/settings.d.ts"), "utf8");
  for (const [name, { description }] of Object.entries(settingsSchema.shape)) {
    assert.ok(types.includes(`    /** ${description} */\n    ${name}: `), name);
  }
});

test("its documentation is that of the site, and its links lead to files that are there", () => {
  const docs = packed.files.filter((path) => path.startsWith("docs/"));
  assert.ok(docs.includes("docs/settings.md") && docs.includes("docs/get-started.md"));
  for (const path of docs) {
    const text = readFileSync(join(folder, path), "utf8");
    assert.match(text, /^# .+\n/);
    for (const [, target = ""] of text.matchAll(/\]\(([\w-]+\.md)/g))
      assert.ok(docs.includes(`docs/${target}`), target);
    assert.not.match(text, "](/docs/");
  }
});

test("a page of the site becomes a file of Markdown", () => {
  assert.is(
    packagedDoc("---\nTitle: A: b\nUrl: docs/a\n---\n\nSee [b](/docs/b.html#c), [all](/docs/) and [d](/d.html).\n"),
    "# A: b\n\nSee [b](b.md#c), [all](index.md) and [d](/d.html).\n",
  );
});

test.run();
