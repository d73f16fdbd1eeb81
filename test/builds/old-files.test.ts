/** What a site no longer has vanishes from the output folder, and nothing else does. */
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { beginWriting } from "../../src/plugin/output/under-way.ts";
import { temporaryFolder } from "../build-tree.ts";
import { buildSite, type SmallSiteOptions } from "../small-site.ts";

const old = suite("build: files of the build before");

const FILES = {
  "content/pages/home.md": "Title: Home\nUrl: \nSave_as: index.html\n\nSee [oil](/lamps/oil.html).\n",
  "content/pages/oil.md": "Title: Oil\nUrl: lamps/oil\nSave_as: lamps/oil.html\n\nText.\n",
  "content/posts/a.md": "Title: A\nDate: 2020-01-02\nTags: wick\n\nText.\n",
  "content/images/a.txt": "a",
};

async function afterwards(
  change: (folder: string) => void,
  options: SmallSiteOptions = {},
): Promise<{ gone: string[]; printed: string }> {
  const folder = temporaryFolder();
  try {
    const before = await buildSite(FILES, { ...options, folder });
    assert.is(before.exitCode, 0, before.printed);
    change(folder);
    const after = await buildSite({}, { ...options, folder });
    assert.is(after.exitCode, 0, after.printed);
    return { gone: before.written.filter((path) => !after.written.includes(path)), printed: after.printed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const fastPages of [false, true]) {
  const options = { settings: { fastPages } };
  const how = fastPages ? "with" : "without";
  old(`a page that was removed is gone, its folder too, ${how} fastPages`, async () => {
    const { gone, printed } = await afterwards((folder) => rmSync(join(folder, "content/pages/oil.md")), options);
    assert.equal(gone, ["lamps/oil.html"]);
    assert.match(printed, /Removed from \S+ what the site no longer has: lamps\/oil\.html\./);
  });
}

old("so are lists, feeds and static files that are no longer made", async () => {
  const change = (folder: string) => {
    rmSync(join(folder, "content/posts"), { recursive: true });
    renameSync(join(folder, "content/images/a.txt"), join(folder, "content/images/b.txt"));
  };
  const { gone } = await afterwards(change, { settings: { siteUrl: "https://lantern.example" } });
  for (const path of ["a.html", "archives.html", "tag/wick.html", "feeds/all.atom.xml", "images/a.txt"]) {
    assert.ok(gone.includes(path), `${path} is among ${gone}`);
  }
});

old("so is what a build left that was ended before its end, and it is told", async () => {
  const { gone, printed } = await afterwards((folder) => {
    beginWriting(join(folder, "content"), join(folder, "_site"), ["lamps/oil.html", "index.html"]);
    rmSync(join(folder, "content/pages/oil.md"));
    writeFileSync(join(folder, "_site/lamps/oil.html"), "");
    writeFileSync(join(folder, "_site/index.html"), "");
    mkdirSync(join(folder, "_site/assets"), { recursive: true });
    writeFileSync(join(folder, "_site/assets/style.0123abcd.css"), "");
  });
  assert.equal(gone, ["lamps/oil.html"]);
  assert.match(printed, /The last build was ended before its end: what it left in \S+ is made anew\./);
  for (const path of ["assets/style.0123abcd.css", "lamps/oil.html"]) assert.match(printed, path);
  const again = await afterwards(() => {});
  assert.not.match(again.printed, /ended before its end/);
});

old("a page that became a draft is published no longer", async () => {
  const text = "Title: A\nDate: 2020-01-02\nStatus: draft\n\nText.\n";
  // Eleventy keeps texts by their paths, for as long as the process lives.
  const { gone } = await afterwards((folder) => writeFileSync(join(folder, "content/posts/a.md"), text), {
    by: "command",
  });
  assert.ok(gone.includes("a.html"));
});

old("what others put there stays, and what they have changed", async () => {
  const { gone } = await afterwards((folder) => {
    mkdirSync(join(folder, "_site/theirs"));
    writeFileSync(join(folder, "_site/theirs/index.html"), "theirs");
    appendFileSync(join(folder, "_site/lamps/oil.html"), "<!-- counted -->");
    rmSync(join(folder, "content/pages/oil.md"));
  });
  assert.equal(gone, []);
});

old("what Eleventy writes itself stays, though a page of ours was there", async () => {
  const { gone } = await afterwards((folder) => {
    rmSync(join(folder, "content/pages/oil.md"));
    writeFileSync(join(folder, "content/oil.njk"), "---\npermalink: lamps/oil.html\n---\nOil");
  });
  assert.equal(gone, []);
});

old("what settings no longer ask for is gone, and what others put there stays", async () => {
  const folder = temporaryFolder();
  const on = {
    siteUrl: "https://lantern.example",
    searchSaveAs: "search.html",
    headersSaveAs: "_headers",
    redirectPages: true,
    outputSources: true,
    i18nSubsites: { fr: {} },
  };
  const tree = { ...FILES, "content/pages/vous.md": "Title: Vous\nLang: fr\nAliases: nous\n\nText.\n" };
  try {
    const full = await buildSite(tree, { folder, by: "command", settings: on });
    writeFileSync(join(folder, "_site/fr/theirs.html"), "theirs");
    const plain = await buildSite({}, { folder, by: "command" });
    const cold = await buildSite(tree, { by: "command" });
    cold.dispose();
    assert.equal([full.exitCode, plain.exitCode, cold.exitCode], [0, 0, 0], plain.printed);
    assert.ok(full.written.length > cold.written.length + 10);
    assert.equal(plain.written, [...cold.written, "fr/theirs.html"].sort());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

old("where a link has taken the place of a folder, nothing is removed that it leads to", async () => {
  const outside = temporaryFolder();
  await afterwards((folder) => {
    // With its time and its size, as the build left it.
    renameSync(join(folder, "_site/lamps"), join(outside, "lamps"));
    symlinkSync(join(outside, "lamps"), join(folder, "_site/lamps"));
    rmSync(join(folder, "content/pages/oil.md"));
  });
  assert.ok(existsSync(join(outside, "lamps/oil.html")));
  rmSync(outside, { recursive: true });
});

old("where it cannot be kept what was written, that is told", async () => {
  const change = (folder: string) => {
    rmSync(join(folder, ".cache/output"), { recursive: true });
    writeFileSync(join(folder, ".cache/output"), "in the way");
  };
  const { gone, printed } = await afterwards(change, { by: "command" });
  assert.equal(gone, []);
  assert.match(
    printed,
    /^It cannot be kept in \.cache what was written \(E[A-Z]+\): what the site later no longer has stays in \.\/_site\/\.$/m,
  );
});

old("with removeOld: false all stays", async () => {
  const { gone, printed } = await afterwards((folder) => rmSync(join(folder, "content/pages/oil.md")), {
    settings: { removeOld: false },
  });
  assert.equal(gone, []);
  assert.not.match(printed, "Removed");
});

old.run();
