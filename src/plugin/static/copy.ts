import { join } from "node:path";
import type { OutputFolder } from "../files/output-folder.ts";
import type { Attachment } from "../links/source-links.ts";

/** Copies files from the content folder to the output folder. */
export function copyFiles(files: readonly Attachment[], input: string, output: OutputFolder): void {
  for (const { from, to } of files) output.copy(to, join(input, from));
}
