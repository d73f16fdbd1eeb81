import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadedTree, loadTree } from "../cli/load.ts";
import type { ExampleFile } from "../plugin/checks/examples.ts";
import { rules } from "../plugin/checks/index.ts";
import { includesFolders } from "../plugin/eleventy/theme-folders.ts";
import type { Finding } from "../plugin/findings/finding.ts";
import type { FindingCode } from "../plugin/findings/report-values.ts";
import { readSettings } from "../plugin/settings.ts";

/** The file that an example shows where it names none. */
export const EXAMPLE_FILE = "about.md";

/** The findings of a rule's example, its wrong or its right form, as the command `check` finds them. */
export function runExample(code: FindingCode, form: "wrong" | "right"): readonly Finding[] {
  const { example } = rules[code];
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pelican-docs-")));
  try {
    const content = join(folder, "content");
    const { file = EXAMPLE_FILE, [form]: shown, beside } = example;
    const files = { ...beside, ...(shown !== undefined && { [file]: shown }) };
    for (const [path, one] of Object.entries(files)) writeExample(join(content, path), one);
    mkdirSync(content, { recursive: true });
    writeFileSync(join(folder, "outside.md"), "Title: Outside\n\nText.\n");
    const ledger = example.ledgerText?.[form] ?? (example.ledger && JSON.stringify(example.ledger, null, 2));
    if (ledger !== undefined) writeFileSync(join(folder, "addresses.json"), ledger);
    const settings = readSettings({
      staticPaths: ["images", ...(Object.keys(files).some((path) => path.startsWith("extra/")) ? ["extra"] : [])],
      // An example shows a few pages, and not what leads to them.
      ...(code !== "page-unreached" && { allowFindings: { "page-unreached": "the examples are small" } }),
      ...example.settings?.[form],
      ...(ledger !== undefined && { ledger: "addresses.json" }),
    });
    return loadedTree(
      loadTree(content, settings),
      settings,
      includesFolders(join(folder, "_includes")),
      content,
      folder,
      (library) => !example.lacking?.includes(library),
    ).site.findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeExample(path: string, file: ExampleFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === "string" || file instanceof Uint8Array) writeFileSync(path, file);
  else symlinkSync(file.leadsTo, path);
}
