/**
 * What people do to a site in a day, drawn at random: whole texts, fields, names, folders, other files, and what is around
 * the content: layouts, includes, data and settings.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn, page, type Tree, writeTree } from "./build-tree.ts";

export interface Edit {
  readonly about: string;
  /** It is one of the configuration. */
  readonly isOfSettings?: boolean;
  /** Does it to a project's folder. */
  readonly apply: (project: string) => void;
}

type Random = () => number;

/** The smallest picture, in one of these colours; all have the same size. */
function picture(shade: number): Uint8Array {
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
  gif[13] = shade;
  return gif;
}

const below = (limit: number, random: Random) => Math.floor(random() * limit);
const oneOf = <Item>(items: readonly Item[], random: Random) => items[below(items.length, random)];

function some(
  share: number,
  fields: Readonly<Record<string, string>>,
  random: Random,
): Readonly<Record<string, string>> {
  return random() < share ? fields : {};
}

/** Most are published. */
function statusFor(random: Random): Readonly<Record<string, string>> {
  return some(0.25, { Status: oneOf(["draft", "hidden", "skip", "published"], random) ?? "" }, random);
}

/** A page's file: its address and its menu follow from its number, its fields are drawn anew with each edit. */
function pageText(number: number, random: Random): string {
  return page(
    {
      Title: `Page ${number} ${below(1000, random)}`,
      // Two pages may want one file, for a while.
      Save_as: random() < 0.25 ? `moved/p${below(8, random)}.html` : `p${number}.html`,
      ...some(0.6, { Top_menu_show: "true", Menu_name: `P${number}` }, random),
      ...some(0.3, { Top_menu_order: String(below(9, random)) }, random),
      ...some(
        0.3,
        { Dropdown_menu_show: "true", Dropdown_menu_elem_name_1: "P", Dropdown_menu_elem_url_1: "/p1" },
        random,
      ),
      ...some(0.3, { Parent_id: `p${below(6, random)}` }, random),
      ...some(0.2, { Content_layout: oneOf(["wide", "multiple-columns"], random) ?? "" }, random),
      ...some(0.2, { Template: "plain" }, random),
      ...some(0.3, { Summary: `About ${below(1000, random)}` }, random),
      ...some(0.2, { Aliases: `/old/p${below(8, random)}` }, random),
      ...some(0.2, { Lang: oneOf(["fr", "en"], random) ?? "", Slug: `p${below(4, random)}` }, random),
      ...statusFor(random),
    },
    `Text ${random()}. ![A picture](/images/a.gif) [A paper](/papers/a.pdf) [A post]({filename}/posts/1.md)`,
  );
}

function postText(number: number, random: Random): string {
  const tags = ["oil", "wax", "tar"].filter(() => random() < 0.4).join(", ");
  return page(
    {
      Title: `Post ${number}`,
      Date: `2020-0${1 + below(9, random)}-1${number % 10}`,
      ...(tags ? { Tags: tags } : {}),
      ...some(0.5, { Category: oneOf(["Light", "Heat", "Soot"], random) ?? "" }, random),
      ...some(0.5, { Authors: oneOf(["Ann", "Bo", "Ann; Bo"], random) ?? "" }, random),
      ...some(0.2, { Slug: `slug${below(4, random)}` }, random),
      ...some(0.2, { Lang: oneOf(["fr", "en"], random) ?? "", Slug: `both${below(3, random)}` }, random),
      ...some(0.2, { Modified: `2021-0${1 + below(9, random)}-01` }, random),
      ...statusFor(random),
    },
    `News ${random()}. [A page]({filename}/pages/1.md)`,
  );
}

/** What is copied, of each kind. */
const COPIED: Readonly<Record<string, (random: Random) => string | Uint8Array>> = {
  "papers/a.pdf": (random) => `%PDF-1.4 ${below(10, random)}`,
  "papers/style.css": (random) => `p { margin: ${below(10, random)}px }\n`,
  "papers/script.js": (random) => `console.log(${below(10, random)});\n`,
  "papers/data.json": (random) => `{ "n": ${below(10, random)} }\n`,
  "papers/notes.txt": (random) => `Notes ${below(10, random)}\n`,
  "papers/whole.html": (random) => `<!doctype html><title>${below(10, random)}</title><p>Whole\n`,
  "images/c.svg": (random) => `<svg xmlns="http://www.w3.org/2000/svg" width="${1 + below(9, random)}" height="4"/>\n`,
  "images/a.gif": (random) => picture(below(256, random)),
};

