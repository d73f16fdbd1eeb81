import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { LoneTag } from "../html/open-elements.ts";
import { memoize } from "../maps/memoize.ts";
import { openFence } from "../markdown/open-fence.ts";
import type { Page } from "../pages/page.ts";
import { placesAt } from "../pages/place-in-body.ts";
import { reportInBody } from "../pages/report-in-body.ts";
import type { CheckedSite } from "./rule.ts";

/** Elements of texts that are not closed, and end tags that close nothing of theirs. */
export function loneTags({ scanned }: CheckedSite): Report[] {
  return [...scanned].flatMap(([page, { lone }]) => {
    if (lone.length === 0) return [];
    const placeOf = placesOf(page);
    return lone.map((tag) => report("element-open", placeOf(tag), { name: tag.name, isOpen: tag.isOpen }));
  });
}

/** Tags that go on to the next quotation mark. */
export function openQuotes({ scanned }: CheckedSite): Report[] {
  return [...scanned].flatMap(([page, { openQuotes: tags }]) =>
    reportInBody(
      page,
      tags.map((tag) => ({ code: "quote-open", shown: tag, at: (place) => report("quote-open", place, { tag }) })),
    ),
  );
}

/** Blocks of code that take all that is below them. */
export function openCode({ scanned }: CheckedSite): Report[] {
  return [...scanned.keys()].flatMap(({ file, header }) => {
    const open = isHtmlFile(file) ? undefined : openFence(header.body);
    return open
      ? [report("code-open", { file, line: header.bodyLine + open.line, column: 1 }, { mark: open.mark })]
      : [];
  });
}

/** Where the author wrote a tag: as many are above it as in what was made of the text, or it is the last. */
function placesOf(page: Page): (tag: LoneTag) => Place {
  const { body } = page.header;
  const placeAt = placesAt(page);
  const startsOf = memoize((tag: string) =>
    Array.from(body.matchAll(new RegExp(`${tag}\\b`, "gi")), ({ index }) => index),
  );
  return ({ name, isOpen, nth }) => {
    const starts = startsOf(`<${isOpen ? "" : "/"}${name}`);
    return placeAt(starts[nth - 1] ?? starts.at(-1) ?? 0);
  };
}
