/**
 * However editors, file managers and Git save, move and remove files, the output is what a build from nothing makes of them:
 * while a site is watched or served, and of builds one after another, with and without fastPages.
 */
import { rmSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder } from "../build-tree.ts";
import { asWatched, coldOutput, differences, output } from "../cold-output.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { FIRST_SETTINGS, firstFiles, nextSaving, type Saving } from "../savings.ts";
import { runEleventy, type SmallSiteOptions, writeProject } from "../small-site.ts";
import { type WatchedSite, watchSite } from "../watched-site.ts";

/** So often somebody looks, in each site. */
const LOOKS = 5;

/** Several servers would take each other's ports. */
const somePort = () => `--port=${20_000 + Math.floor(Math.random() * 40_000)}`;

/** Two ways of watching and one of building at a time: two after each other are all of them. */
const WAYS = [
  { "--serve": false, "--watch": true, "": false },
  { "--serve": true, "--watch": false, "--incremental": true },
] as const;

const savings = suite("savings as programs make them");

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Each step after the last one, in one go or with pauses, now and then while a build runs. */
async function save(folder: string, all: readonly Saving[], pauseBetween: () => number): Promise<void> {
  for (const step of all.flatMap(({ steps }) => steps)) {
    step(folder);
    const milliseconds = pauseBetween();
    if (milliseconds > 0) await pause(milliseconds);
  }
}

for (let index = 0; index < times(10); index++) {
  const seed = SEED + index;
  savings(`leave what a build from nothing makes, seed ${seed}`, async () => {
    const [random, pace] = [randomFrom(seed), randomFrom(seed + 1)];
    const files = firstFiles(random);
    const options = (args: readonly string[], fastPages = false): SmallSiteOptions => ({
      settings: { ...FIRST_SETTINGS, fastPages },
      args,
    });
    const model = temporaryFolder();
    writeProject(model, files, options([]));
    const built: { readonly folder: string; readonly args: readonly string[] }[] = [];
    const watched: { readonly how: string; readonly site: WatchedSite }[] = [];
    for (const [way, fastPages] of Object.entries(WAYS[index % WAYS.length] ?? {})) {
      const how = `${way}${fastPages ? " with fastPages" : ""}`;
      if (/serve|watch/.test(way)) {
        const args = way === "--serve" ? [way, somePort()] : [way];
        watched.push({ how, site: watchSite(files, options(args, fastPages)) });
      } else {
        const folder = temporaryFolder();
        writeProject(folder, files, options([], fastPages));
        built.push({ folder, args: way ? [way] : [] });
      }
    }
    try {
      for (const { site } of watched) await site.until("the first build", () => site.printed().includes("Watching"));
      for (let look = 0; look < LOOKS; look++) {
        const some: Saving[] = [];
        const count = pace() < 0.2 ? 8 : 1 + Math.floor(pace() * 3);
        for (let step = 0; step < count; step++) {
          const saving = nextSaving(model, look * 10 + step, random);
          await save(model, [saving], () => 0);
          some.push(saving);
        }
        const what = some.map(({ about }) => about).join("; ");
        const most = pace() < 0.4 ? 0 : 300;
        await Promise.all(watched.map(({ site }) => save(site.folder, some, () => pace() * most)));
        const cold = await coldOutput(model);
        for (const { folder, args } of built) {
          await save(folder, some, () => 0);
          const { exitCode, printed } = await runEleventy(folder, ["--quiet", ...args]);
          assert.is(exitCode, cold ? 0 : 1, `${args}: after ${what}: ${printed}`);
          if (cold) assert.is(differences(output(folder), cold), "", `${args}: after ${what}`);
        }
        if (!cold) continue;
        const plain = asWatched(cold);
        for (const { how, site } of watched) {
          const left = () => differences(asWatched(output(site.folder)), plain);
          await site
            .until("as from nothing", () => left() === "")
            .catch((error: unknown) => {
              throw new Error(`${how}: ${left()} after ${what}: ${error}`);
            });
        }
      }
    } finally {
      for (const { site } of watched) await site.stop();
      for (const folder of [model, ...built.map((one) => one.folder)]) rmSync(folder, { recursive: true, force: true });
    }
  });
}

savings.run();
