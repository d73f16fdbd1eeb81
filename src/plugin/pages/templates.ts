import type { HasLayout } from "../files/layouts.ts";

/** Whether what a front matter of Eleventy's has as its `layout` is none that is there. */
export function isLayoutMissing(layout: unknown, hasLayout: HasLayout): boolean {
  return (
    layout !== undefined && layout !== null && layout !== false && !(typeof layout === "string" && hasLayout(layout))
  );
}
