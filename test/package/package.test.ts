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
  /^dist\/(?:plugin|menus|migrate|editors|cli|package)\/(?:[\w-]+\/)*[\w-]+\.(?:js|d\.ts)$/,
  /^dist\/package\/(?:commonjs|menus)\.(?:cjs|d\.cts)$/,
  /^dist\/theme\/(?:layouts|menus|partials)\/[\w-]+\.njk$/,
  /^dist\/admin\/[\w-]+\.(?:html|js)$/,
  /^dist\/editors\/vscode\/pelican-headers\/(?:package\.json|[\w-]+\.cjs)$/,
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

test("every module has types, and can be read: it is the source without its types", () => {
  const modules = packed.files.filter((path) => /^dist\/(?:plugin|cli)\/.*\.js$/.test(path));
  assert.ok(modules.length > 100);
  for (const path of modules) {
    assert.ok(packed.files.includes(path.replace(/\.js$/, ".d.ts")), path);
    assert.not.match(readFileSync(join(folder, path), "utf8"), "sourceMappingURL", path);
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
    "configuration.mts",
    `import pelican, { type EleventyConfig, pelican as named } from "${NAME}";
import menus, { pelicanMenus } from "${NAME}/menus";
export default function (config: EleventyConfig): void {
  config.addPlugin(pelican, { siteName: "A", images: { formats: [] } });
  config.addPlugin(named);
  config.addPlugin(menus, { collection: "menus" });
  config.addPlugin(pelicanMenus, () => ({ strict: true }));
  // @ts-expect-error: it is misspelt
  config.addPlugin(pelican, { sitename: "A" });
  // @ts-expect-error: it is of another kind
  config.addPlugin(pelican, { siteName: 1 });
  // @ts-expect-error: the menus alone have no such option
  config.addPlugin(menus, { siteUrl: "https://a.example" });
  config.addPlugin((own) => own.ignores.add("y"), { anything: true });
  config.addPlugin((own: EleventyConfig, options: { readonly depth: number }) => own.ignores.add(\`a\${options.depth}\`), { depth: 1 });
  config.addPlugin(import("${NAME}/menus"));
  config.addShortcode("x", () => "x");
  config.addShortcode("all", function () { return String(this.ctx.collections.all.length); });
  config.addPairedShortcode("y", (content: string, size: number) => content.slice(size));
  config.addFilter("shout", (text: string) => text.toUpperCase());
  config.addAsyncFilter("later", async (text) => String(text));
  config.addCollection("p", (api) => api.getAll().filter(({ data }) => data.title !== undefined));
  config.addGlobalData("x", 1);
  config.addTransform("z", async (content) => content.trim());
  config.addPreprocessor("drafts", "*", (data, content) => (data.draft ? false : content));
  config.amendLibrary("md", (md) => md.use(() => {}).set({ html: true }));
  config.on("eleventy.after", ({ directories }) => directories.output);
  config.on("eleventy.beforeWatch", (files) => files);
  config.setFrontMatterParsingOptions({ excerpt: true, engines: {} });
  config.ignores.add("x");
}
`,
  ],
  [
    "parts.cts",
    `import { type EleventyConfig, pelican } from "${NAME}";
import menus = require("${NAME}/menus");
export = function (config: EleventyConfig): void {
  config.addPlugin(pelican, { siteName: "A" });
  config.addPlugin(menus, { strict: true });
  config.addPlugin(menus.pelicanMenus);
  // @ts-expect-error: it is misspelt
  config.addPlugin(pelican, { sitename: "A" });
};
`,
  ],
  [
    "interop.cts",
    `import pelican, { type EleventyConfig, type PelicanOptions } from "${NAME}";
export const run = (config: EleventyConfig, options: PelicanOptions): Promise<void> => pelican(config, options);
`,
  ],
];

/** The methods that Eleventy's own object has, but for those that only tell that they are gone. */
function methodsOfEleventy(): string[] {
  const source = readFileSync(join(project, "node_modules/@11ty/eleventy/src/UserConfig.js"), "utf8");
  const names = [...source.matchAll(/^\t(?:async )?([a-z]\w+)\(.*\) \{$/gm)].map(([, name = ""]) => name);
  return names.filter((name) => !/^constructor$|Handlebars|Pug|Ejs|BrowserSync/.test(name));
}

test("the configuration's type has every method of Eleventy's", () => {
  const names = methodsOfEleventy();
  assert.ok(names.length > 90 && names.includes("addShortcode"), `${names.length}`);
  const site = join(folder, "../..");
  const source = `import type { EleventyConfig } from "${NAME}";
export const names: readonly (keyof EleventyConfig)[] = ${JSON.stringify(names)};
`;
  writeFileSync(join(site, "names.mts"), source);
  assert.is(compiled(site, ["names.mts"]), "");
});

test("configurations in TypeScript are checked, as ES modules and as CommonJS", () => {
  const site = join(folder, "../..");
  for (const [file, source] of TYPED) writeFileSync(join(site, file), source);
  assert.is(
    compiled(
      site,
      TYPED.map(([file]) => file),
    ),
    "",
  );
});

/** What the compiler says of files; nothing, where all is well. */
function compiled(site: string, files: readonly string[]): string {
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--ignoreConfig", "--typeRoots", TYPES];
  return runIn(site, TSC, [...options, "--types", "node", ...files]).printed;
}

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
