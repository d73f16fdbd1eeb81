/** While somebody writes: builds follow each other, whatever is saved meanwhile, and one that fails is not the last. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page, writeTree } from "../build-tree.ts";
import { type WatchedSite, watchSite } from "../watched-site.ts";

const PAGES = ["one", "two", "three", "four"];
const textOf = (name: string, text: string) => page({ Title: name, Save_as: `${name}.html`, Template: "own" }, text);
const FILES = {
  ...Object.fromEntries(PAGES.map((name) => [`content/${name}.md`, textOf(name, "Old.")])),
  "_includes/layouts/own.njk": "Layout {{ content | safe }}",
};

/** Says when a build begins and when it is at its end, and holds the one of a number for as long as a file is there. */
const HELD = `
  const { existsSync } = await import("node:fs");
  const { setTimeout: delay } = await import("node:timers/promises");
  config.on("eleventy.before", async () => {
    const number = (globalThis.builds = (globalThis.builds ?? 0) + 1);
    console.log("begin " + number + ";");
    while (existsSync("held-" + number)) await delay(20);
  });
  config.on("eleventy.after", () => console.log("end " + globalThis.builds + ";"));
  config.addGlobalData("version", 1);`;

const one = suite("build: --watch, one build after another");
let site: WatchedSite;

one.before.each(async () => {
  site = watchSite(FILES, { config: HELD });
  // Eleventy says that it watches before it does.
  await site.until("the first build", () => site.printed().includes("Watching"));
  await site.save(
    "a first change",
    { "content/first.md": textOf("first", "First.") },
    () => site.read("first.html") !== "",
  );
  await site.until("its end", () => begun() === ended());
});
one.after.each(() => site.stop());

const numberOf = (what: string) => Number([...site.printed().matchAll(new RegExp(`${what} (\\d+);`, "g"))].at(-1)?.[1]);
const begun = () => numberOf("begin");
const ended = () => numberOf("end");

/** Saves the configuration with another last statement. */
function saveConfiguration(last = 'config.addGlobalData("version", 2);'): void {
  const file = join(site.folder, "eleventy.config.js");
  writeFileSync(file, readFileSync(file, "utf8").replace(/.*\n(?= {2}return)/, `${last}\n`));
}

/** Saves a page, and waits until Eleventy has heard of it. */
async function savePage(name: string): Promise<void> {
  const before = site.printed().length;
  writeTree(site.folder, { [`content/${name}.md`]: textOf(name, "New.") });
  await site.until(`heard of ${name}`, () => site.printed().slice(before).includes(`content/${name}.md`));
}

const isNew = (name: string) => site.read(`${name}.html`).includes("New.");

one("what is saved while the configuration is read anew, and after that", async () => {
  const first = begun() + 1;
  const held = [first, first + 1].map((number) => join(site.folder, `held-${number}`));
  for (const file of held) writeFileSync(file, "");
  saveConfiguration();
  for (const [index, [name, next]] of [
    ["one", "two"],
    ["three", "four"],
  ].entries()) {
    await site.until("a build that is held", () => begun() === first + index);
    await savePage(name ?? "");
    // Whatever the first of them may have begun has begun by then.
    await savePage(next ?? "");
    assert.is(begun(), first + index, site.printed());
    rmSync(held[index] ?? "");
  }
  await site.until("all of them", () => PAGES.every(isNew));
  await site.until("the end", () => begun() === ended());
  const order = [...site.printed().matchAll(/(begin|end) \d+;/g)].map(([, what]) => what);
  assert.equal(
    order,
    order.map((_, index) => (index % 2 ? "end" : "begin")),
  );
  assert.not.match(site.printed(), /conflict|Error/);
});

/** The next save, after what was printed says so. */
async function afterFault(words: string): Promise<void> {
  const before = begun();
  await site.until("the fault", () => site.printed().includes(words));
  await savePage("one");
  await site.until("the next build", () => begun() > before);
}

one("a configuration that is mended together with a page", async () => {
  saveConfiguration('config.addPlugin(pelican, { siteNam: "x" });');
  await site.until("the fault", () => site.printed().includes("did you mean siteName?"));
  // Eleventy begins to read for the last of them.
  saveConfiguration();
  writeTree(site.folder, { "content/one.md": textOf("one", "New.") });
  await site.until("the page", () => isNew("one"));
});

one("a page that is given another name, or saved as editors do it, takes one build", async () => {
  const at = (name: string) => join(site.folder, "content", name);
  const names = [at("first.md"), at("second.md")] as const;
  const ways: readonly ((text: string) => void)[] = [
    () => {
      const [from, to] = existsSync(names[0]) ? names : names.toReversed();
      renameSync(from ?? "", to ?? "");
    },
    // Many write a new file and rename it over the old one.
    (text) => {
      writeFileSync(at("two.md.new"), text);
      renameSync(at("two.md.new"), at("two.md"));
    },
    // Others first give the old one another name.
    (text) => {
      renameSync(at("two.md"), at("two.md~"));
      writeFileSync(at("two.md"), text);
      rmSync(at("two.md~"));
    },
  ];
  for (const [index, way] of ways.entries()) {
    let builds = 0;
    // Where the machine has much to do, it takes more now and then.
    for (let tries = 0; tries < 10 && builds !== 2; tries++) {
      const before = begun();
      way(textOf("two", `Way ${index}.${tries}.`));
      await site.until("a build", () => begun() > before && begun() === ended());
      // With the build of another page after it.
      const text = `After ${index}.${tries}.`;
      writeFileSync(at("one.md"), textOf("one", text));
      await site.until("the page after it", () => site.read("one.html").includes(text) && begun() === ended());
      builds = begun() - before;
    }
    assert.is(builds, 2, `way ${index}`);
  }
});

one("a build that fails, of a configuration that is read anew", async () => {
  const { length } = site.printed();
  writeTree(site.folder, { "_includes/layouts/own.njk": "{% if %}" });
  saveConfiguration();
  await afterFault("unexpected token: %}");
  writeTree(site.folder, { "_includes/layouts/own.njk": "Mended {{ content | safe }}" });
  await site.until("all is mended", () => PAGES.every((name) => site.read(`${name}.html`).includes("Mended")));
  assert.ok(isNew("one"));
  assert.not.match(site.printed().slice(length), "conflict");
});

for (const [name, broken, words] of [
  ["is no JavaScript", "config.addGlobalData(", "SyntaxError"],
  ["fails as it is read", 'throw new Error("No settings today");', "No settings today"],
  ["has a setting that is none", 'config.addPlugin(pelican, { siteNam: "x" });', "did you mean siteName?"],
] as const) {
  one(`a configuration that ${name}, a page that is saved after it, and its mending`, async () => {
    saveConfiguration(broken);
    await site.until("the fault", () => site.printed().includes(words));
    const { length } = site.printed();
    await savePage("one");
    await site.until("the fault again", () => site.printed().slice(length).includes(words));
    saveConfiguration();
    await site.until("the page", () => isNew("one"));
    // Once for the page.
    assert.is(site.printed().slice(length).split("Eleventy watch error").length, 2);
    await savePage("two");
    await site.until("the next page", () => isNew("two"));
  });
}

one.run();
