import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Conversion, NewFile } from "./conversion.ts";

/**
 * Keeps files apart: nothing that exists is replaced, and nothing is made of two sources; names that differ in case alone are
 * one on some systems. A picture that an interrupted run has left is there already, and needs no writing.
 *
 * @param content the content folder
 * @returns what becomes of a conversion, after those that it was asked of before
 */
export function eachItsOwn(content: string): (one: Conversion) => Conversion {
  const makers = new Map<string, string>();
  return (one) => {
    if (one.kind === "failed") return one;
    const failed = (reason: string) => ({ kind: "failed", source: one.source, line: 1, reason }) as const;
    const keys = one.files.map(({ path }) => path.normalize().toLowerCase());
    const taken = keys.findIndex((key) => makers.has(key));
    if (taken >= 0) return failed(`${one.files[taken]?.path} is made of ${makers.get(keys[taken] ?? "")}`);
    const [page, ...pictures] = one.files;
    const left = pictures.filter((file) => !isThere(file, content));
    const files = page === undefined ? left : [page, ...left];
    const there = files.find(({ path }) => existsSync(join(content, path)));
    if (there) return failed(`${there.path} is there already`);
    for (const key of keys) makers.set(key, one.source);
    return { ...one, files };
  };
}

function isThere({ path, content: text }: NewFile, content: string): boolean {
  const file = join(content, path);
  return existsSync(file) && readFileSync(file).equals(Buffer.from(text));
}
