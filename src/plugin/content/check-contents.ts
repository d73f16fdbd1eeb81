import { type Finding, finding } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import { placeInBody } from "../pages/place-in-body.ts";
import type { Scanned } from "./scan.ts";

/** Images without a text, and links that would run a program. */
export function checkContents(scanned: ReadonlyMap<Page, Scanned>): Finding[] {
  return [...scanned].flatMap(([page, { links, imagesWithoutText }]) => [
    ...[...new Set(imagesWithoutText)].map((src) => imageWithoutText(src, page)),
    ...[...links].filter(isUnsafe).map((link) => unsafeLink(link, page)),
  ]);
}

/** As a browser reads it: blanks and control characters within a scheme do not count. */
function isUnsafe(link: string): boolean {
  return /^(?:javascript:|vbscript:|data:text\/html)/i.test(link.replace(/[\0-\x20]/g, ""));
}

function imageWithoutText(src: string, page: Page): Finding {
  return finding("image-text-missing", placeInBody(page, src), {
    message: `The image “${src}” has no text.`,
    consequence: "Those who do not see it learn nothing of it.",
    fix: 'Write what it shows: ![A lighthouse at night](…). For an ornament, write <img alt="" role="presentation" src="…">.',
  });
}

function unsafeLink(link: string, page: Page): Finding {
  return finding("link-unsafe", placeInBody(page, link), {
    message: `The link “${link.slice(0, 80)}” runs a program in the visitor's browser.`,
    consequence: "It is a way in for attackers, and does nothing where scripts are blocked.",
    fix: "Write an address, or remove the link.",
  });
}
