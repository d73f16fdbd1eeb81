import { joinPages } from "../../plugin/maps/group-by.ts";
import type { OutsideLink } from "./report.ts";
import type { BuiltSite, SitePage } from "./site.ts";

/**
 * Addresses from the host's root that leave the path below which the new site is: `/images/rose.png` where the site is
 * `https://ann.example/garden/`. Those that the old site had, too, are meant so.
 */
export function outsideLinks(old: BuiltSite, now: BuiltSite): OutsideLink[] {
  const paths = pathsOf(now);
  const [base] = paths;
  // A site that is at its host's root, too, has no outside.
  if (base === undefined || paths.some((path) => path === "")) return [];
  const isOutside = (href: string) => /^\/(?!\/)/.test(href) && href !== base && !href.startsWith(`${base}/`);
  const meant = new Set(pathsOf(old).includes(base) ? old.pages.flatMap(addressesOf) : []);
  const found = now.pages.flatMap((page) =>
    addressesOf(page).flatMap((address): OutsideLink[] =>
      isOutside(address) && !meant.has(address) ? [{ address, base, pages: [page.href] }] : [],
    ),
  );
  return joinPages(found).sort((a, b) => b.pages.length - a.pages.length);
}

function pathsOf({ bases }: BuiltSite): string[] {
  return [...new Set(bases.map((base) => base.replace(/^https?:\/\/[^/]+/i, "").replace(/\/+$/, "")))];
}

function addressesOf({ units, media, assets }: SitePage): string[] {
  return [
    ...new Set([
      ...units.flatMap(({ links }) => links.map(({ href }) => href)),
      ...media.map(({ href }) => href),
      ...assets,
    ]),
  ];
}
