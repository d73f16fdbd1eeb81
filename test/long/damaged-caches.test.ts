/** Whatever has happened to what is kept for the next build: that build makes the site that one from nothing makes. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filesIn, snapshot, temporaryFolder } from "../build-tree.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { image } from "../images/make-images.ts";
import { buildSite, runEleventy, type SmallSite } from "../small-site.ts";

const caches = suite(`damaged caches (PELICAN_SEED=${SEED})`);

const SETTINGS = { fastPages: true, siteUrl: "https://example.org", socialImages: true };

async function contentOf(word: string, orientation: number) {
  const posts = Array.from({ length: 12 }, (_, index) => [
    `content/posts/${index}.md`,
    `Title: ${word} ${index}\nDate: 2020-01-${index + 10}\nTags: ${word}\n\nWords of *${word}*. ![A](/images/a.jpg)\n\n\`\`\`python\nx = "${word}"\n\`\`\`\n`,
  ]);
  return { ...Object.fromEntries(posts), "content/images/a.jpg": await image(900, 600, { orientation }) };
}

type Damage = (file: string, all: readonly string[], random: () => number) => void;

const DAMAGES: Readonly<Record<string, Damage>> = {
  "one bit is another": (file, _, random) => {
    const bytes = readFileSync(file);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bytes);
  },
  "its end is missing": (file, _, random) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(random() * bytes.length)));
  },
  "it is empty": (file) => writeFileSync(file, ""),
  "it goes on": (file) => writeFileSync(file, "more", { flag: "a" }),
  "it is zeros": (file) => writeFileSync(file, new Uint8Array(readFileSync(file).length)),
  "it is another one": (file, all, random) => {
    const other = all[Math.floor(random() * all.length)];
    if (other !== undefined && other !== file) writeFileSync(file, readFileSync(other));
  },
  "it is a folder": (file) => {
    rmSync(file);
    mkdirSync(join(file, "a"), { recursive: true });
  },
  "it leads to itself": (file) => {
    rmSync(file);
    symlinkSync(file, file);
  },
  "it is a pipe": (file) => {
    rmSync(file);
    spawnSync("mkfifo", [file]);
  },
  "it is of the year 2100": (file) => utimesSync(file, 4_102_444_800, 4_102_444_800),
  "it is of the year 1980": (file) => utimesSync(file, 315_532_800, 315_532_800),
};

const output = (folder: string) =>
  Object.fromEntries(
    Object.entries(snapshot(join(folder, "_site"))).filter(([path]) => !path.startsWith(".unfinished")),
  );

let site: SmallSite;
let other: SmallSite;
let cold: Record<string, string>;
/** A copy of what the first build kept. */
let kept: string;

caches.before(async () => {
  [site, other] = [
    await buildSite(await contentOf("mine", 1), { settings: SETTINGS, by: "command" }),
    await buildSite(await contentOf("theirs", 3), { settings: SETTINGS, by: "command" }),
  ];
  assert.is(site.exitCode, 0, site.printed);
  cold = output(site.folder);
  kept = temporaryFolder();
  cpSync(join(site.folder, ".cache"), kept, { recursive: true });
});
caches.after(() => {
  for (const folder of [site.folder, other.folder, kept]) rmSync(folder, { recursive: true, force: true });
});

function restore(): string {
  const cache = join(site.folder, ".cache");
  rmSync(cache, { recursive: true, force: true });
  cpSync(kept, cache, { recursive: true });
  return cache;
}

function differences(made: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(made), ...Object.keys(cold)]);
  return [...paths].filter((path) => made[path] !== cold[path]);
}

async function makesTheSame(name: string): Promise<void> {
  rmSync(join(site.folder, "_site"), { recursive: true, force: true });
  const { exitCode, printed } = await runEleventy(site.folder, ["--quiet"]);
  assert.is(exitCode, 0, `${name}: ${printed}`);
  assert.not.match(printed, /^\s*at .*:\d+:\d+/m);
  assert.equal(differences(output(site.folder)), [], name);
}

for (const [name, damage] of Object.entries(DAMAGES)) {
  caches(`each file: ${name}`, async () => {
    for (let round = 0; round < times(1); round++) {
      const random = randomFrom(SEED + round);
      const cache = restore();
      const all = filesIn(cache).map((path) => join(cache, path));
      assert.ok(all.length > 5);
      for (const file of all) damage(file, all, random);
      await makesTheSame(name);
    }
  });
}

caches("that of another site", async () => {
  const cache = restore();
  const [mine = ""] = filesIn(join(cache, "pelican"));
  const [theirs = ""] = filesIn(join(other.folder, ".cache/pelican"));
  cpSync(join(other.folder, ".cache"), cache, { recursive: true });
  cpSync(join(other.folder, ".cache/pelican", theirs), join(cache, "pelican", mine));
  await makesTheSame("another site's");
});

caches("two builds at once", async () => {
  rmSync(restore(), { recursive: true });
  const both = await Promise.all([0, 1].map(() => runEleventy(site.folder, ["--quiet"])));
  assert.equal(
    both.map(({ exitCode }) => exitCode),
    [0, 0],
  );
  assert.equal(differences(output(site.folder)), []);
  await makesTheSame("after two builds");
});

caches.run();
