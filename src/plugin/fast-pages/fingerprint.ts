import { createHash } from "node:crypto";
import type { FrontMatter } from "../front-matter.ts";
import type { PureLayout } from "./layouts.ts";

/**
 * Makes fingerprints of pages: two are the same where one layout is handed the same data and text, on the same ground.
 *
 * @param ground names all that the pages have in common
 */
export function fingerprinter(ground: string): (file: string, layout: PureLayout, frontMatter: FrontMatter) => string {
  // Menus and the like are one object on many pages.
  const known = new WeakMap<object, string>();
  const sharedText = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return String(JSON.stringify(value));
    const text = known.get(value) ?? JSON.stringify(value);
    known.set(value, text);
    return text;
  };
  return (file, layout, { data: { pelican, ...data }, content }) => {
    const { site, menus, ...view } = pelican as Record<string, unknown>;
    const shared = [site, ...Object.values(menus as object)].map(sharedText);
    const parts = [ground, file, layout.hash, JSON.stringify(data), JSON.stringify(view), ...shared, content];
    // No JSON holds a NUL.
    return createHash("sha1").update(parts.join("\0")).digest("base64");
  };
}
