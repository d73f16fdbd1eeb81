/** Built sites that are written by hand, and what is lost between two of them. */
import { compareSites } from "../../../src/migrate/compare/compare.ts";
import type { Report } from "../../../src/migrate/compare/report.ts";
import { type BuiltSite, readSite } from "../../../src/migrate/compare/site.ts";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

export function siteOf(files: Files): BuiltSite {
  return readSite({
    files: Object.keys(files),
    unread: [],
    read: (path) => ({ text: files[path] ?? "" }),
  });
}

export function compared(old: Files, now: Files): Report {
  return compareSites(siteOf(old), siteOf(now));
}

/** A report's losses in short. */
export function losses(old: Files, now: Files): string[] {
  return inShort(compared(old, now));
}

/** The same, and the menus and titles that are only other ones. */
export function changes(old: Files, now: Files): string[] {
  const report = compared(old, now);
  const { titles, navigation } = report.notes;
  const none = { addresses: [], media: [], links: [], text: [], structure: [], outside: [] };
  return [...inShort(report), ...inShort({ ...report, ...none, titles, navigation }).map((line) => `other ${line}`)];
}

function inShort({ addresses, media, links, text, structure, titles, navigation, outside }: Report): string[] {
  const on = (pages: readonly string[]) => `[${pages.join(" ")}]`;
  const then = (now: string | null) => (now === null ? "" : ` → ${now}`);
  return [
    ...addresses.map(({ address }) => `gone ${address}`),
    ...media.map(({ kind, address, now, pages }) => `${kind} ${address}${then(now)} ${on(pages)}`),
    ...links.map(
      ({ label, address, isDownload, now, pages }) =>
        `${isDownload ? "download" : "in text"} ${label} ${address}${then(now)} ${on(pages)}`,
    ),
    ...titles.map(({ what, old: before, new: after, pages }) => `${what} ${before} → ${after} ${on(pages)}`),
    ...navigation.map(
      ({ kind, label, address, now, pages }) => `link ${kind} ${label} ${address}${then(now)} ${on(pages)}`,
    ),
    ...text.map(({ kind, text: lost, pages }) => `${kind} ${lost} ${on(pages)}`),
    ...structure.map(({ kind, text: plain, pages }) => `no ${kind} ${plain} ${on(pages)}`),
    ...outside.map(({ address, pages }) => `outside ${address} ${on(pages)}`),
  ];
}

/** A small site's pages: where they are, what they are called, and their text. */
export interface PageText {
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

const PAGES: readonly PageText[] = [
  {
    path: "index.html",
    title: "Welcome",
    body: "<p>This is the garden of Verona. Its gates are open all day.</p>",
  },
  {
    path: "about/index.html",
    title: "About us",
    body: "<p>We plant roses.</p><h2>Overview</h2><ul><li>red ones</li><li>white ones</li></ul>",
  },
  {
    path: "about/history.html",
    title: "History",
    body: `<p>It began in 1595. “Romeo” was there – and Juliet.</p><h2>Then</h2><table><tr><th>Year</th><th>Roses</th></tr>
<tr><td>1595</td><td>12</td></tr><tr><td>1597</td><td>12</td></tr></table>
<pre><code>plant(rose)\nwater(rose, 2)\n</code></pre>`,
  },
  { path: "contact.html", title: "Contact", body: '<p>Write to us, or <a href="/about/">read about us</a>.</p>' },
];

const TOP = [
  { label: "About", href: "/about/", children: [{ label: "History", href: "/about/history.html" }] },
  { label: "Contact", href: "/contact.html", children: [] },
];

/** As Pelican's simple theme has it: one list in a `<nav>`, the site's name as the first heading. */
export function pelican(pages: readonly PageText[] = PAGES): Files {
  const links = TOP.flatMap(({ label, href, children }) => [{ label, href }, ...children]);
  const items = links.map(({ label, href }) => `<li><a href="${href}">${label}</a></li>`).join("\n");
  return built(
    pages,
    ({ title, body }) => `<!DOCTYPE html>
<html lang="en"><head><title>Verona - ${title}</title><meta charset="utf-8" /></head>
<body id="index" class="home">
<header id="banner" class="body"><h1><a href="/">Verona</a></h1></header>
<nav id="menu"><ul>${items}</ul></nav>
<section id="content"><h2>${title}</h2>
${body}</section></body></html>`,
  );
}

/** Without landmarks: boxes, as in old themes. */
export function boxes(pages: readonly PageText[] = PAGES): Files {
  const items = TOP.map(({ label, href, children }) => {
    const below = children.map((child) => `<li><a href="${child.href}">${child.label}</a></li>`).join("");
    return `<li class="dropdown"><a href="${href}">${label} <b class="caret"></b></a><ul>${below}</ul></li>`;
  });
  return built(
    pages,
    ({ title, body }) => `<html><head><title>${title} | Verona</title></head><body>
<div id="menu"><a class="brand" href="/">Verona</a><ul>${items.join("")}</ul></div>
<div id="text"><h1>${title}</h1>${body}</div></body></html>`,
  );
}

/** A table as layout, with links between line ends. */
export function table(pages: readonly PageText[] = PAGES): Files {
  const links = TOP.flatMap(({ label, href, children }) => [{ label, href }, ...children]);
  const menu = links.map(({ label, href }) => `<a href=${href}>${label}</a><br>`).join("");
  return built(
    pages,
    ({ title, body }) => `<html><head><title>Verona: ${title}</title></head><body>
<table><tr><td colspan=2><a href="/"><img src="/logo.png" alt="Verona"></a></td></tr>
<tr><td>${menu}</td><td><h1>${title}</h1>${body}</td></tr></table></body></html>`,
  );
}

/** As this project writes it: landmarks, `<details>`, without blanks. */
export function landmarks(pages: readonly PageText[] = PAGES): Files {
  return built(pages, ({ path, title, body }) => {
    const link = ({ label, href }: { label: string; href: string }) =>
      `<a href="${href}"${href === `/${path.replace(/index\.html$/, "")}` ? ' aria-current="page"' : ""}>${label}</a>`;
    const items = TOP.map((item) => {
      const below = item.children.map((child) => `<li>${link(child)}</li>`).join("");
      const more = `<details><summary aria-label="More in ${item.label}"></summary><ul>${below}</ul></details>`;
      return `<li>${link(item)}${below === "" ? "" : more}</li>`;
    });
    return (
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Verona</title></head><body>` +
      `<a class="skip-link" href="#content">Skip to the content</a><header><a href="/">Verona</a>` +
      `<nav aria-label="Main"><ul>${items.join("")}</ul></nav></header><main id="content"><article><h1>${title}</h1>` +
      `${body.replace(/\n(?![^<]*<\/code>)/g, "")}</article></main></body></html>`
    );
  });
}

function built(pages: readonly PageText[], write: (page: PageText) => string): Files {
  return Object.fromEntries(pages.map((page) => [page.path, write(page)]));
}

/** A site with some files changed; `undefined` removes one. */
export function changed(files: Files, changes: Readonly<Record<string, string | undefined>>): Files {
  const all = Object.entries({ ...files, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** One file with a text in the place of another; fails where it is not there. */
export function edited(files: Files, path: string, from: string, to: string): Files {
  const text = files[path];
  if (!text?.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: text.replace(from, to) };
}

/** The same in all files that hold it. */
export function editedAll(files: Files, from: string, to: string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(from, to)]));
}
