import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadSite, loadTree } from "../../cli/load.ts";
import type { Finding } from "../../plugin/findings/finding.ts";
import { imageReader } from "../../plugin/images/image-file.ts";
import { readSettings } from "../../plugin/settings.ts";
import type { ExampleFile, FindingExample } from "./example.ts";

/** The findings of an example, its wrong or its right form, as the command `check` finds them. */
export function runExample(example: FindingExample, form: "wrong" | "right"): readonly Finding[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pelican-docs-")));
  try {
    const content = join(folder, "content");
    for (const [path, file] of Object.entries({ ...example.beside, ...example[form] })) {
      writeExample(join(content, path), file);
    }
    mkdirSync(content, { recursive: true });
    writeFileSync(join(folder, "outside.md"), "Title: Outside\n\nText.\n");
    if (example.ledger) writeFileSync(join(folder, "addresses.json"), JSON.stringify(example.ledger, null, 2));
    const settings = readSettings({
      staticPaths: ["images", "extra"],
      // An example shows a few pages, and not what leads to them.
      ...(example.code !== "page-unreached" && { allowFindings: { "page-unreached": "the examples are small" } }),
      ...example.settings?.[form],
      ...(example.ledger && { ledger: "addresses.json" }),
    });
    const quiet = { out: () => {}, error: () => {}, progress: () => {}, colors: false, folder };
    return loadSite(loadTree(content, settings), settings, quiet, imageReader(content)).findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeExample(path: string, file: ExampleFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === "string" || file instanceof Uint8Array) writeFileSync(path, file);
  else symlinkSync(file.leadsTo, path);
}