/** Layouts, includes and data of the site's own; some take the place of the theme's. */
const AROUND: Readonly<Record<string, (random: Random) => string>> = {
  "_includes/layouts/plain.njk": (random) =>
    `<!doctype html><title>{{ pelican.title }}</title>${below(99, random)}{{ content | safe }}`,
  "_includes/layouts/wide.njk": (random) =>
    `<!doctype html><title>{{ pelican.title }}</title>Wide ${below(99, random)}{% include "menus/top.njk" %}{{ content | safe }}`,
  "_includes/menus/footer.njk": (random) => `<footer>Foot ${below(99, random)} {{ house.name }}</footer>`,
  "_data/house.json": (random) => `{ "name": "House ${below(99, random)}" }\n`,
};

/** A site with some of everything. */
export function firstProject(random: Random): Tree {
  const numbers = Array.from({ length: 6 }, (_, index) => index);
  const content: Tree = {
    "index.md": page({ Title: "Home", Save_as: "index.html", Top_menu_show: "true" }, "[A paper](papers/a.pdf)"),
    ...Object.fromEntries(numbers.map((number) => [`pages/${number}.md`, pageText(number, random)])),
    ...Object.fromEntries(numbers.map((number) => [`posts/${number}.md`, postText(number, random)])),
    ...Object.fromEntries(Object.entries(COPIED).map(([path, text]) => [path, text(random)])),
    "pages/pages.json": '{ "mood": "calm" }',
    "images/b.gif": picture(2),
    "papers/old/b.pdf": "%PDF-1.4 b",
  };
  return {
    ...Object.fromEntries(Object.entries(content).map(([path, text]) => [`content/${path}`, text])),
    "_data/house.json": '{ "name": "House" }\n',
    "_includes/layouts/plain.njk": "<!doctype html><title>{{ pelican.title }}</title>{{ content | safe }}",
  };
}

/** What the configuration says that is edited. */
export const FIRST_SETTINGS = {
  siteName: "House",
  defaultPagination: 4,
  displayPagesOnMenu: false,
  redirectPages: true,
  feedAllAtom: "feeds/all.atom.xml",
  staticPaths: ["images", "papers"],
} as const;

