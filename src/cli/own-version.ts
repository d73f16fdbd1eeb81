import { readFileSync } from "node:fs";

/** The version of this package. Its package.json is two folders above, in the project as in what is published. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
