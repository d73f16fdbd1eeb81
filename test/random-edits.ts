/** What people do to a site's content in a day, drawn at random: whole texts, fields, names, folders, and other files. */
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn, page, type Tree, writeTree } from "./build-tree.ts";

export interface Edit {
  readonly about: string;
  /** Does it to a content folder. */
  readonly apply: (content: string) => void;
}

/** The smallest picture, in one of these colours; all have the same size. */
function picture(shade: number): Uint8Array {
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
  gif[13] = shade;
  return gif;
}

/** A page's file: its address and its menu follow from its number, its fields are drawn anew with each edit. */
function pageText(number: number, random: () => number): string {
  const some = (share: number, fields: Record<string, string>) => (random() < share ? fields : {});
  return page(
    {
      Title: `Page ${number} ${Math.floor(random() * 1000)}`,
      Save_as: random() < 0.2 ? `moved/p${number}-${Math.floor(random() * 3)}.html` : `p${number}.html`,
      ...some(0.6, { Top_menu_show: "true", Menu_name: `P${number}` }),
      ...some(0.3, { Top_menu_order: String(Math.floor(random() * 9)) }),
      ...some(0.15, { Status: "draft" }),
      ...some(0.3, { Summary: `About ${Math.floor(random() * 1000)}` }),
    },
    `Text ${random()}. ![A picture](/images/a.gif) [A paper](/papers/a.pdf)`,
  );
}

function postText(number: number, random: () => number): string {
  const tags = ["oil", "wax", "tar"].filter(() => random() < 0.4).join(", ");
  const date = `2020-0${1 + Math.floor(random() * 9)}-1${number % 10}`;
  const more = random() < 0.15 ? { Status: "draft" } : {};
  return page({ Title: `Post ${number}`, Date: date, ...(tags ? { Tags: tags } : {}), ...more }, `News ${random()}.`);
}

/** A site with some of everything. */
export function firstContent(random: () => number): Tree {
  const numbers = Array.from({ length: 6 }, (_, index) => index);
  return {
    "index.md": page({ Title: "Home", Save_as: "index.html", Top_menu_show: "true" }, "[A paper](papers/a.pdf)"),
    ...Object.fromEntries(numbers.map((number) => [`pages/${number}.md`, pageText(number, random)])),
    ...Object.fromEntries(numbers.map((number) => [`posts/${number}.md`, postText(number, random)])),
    "pages/pages.json": '{ "mood": "calm" }',
    "images/a.gif": picture(1),
    "images/b.gif": picture(2),
    "papers/a.pdf": "%PDF-1.4 a",
    "papers/old/b.pdf": "%PDF-1.4 b",
  };
}

/** The next edit of what is in a content folder now. */
export function nextEdit(content: string, number: number, random: () => number): Edit {
  const files = filesIn(content);
  const one = (pattern: RegExp) => {
    const found = files.filter((file) => pattern.test(file));
    return found[Math.floor(random() * found.length)];
  };
  const written = (path: string, text: string | Uint8Array): Edit => ({
    about: `${path} is written`,
    apply: (folder) => writeTree(folder, { [path]: text }),
  });
  const renamed = (from: string, to: string): Edit => ({
    about: `${from} becomes ${to}`,
    apply: (folder) => {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      renameSync(join(folder, from), join(folder, to));
    },
  });
  const removed = (path: string): Edit => ({
    about: `${path} is removed`,
    apply: (folder) => rmSync(join(folder, path), { recursive: true }),
  });
  const textFor = (path: string) => (/posts/.test(path) ? postText : pageText)(Number(/\d+/.exec(path)?.[0]), random);
  const ofPage = one(/\d\.md$/);
  const ofPicture = one(/\.gif$/);
  const ofPaper = one(/\.pdf$/);
  const folder = files.map(dirname).find((path) => path.startsWith("new"));
  const possible: (() => Edit | undefined)[] = [
    () => (ofPage === undefined ? undefined : written(ofPage, textFor(ofPage))),
    () => (ofPage === undefined ? undefined : written(ofPage, textFor(ofPage))),
    () => written(`pages/${number}.md`, pageText(number, random)),
    () => written(`posts/${number}.md`, postText(number, random)),
    () => written(`new${number}/sub/${number}.md`, pageText(number, random)),
    () => (ofPage === undefined ? undefined : removed(ofPage)),
    () => (ofPage === undefined ? undefined : renamed(ofPage, `new${number}/${ofPage.replace(/^.*\//, "")}`)),
    () => (folder === undefined ? undefined : removed(folder)),
    () => (folder === undefined ? undefined : renamed(folder, `pages/renamed${number}`)),
    () => written("pages/pages.json", JSON.stringify(random() < 0.5 ? { draft: random() < 0.3 } : { summary: number })),
    () => (ofPicture === undefined ? undefined : replaced(ofPicture, picture(Math.floor(random() * 256)))),
    () => (ofPicture === undefined ? undefined : renamed(ofPicture, `images/${number}.gif`)),
    () => (ofPicture === undefined ? undefined : removed(ofPicture)),
    () => (ofPaper === undefined ? undefined : renamed(ofPaper, `papers/n${number}/${number}.pdf`)),
    () => (ofPaper === undefined ? undefined : removed(ofPaper)),
    () => written(`papers/${number}.pdf`, `%PDF-1.4 ${number}`),
  ];
  for (;;) {
    const edit = possible[Math.floor(random() * possible.length)]?.();
    if (edit) return edit;
  }
}

/** As a copy that keeps times, or a fetch of an older version, leaves it: neither its size nor its date tells it. */
function replaced(path: string, bytes: Uint8Array): Edit {
  return {
    about: `${path} has other colours`,
    apply: (folder) => {
      writeTree(folder, { [path]: bytes });
      if (existsSync(join(folder, path))) utimesSync(join(folder, path), 1_000_000_000, 1_000_000_000);
    },
  };
}
