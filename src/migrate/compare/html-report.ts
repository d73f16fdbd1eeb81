import { printable } from "../../plugin/findings/printable.ts";
import { escapeHtml } from "../../plugin/html/escape.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import type { MenuLink, Report } from "./report.ts";
import { type Section, sectionsOf, summaryOf } from "./sections.ts";

/** How many pages are listed for one entry; all of them are in the JSON. */
const MOST_PAGES = 200;

/** A report as a page that needs no other files and no scripts. */
export function htmlReport(report: Report, old: string, now: string): string {
  const sections = sectionsOf(report);
  const names = `<dl class="names"><div><dt>Old</dt><dd>${asHtml(old)}</dd></div><div><dt>New</dt><dd>${asHtml(now)}</dd></div></dl>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Two sites compared</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Two sites compared</h1>
${names}
<p class="summary">${asHtml(summaryOf(report))}</p>
</header>
<main>
${sections.map(sectionHtml).join("\n")}
${menusHtml(report)}
</main>
</body>
</html>
`;
}

function sectionHtml({ id, title, entries, isLoss }: Section): string {
  const items = entries.map(({ text, detail, pages }) => {
    const more = detail === undefined ? "" : `<p class="detail">${asHtml(detail)}</p>`;
    return `<li><p>${asHtml(text)}</p>${more}${pagesHtml(pages)}</li>`;
  });
  const heading = `<h2 id="${id}">${asHtml(title)} <span class="count">${entries.length}${isLoss ? "" : ", no loss"}</span></h2>`;
  return `<section aria-labelledby="${id}">\n${heading}\n<ul class="entries">\n${items.join("\n")}\n</ul>\n</section>`;
}

function pagesHtml(pages: readonly string[]): string {
  if (pages.length === 0) return "";
  if (pages.length === 1) return `<p class="detail">on ${asHtml(pages[0] ?? "")}</p>`;
  const items = pages.slice(0, MOST_PAGES).map((page) => `<li>${asHtml(page)}</li>`);
  const rest = pages.length - items.length;
  const more = rest > 0 ? `<li>and ${rest} more</li>` : "";
  return `<details><summary>on ${pages.length} pages</summary><ul>${items.join("")}${more}</ul></details>`;
}

function menusHtml({ menus }: Report): string {
  if (menus.length === 0) return "";
  const pages = menus.map(({ page, old, new: now }, index) => {
    const id = `menus-${index + 1}`;
    const side = (title: string, links: readonly MenuLink[], isOld: boolean) =>
      `<div class="side"><h4>${title}</h4>${menuHtml(links, isOld)}</div>`;
    const sides = `${side("Old", old, true)}${side("New", now, false)}`;
    return `<section aria-labelledby="${id}">\n<h3 id="${id}">${asHtml(page)}</h3>\n<div class="sides">${sides}</div>\n</section>`;
  });
  return `<section aria-labelledby="menus">\n<h2 id="menus">The menus side by side</h2>\n${pages.join("\n")}\n</section>`;
}

/** The links of a page's menus as nested lists. */
function menuHtml(links: readonly MenuLink[], isOld: boolean): string {
  if (links.length === 0) return "<p>There are no menus.</p>";
  return [...groupBy(links, ({ menu }) => menu).values()].map((menu) => listHtml(menu, isOld)).join("");
}

function listHtml(menu: readonly MenuLink[], isOld: boolean): string {
  const open: number[] = [];
  const parts: string[] = [];
  for (const link of menu) {
    while (open.length > 1 && (open.at(-1) ?? 0) > link.depth) {
      parts.push("</li></ul>");
      open.pop();
    }
    const isDeeper = open.length === 0 || link.depth > (open.at(-1) ?? 0);
    parts.push(isDeeper ? "<ul>" : "</li>", `<li>${linkHtml(link, isOld)}`);
    if (isDeeper) open.push(link.depth);
  }
  return parts.join("") + "</li></ul>".repeat(open.length);
}

function linkHtml({ label, address, isChanged }: MenuLink, isOld: boolean): string {
  const text = `${asHtml(label)} <span class="address">${asHtml(address)}</span>`;
  if (!isChanged) return text;
  return isOld
    ? `<del>${text}</del> <span class="mark">changed or gone</span>`
    : `<ins>${text}</ins> <span class="mark">new</span>`;
}

/** Text as HTML; characters that HTML forbids are replaced. */
function asHtml(text: string): string {
  return escapeHtml(printable(text));
}

const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1a1a1a; --quiet: #595959; --page: #fff; --line: #ccc; --gone: #fbe3e4; --come: #e2f3e5;
  --gap: 1rem; --width: 70rem;
}
@media (prefers-color-scheme: dark) {
  :root { --text: #eee; --quiet: #b4b4b4; --page: #161616; --line: #444; --gone: #4d1f22; --come: #1d3f26; }
}
body { margin: 0 auto; max-width: var(--width); padding: var(--gap); font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); overflow-wrap: anywhere; }
h2 { margin-top: calc(2 * var(--gap)); border-top: 1px solid var(--line); padding-top: var(--gap); }
p { margin: 0; }
dl, dd { margin: 0; }
.names div { display: flex; gap: var(--gap); }
.names dt { font-weight: bold; min-width: 3em; }
.summary { font-weight: bold; margin-top: var(--gap); }
.count, .detail, .address, .mark, summary { color: var(--quiet); }
.count { font-weight: normal; font-size: 1rem; }
.entries > li { margin-bottom: calc(var(--gap) / 2); }
.address { font-family: ui-monospace, monospace; font-size: .875rem; }
.mark { font-size: .875rem; font-style: italic; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: var(--gap); }
.side { border: 1px solid var(--line); padding: var(--gap); }
.side h4 { margin: 0; }
.side ul { padding-left: 1.25em; }
del { background: var(--gone); }
ins { background: var(--come); text-decoration: none; }
`;