/** The next edit of what is in a project's folder now. */
export function nextEdit(project: string, number: number, random: Random): Edit {
  const content = filesIn(join(project, "content")).map((file) => `content/${file}`);
  const around = ["_includes", "_data"].flatMap((folder) =>
    filesIn(join(project, folder)).map((file) => `${folder}/${file}`),
  );
  const one = (pattern: RegExp) =>
    oneOf(
      content.filter((file) => pattern.test(file)),
      random,
    );
  const ofPage = one(/content\/(?:pages|posts|new|moved).*\.md$/);
  const other = one(/content\/(?:pages|posts|new|moved).*\.md$/);
  const ofPicture = one(/\.(?:gif|svg)$/);
  const ofPaper = one(/content\/papers\/./);
  const ofAround = oneOf(around, random);
  const folder = oneOf(
    [...new Set(content.map(dirname).filter((path) => /\/(?:new|moved|papers\/.)/.test(path)))],
    random,
  );
  const textFor = (path: string) => (/posts/.test(path) ? postText : pageText)(Number(/\d+/.exec(path)?.[0]), random);
  const from = <Path>(path: Path | undefined, make: (path: Path) => Edit | undefined) =>
    path === undefined ? undefined : make(path);
  const possible: (() => Edit | undefined)[] = [
    ...Array.from({ length: 5 }, () => () => from(ofPage, (path) => written(path, textFor(path)))),
    () => written(`content/pages/${number}.md`, pageText(number, random)),
    () => written(`content/posts/${number}.md`, postText(number, random)),
    () => written(`content/new${number}/sub/${number}.md`, pageText(number, random)),
    () => from(ofPage, removed),
    () => from(ofPage, (path) => renamed(path, `content/new${number}/${baseOf(path)}`)),
    // A page becomes a post, and a post a page.
    () => from(ofPage, (path) => renamed(path, `content/${/posts/.test(path) ? "pages" : "posts"}/${baseOf(path)}`)),
    () => from(ofPage, (path) => from(other, (to) => (path === to ? undefined : renamed(path, to)))),
    () => from(ofPage, (path) => renamed(path, path.replace(/\.md$/i, random() < 0.5 ? ".Md" : "b.md"))),
    () => from(one(/\.Md$/), (path) => renamed(path, path.replace(/\.Md$/, ".md"))),
    () => from(folder, removed),
    () => from(folder, (path) => renamed(path, `content/moved${number}`)),
    () =>
      written("content/pages/pages.json", JSON.stringify(oneOf([{ summary: number }, { draft: true }, {}], random))),
    () => from(one(/pages\.json$/), removed),
    () => from(ofPicture, (path) => old(path, picture(below(256, random)))),
    () => from(ofPicture, (path) => renamed(path, `content/images/${number}.gif`)),
    () => from(ofPicture, removed),
    () => from(ofPaper, (path) => renamed(path, `content/papers/n${number}/${baseOf(path)}`)),
    () => from(ofPaper, (path) => renamed(path, path.toUpperCase().replace("CONTENT/PAPERS", "content/papers"))),
    () => from(ofPaper, removed),
    ...Array.from(
      { length: 2 },
      () => () =>
        from(oneOf(Object.keys(COPIED), random), (path) => written(`content/${path}`, COPIED[path]?.(random) ?? "")),
    ),
    ...Array.from(
      { length: 2 },
      () => () => from(oneOf(Object.keys(AROUND), random), (path) => written(path, AROUND[path]?.(random) ?? "")),
    ),
    () => from(ofAround, (path) => (/plain/.test(path) ? undefined : removed(path))),
    ...Array.from({ length: 2 }, () => () => set("siteName", `House ${below(99, random)}`)),
    () => set("defaultPagination", 2 + below(5, random)),
    () => set("displayPagesOnMenu", random() < 0.5),
    () => set("feedAllAtom", oneOf(["feeds/all.atom.xml", "feed.xml", ""], random)),
    () => set("redirectPages", random() < 0.7),
    () => set("staticPaths", oneOf([["images", "papers"], ["papers"]], random)),
  ];
  for (;;) {
    const edit = oneOf(possible, random)?.();
    if (edit) return edit;
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function written(path: string, text: string | Uint8Array): Edit {
  return { about: `${path} is written`, apply: (project) => writeTree(project, { [path]: text }) };
}

function renamed(from: string, to: string): Edit {
  return {
    about: `${from} becomes ${to}`,
    apply: (project) => {
      mkdirSync(dirname(join(project, to)), { recursive: true });
      renameSync(join(project, from), join(project, to));
    },
  };
}

function removed(path: string): Edit {
  return { about: `${path} is removed`, apply: (project) => rmSync(join(project, path), { recursive: true }) };
}

/** The plugin's settings are in the configuration itself, each on its own as JSON. */
function set(name: keyof typeof FIRST_SETTINGS, value: unknown): Edit {
  return {
    about: `${name} is ${JSON.stringify(value)}`,
    isOfSettings: true,
    apply: (project) => {
      const file = join(project, "eleventy.config.js");
      const pattern = new RegExp(`("${name}":)(?:"[^"]*"|\\[[^\\]]*\\]|[^,}]*)`);
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(pattern, (_, key) => `${key}${JSON.stringify(value)}`),
      );
    },
  };
}

/** As a copy that keeps times, or a fetch of an older version, leaves it: neither its size nor its date tells it. */
function old(path: string, bytes: Uint8Array): Edit {
  return {
    about: `${path} has other colours`,
    apply: (project) => {
      writeTree(project, { [path]: bytes });
      if (existsSync(join(project, path))) utimesSync(join(project, path), 1_000_000_000, 1_000_000_000);
    },
  };
}
