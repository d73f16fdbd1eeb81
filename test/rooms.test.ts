/** The order of the house: which room may import from which, as CONTRIBUTING.md says it. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ROOMS_OF_MENUS } from "./menus/rooms.ts";

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));

/** The rooms of the plugin in the order of the data: each imports from those before it, types included. */
const ROOMS = [
  "maps words findings files dialect typography settings times cache html header fields markdown pages posts lists feeds redirects links",
  "notebooks static texts assets images menus netlify hosts checks structure site social search views output fix worker form eleventy fast-pages build",
  "versions index",
]
  .join(" ")
  .split(" ");

/** What the plugin is made into, for editors, for those who move here, and for those who type: none knows of one behind it. */
const PARTS = ["plugin", "menus", "editors", "migrate", "cli"];

const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /^(?:plugin|menus|migrate|editors|cli)\/.*\.ts$/.test(path) && !path.endsWith(".d.ts"));

const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const source = readFileSync(`${SOURCES}${file}`, "utf8");
  return [...source.matchAll(/\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/g)].map(([, still, late]) =>
    posix.join(posix.dirname(file), still ?? late ?? ""),
  );
}

/** What is loaded with a file: neither types nor what it imports only when it is needed. */
function loadedBy(file: string): string[] {
  const source = readFileSync(`${SOURCES}${file}`, "utf8");
  return [...source.matchAll(/^(?:import|export)(?! type)[^;]*? from "(\.[^"]+)";$/gm)].map(([, path = ""]) =>
    posix.join(posix.dirname(file), path),
  );
}

/** The room of a file of the plugin: its folder, or itself where it is loose. */
function roomOf(file: string): string {
  const [, first = ""] = file.split("/");
  return first.replace(/\.ts$/, "");
}

function partOf(file: string): number {
  return PARTS.indexOf(file.split("/")[0] ?? "");
}

const pairs = [...imports].flatMap(([from, all]) => all.map((to) => [from, to] as const));

const rooms = suite("the rooms of the house");

rooms("every file of the plugin is in a room that the order knows", () => {
  const unknown = files.filter((file) => partOf(file) === 0 && !ROOMS.includes(roomOf(file)));
  assert.equal(unknown, []);
});

rooms("no import runs against the order of the rooms", () => {
  const against = pairs.filter(
    ([from, to]) => partOf(from) === 0 && partOf(to) === 0 && ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)),
  );
  assert.equal(against, []);
});

rooms("the plugin knows nothing of those who move here, nor these of the command line", () => {
  assert.equal(
    pairs.filter(([from, to]) => partOf(to) > partOf(from)),
    [],
  );
});

rooms("no file imports, by whatever way, from one that imports it", () => {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  assert.equal(circles, []);
});

rooms("the menus alone load no room but those that make menus", () => {
  const loaded = new Set(["menus/index.ts"]);
  for (const file of loaded) for (const next of loadedBy(file)) loaded.add(next);
  const far = [...loaded].filter((file) => file.startsWith("plugin/") && file.split("/").length > 2);
  assert.equal([...new Set(far.map(roomOf))].sort(), ROOMS_OF_MENUS);
});

rooms.run();
