import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { z } from "zod";
import { writeKept } from "../../src/plugin/cache/kept-file.ts";
import { createStore, keyOf, memo } from "../../src/plugin/cache/store.ts";
import { loadStore, saveStore } from "../../src/plugin/cache/store-file.ts";
import { temporaryFolder } from "../build-tree.ts";

const stores = suite("store");

stores("what was made is not made again, and each kind of a text has a place of its own", () => {
  const store = createStore();
  const made: string[] = [];
  const make = (kind: string, text: string) =>
    memo(store, { name: kind, form: z.string() }, text, () => {
      made.push(`${kind} ${text}`);
      return `${kind} of ${text}`;
    });
  assert.is(make("a", "x"), "a of x");
  assert.is(make("a", "x"), "a of x");
  assert.is(make("b", "x"), "b of x");
  assert.is(make("a", "y"), "a of y");
  assert.equal(made, ["a x", "b x", "a y"]);
});

stores("of the versions of a text that somebody writes the last ones are kept", () => {
  const store = createStore([["always", 0]]);
  for (let build = 1; build <= 50; build++) {
    store.beginBuild();
    assert.is(store.get("always", z.number()), 0);
    store.set(`version ${build}`, build);
  }
  assert.is(store.entries().length, 11);
  assert.is(store.get("version 41", z.number()), 41);
  assert.is(store.get("version 40", z.number()), undefined);
});

stores("keeps what was asked for, and nothing else", () => {
  const store = createStore([
    ["old", 1],
    ["used", 2],
  ]);
  assert.is(store.get("used", z.number()), 2);
  store.set("new", 3);
  assert.equal(store.entries(), [
    ["used", 2],
    ["new", 3],
  ]);
});

stores("is kept where a fiftieth of it is new", () => {
  const store = createStore(Array.from({ length: 100 }, (_, index) => [String(index), index] as const));
  for (let index = 0; index < 100; index++) store.get(String(index), z.number());
  assert.not(store.isWorthKeeping());
  store.set("a", 1);
  store.set("b", 1);
  assert.not(store.isWorthKeeping());
  store.set("c", 1);
  assert.ok(store.isWorthKeeping());
});

stores("is kept again in one build where anything was added after the first time", () => {
  const store = createStore();
  for (let index = 0; index < 100; index++) store.set(String(index), index);
  assert.is(store.entries().length, 100);
  assert.not(store.isWorthKeeping());
  store.set("a", 1);
  assert.ok(store.isWorthKeeping());
});

stores("texts that differ have different keys", () => {
  assert.is(new Set(["", " ", "a", "A", "é", "e\u0301"].map((text) => keyOf("a", text))).size, 6);
});
stores.run();

const files = suite("store: its file");
let folder: string;
files.before.each(() => {
  folder = temporaryFolder();
});
files.after.each(() => rmSync(folder, { recursive: true, force: true }));

const filled = () => {
  const store = createStore();
  store.set("a", { html: "<p>é 字 😀</p>", ids: ["x"] });
  return store;
};
const file = () => join(folder, "cache/store");

files("what one build keeps, the next one has", () => {
  saveStore(filled(), file(), "1");
  assert.equal(loadStore(file(), "1").get("a", z.unknown()), { html: "<p>é 字 😀</p>", ids: ["x"] });
  assert.equal(readdirSync(join(folder, "cache")), ["store"]);
});

files("a store in which nothing is new is not written", () => {
  saveStore(createStore([["a", 1]]), file(), "1");
  assert.equal(readdirSync(folder), []);
});

files("a file of other code is not used", () => {
  saveStore(filled(), file(), "1");
  assert.is(loadStore(file(), "2").get("a", z.unknown()), undefined);
});

files("no file is an empty store", () => assert.is(loadStore(file(), "1").get("a", z.unknown()), undefined));

for (const [name, damage] of [
  ["cut short", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["empty", () => Buffer.alloc(0)],
  ["with another letter in it", (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
  ["of something else", () => Buffer.from("{}")],
] as const) {
  files(`a file that is ${name} counts as none`, () => {
    saveStore(filled(), file(), "1");
    writeFileSync(file(), damage(readFileSync(file())));
    assert.is(loadStore(file(), "1").get("a", z.unknown()), undefined);
  });
}

files("what is whole and of another form counts as none", () => {
  for (const form of [null, 1, { a: 1 }, [1], [[1, "a"]], "a"]) {
    writeKept(file(), "1", [serialize(form)]);
    assert.is(loadStore(file(), "1").get("a", z.unknown()), undefined);
  }
});

files("a place that cannot be written is no fault", () => {
  writeFileSync(join(folder, "cache"), "");
  saveStore(filled(), file(), "1");
  assert.is(readFileSync(join(folder, "cache"), "utf8"), "");
});

files("of many content folders the last eight have a store", () => {
  for (let index = 0; index < 10; index++) {
    const path = join(folder, "cache", String(index));
    saveStore(filled(), path, "1");
    utimesSync(path, index, index);
  }
  saveStore(filled(), file(), "1");
  assert.equal(readdirSync(join(folder, "cache")), ["3", "4", "5", "6", "7", "8", "9", "store"]);
});
files.run();
