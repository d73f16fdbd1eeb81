import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadedTree, loadTree } from "../../src/cli/load.ts";
import { stampsOf } from "../../src/cli/lsp/disk.ts";
import { createEditedSite } from "../../src/cli/lsp/edited-site.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const edited = suite("a site that somebody edits");
const TEXT = "Title: A\nUrl: a\nSave_as: a.html\n\nText.\n";
const LONG = TEXT.repeat(40);

edited("a text that would take too much memory is told as on the disk, until it is shorter", () => {
  const folder = temporaryFolder();
  writeTree(folder, { "content/a.md": TEXT });
  const [content, file] = [join(folder, "content"), join(folder, "content/a.md")];
  const settings = readSettings({ largestText: 0.001 });
  const site = loadedTree(loadTree(content, settings), settings, [], content, folder);
  const at = createEditedSite(site, content, folder, stampsOf(content, folder));
  const told = () =>
    at
      .now()
      .site.findings.filter(({ code }) => code === "file-too-large")
      .map(({ message }) => message);
  const words = ["It has 0.00156 MB, more than the 0.001 MB that the setting largestText allows."];
  assert.equal(told(), []);
  at.setText(file, LONG);
  assert.equal(told(), words);
  at.setText(file, LONG.repeat(1_500));
  assert.equal(told(), ["It has 2.34 MB, more than the 0.001 MB that the setting largestText allows."]);
  at.setText(file, `${TEXT}More.\n`);
  assert.equal(told(), []);
  at.setText(file, undefined);
  writeFileSync(file, LONG);
  assert.is(at.followDisk(), true);
  assert.equal(told(), words);
  rmSync(folder, { recursive: true });
});

edited.run();
