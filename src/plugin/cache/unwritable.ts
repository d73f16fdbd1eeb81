import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { codeOf } from "../findings/plain-error.ts";

/** Where all is kept that spares the next build some work, from the project's folder. */
const FOLDER = ".cache";

/** Why nothing can be kept for the next build; undefined where it can. */
export function reasonAgainstKeeping(): string | undefined {
  try {
    const status = statSync(FOLDER, { throwIfNoEntry: false });
    if (!status && lstatSync(FOLDER, { throwIfNoEntry: false })) return "it is a link that leads nowhere";
    if (status && !status.isDirectory()) return "it is not a folder";
    accessSync(status ? FOLDER : ".", constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
