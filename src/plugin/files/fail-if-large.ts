import { statSync } from "node:fs";
import { FileTooLarge } from "../findings/bounds.ts";
import { plainError } from "../findings/plain-error.ts";
import { relativePath } from "../findings/relative-path.ts";

/**
 * Looks at files that Eleventy reads whole, before it does.
 *
 * @param most how many bytes each may have
 * @param advice what to do about a larger one
 * @throws {Error} that names the file and the limit
 */
export function failIfLarge(files: readonly string[], most: number, advice: string): void {
  for (const file of files) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > most) throw plainError(`${new FileTooLarge(relativePath(".", file), size, most).message}. ${advice}`);
  }
}
