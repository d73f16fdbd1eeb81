/**
 * After any edits, deletions and moves the output is what a build from nothing makes of the same content: of builds one after
 * another, and while a site is watched or served, with and without fastPages and --incremental.
 */
import { rmSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page } from "../build-tree.ts";
import { asWatched, coldOutput, differences, type Output, output } from "../cold-output.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { type Edit, FIRST_SETTINGS, firstProject, nextEdit } from "../random-edits.ts";
import { buildSite, runEleventy, type SmallSiteOptions } from "../small-site.ts";
import { type WatchedSite, watchSite } from "../watched-site.ts";

/** So many edits are made between two looks. */
const AT_ONCE = 5;

const FIRST = { "content/pages/first.md": page({ Title: "First", Save_as: "first.html" }) };

/** The first change may come before the watcher: it is saved until it shows. */
async function begin(site: WatchedSite): Promise<void> {
  await site.until("the first build", () => site.printed().includes("Watching"));
  await site.save("the first change", FIRST, () => site.read("first.html") !== "");
}

/** What a server answers is what is in the folder, and nothing else. */
async function answersOf(site: WatchedSite, cold: Output, before: Output): Promise<string> {
  const faults: string[] = [];
  for (const path of new Set([...Object.keys(before), ...Object.keys(cold)])) {
    const expected = cold[path];
    const answer = await site.request(path);
    if (expected === undefined ? answer.status !== 404 : answer.text !== expected)
      faults.push(`${path}: ${answer.status}`);
  }
  return faults.join(", ");
}

/** Sites that differ in how addresses and files are made. */
const SITES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "one language": { siteUrl: "https://example.org" },
  "a part in another language": { siteUrl: "https://example.org", i18nSubsites: { fr: { siteName: "Maison" } } },
  "relative addresses": { siteUrl: "https://example.org", relativeUrls: true, searchSaveAs: "search.html" },
  "below a path": { siteUrl: "https://example.org/garden", pathPrefix: "/garden", headersSaveAs: "_headers" },
};

const BUILT = [[], ["--incremental"]];
/** With --incremental, Eleventy 3.1 ends a build that sees a new page beside the one that was saved. */
const WATCHED = [["--watch"], ["--serve"]];

for (const [name, of] of Object.entries(SITES)) {
  // One of them goes through a whole day, in every way.
  const isAll = name === "one language";
  const most = times(isAll ? 50 : 10);
  const edits = suite(`edits, deletions and moves: ${name}`);

  edits("leave what a build from nothing makes", async () => {
    const random = randomFrom(SEED);
    const files = firstProject(random);
    const optionsFor = (fastPages: boolean, args: readonly string[]): SmallSiteOptions => ({
      settings: { ...FIRST_SETTINGS, ...of, fastPages, minify: false },
      by: "command",
      args,
    });
    const ways = (all: readonly (readonly string[])[]) =>
      all.flatMap((args) =>
        (isAll ? [false, true] : [true]).map((fastPages) => ({
          args,
          options: optionsFor(fastPages, args),
          how: `${args.join(" ")}${fastPages ? " with fastPages" : ""}`,
        })),
      );
    const built: { folder: string; args: readonly string[]; how: string }[] = [];
    for (const { args, options, how } of ways(isAll ? BUILT : [[]])) {
      const { folder, exitCode, printed } = await buildSite({ ...files, ...FIRST }, options);
      assert.is(exitCode, 0, printed);
      built.push({ folder, args, how });
    }
    const watched = ways(isAll ? WATCHED : [["--serve"]]).map(({ options, how }) => ({
      how,
      site: watchSite(files, options),
    }));
    try {
      for (const { site } of watched) await begin(site);
      const [{ folder: model = "" } = {}] = built;
      let before: Output = {};
      for (let done = 0; done < most; ) {
        const some: Edit[] = [];
        for (let step = 0; step < AT_ONCE; step++, done++) {
          const edit = nextEdit(model, 10 + done, random);
          // Eleventy reads its configuration once where it is saved twice at the same moment.
          if (edit.isOfSettings && some.some(({ isOfSettings }) => isOfSettings)) continue;
          edit.apply(model);
          some.push(edit);
        }
        const what = some.map(({ about }) => about).join("; ");
        for (const { folder } of built.slice(1)) for (const edit of some) edit.apply(folder);
        // Now and then while a build runs.
        const isSlow = random() < 0.5;
        for (const edit of some) {
          for (const { site } of watched) edit.apply(site.folder);
          if (isSlow) await new Promise((resolve) => setTimeout(resolve, random() * 400));
        }
        const cold = await coldOutput(model);
        for (const { folder, args, how } of built) {
          const { exitCode, printed } = await runEleventy(folder, ["--quiet", ...args]);
          assert.is(exitCode, cold ? 0 : 1, printed);
          if (cold) assert.is(differences(output(folder), cold), "", `${how}: after ${what}`);
        }
        if (!cold) continue;
        const plain = asWatched(cold);
        for (const { how, site } of watched) {
          const left = () => differences(asWatched(output(site.folder)), plain);
          await site
            .until(`as from nothing`, () => left() === "")
            .catch((error: unknown) => {
              throw new Error(`${how}: ${left()} after ${what}: ${error}`);
            });
          if (how.startsWith("--serve")) assert.is(await answersOf(site, output(site.folder), before), "", how);
        }
        before = plain;
      }
    } finally {
      for (const { site } of watched) await site.stop();
      for (const { folder } of built) rmSync(folder, { recursive: true, force: true });
    }
  });

  edits.run();
}
