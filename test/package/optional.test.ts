/** What a site does not use is not installed: it is built without, or told what to install. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { project, type Tree, writeTree } from "../build-tree.ts";
import { CMD, command, installed, manifest, type Packed, pack, type Ran, runIn } from "./packed.ts";

const test = suite("package: optional libraries");
let packed: Packed;

test.before(() => {
  packed = pack();
});

const LIBRARIES = Object.keys(manifest.peerDependenciesMeta);
const PHOTO = "src/content/images";

/** A site with an image that is worth drawing, and HTML that the plugin's own minifier leaves to the library. */
function site(settings: string, optional: readonly string[] = []): string {
  const folder = installed(packed, optional);
  assert.is(command(folder, "init", "--no-prove").code, 0);
  const file = join(folder, "eleventy.config.js");
  writeFileSync(file, readFileSync(file, "utf8").replace("siteName:", `${settings} siteName:`));
  const tree: Tree = {
    "pages/odd.md":
      "Title: Odd\n\n<p>One <!-- no visitor needs this --> two</p>\n\n![Many servers](/images/many-servers.png)",
  };
  writeTree(join(folder, "content"), tree);
  mkdirSync(join(folder, "content/images"), { recursive: true });
  copyFileSync(join(project, PHOTO, "many-servers.png"), join(folder, "content/images/many-servers.png"));
  writeFileSync(join(folder, "to-stdout.mjs"), "console.error = console.warn = console.log;\n");
  return folder;
}

function build(folder: string): Ran {
  return runIn(folder, CMD, ["--quiet"], ["--import", `file://${join(folder, "to-stdout.mjs")}`]);
}

/** What to do, finding by finding. */
const TOLD = [
  "→ Run “npm install @11ty/eleventy-img”, or write “images: false”.",
  "→ Run “npm install html-minifier-terser”, or write “minify: false”.",
  "→ Run “npm install lightningcss”.",
  "→ Run “npm install terser”, or write “minify: false”.",
];

test("without any of them a site is built, and what it lacks is said once, each time", () => {
  const folder = site("");
  for (const _ of ["first", "second"]) {
    const { code, printed } = build(folder);
    assert.is(code, 0, printed);
    assert.equal(
      printed
        .split("\n")
        .filter((line) => line.includes("npm install"))
        .map((line) => line.trim())
        .sort(),
      TOLD.toSorted(),
    );
  }
  const page = readFileSync(join(folder, "_site/odd.html"), "utf8");
  assert.match(page, /<img[^>]*src="?\/images\/many-servers\.png/);
  assert.match(page, "<p>One <!-- no visitor needs this --> two</p>");
  const [style = ""] = /\/assets\/style\.\w+\.css/.exec(page) ?? [];
  const css = readFileSync(join(folder, "_site", style), "utf8");
  assert.match(css, /\n {2}/);
  assert.not.match(css, "pelican-url");
});

test("with them nothing is said, and all is made", () => {
  const folder = site("", LIBRARIES);
  const { code, printed } = build(folder);
  assert.is(code, 0, printed);
  assert.not.match(printed, "npm install");
  const page = readFileSync(join(folder, "_site/odd.html"), "utf8");
  assert.match(page, /srcset="?\/assets\/images\//);
  assert.not.match(page, "no visitor needs this");
});

test("search and socialImages end the build, where their libraries are not there, and nothing is written", () => {
  const folder = site("search: true, socialImages: true,");
  for (const { code, printed } of [build(folder), command(folder, "check")]) {
    assert.is(code, 1, printed);
    for (const [option, libraries] of [
      ["search", "pagefind"],
      ["socialImages", "@resvg/resvg-js @expo-google-fonts/roboto-slab"],
    ] as const) {
      assert.match(printed, `error: The option ${option} needs a library that is not installed. [library-needed]`);
      assert.match(printed, `Run “npm install ${libraries}”, or write “${option}: false”.`);
    }
  }
  assert.not.ok(existsSync(join(folder, "_site/index.html")));
  assert.is(command(folder, "menus").code, 0);
});

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

test("nothing that is installed with it has a script that runs then", () => {
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as Lock;
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) visit(placeOf(name, path));
  };
  const placeOf = (name: string, from: string): string => {
    const place = `${from}${from === "" ? "" : "/"}node_modules/${name}`;
    if (packages[place] || from === "") return place;
    return placeOf(name, from.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ""));
  };
  visit("");
  assert.ok(found.has("node_modules/zod") && !found.has("node_modules/pagefind"));
  assert.equal(
    [...found].filter((path) => packages[path]?.hasInstallScript),
    [],
  );
});

test.run();
