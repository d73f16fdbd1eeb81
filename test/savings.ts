/**
 * What editors, file managers and Git do to a site's folder, in the steps in which they do it: drawn at random, from what is
 * there.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { filesIn, page, type Tree } from "./build-tree.ts";

/** One call of the system's, or a few that nothing comes between. */
type Step = (project: string) => void;

export interface Saving {
  readonly about: string;
  readonly steps: readonly Step[];
}

type Random = () => number;

const below = (limit: number, random: Random) => Math.floor(random() * limit);
const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[below(items.length, random)] as Item;
const chance = (share: number, random: Random) => random() < share;

/** The smallest picture, of one colour: all have the same size. */
function picture(shade: number): Uint8Array {
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
  gif[13] = shade;
  return gif;
}

function pageText(random: Random): string {
  const number = below(6, random);
  return page(
    {
      Title: `Title ${below(1000, random)}`,
      ...(chance(0.4, random) ? { Slug: `slug-${below(30, random)}` } : {}),
      ...(chance(0.2, random) ? { Save_as: `at/${below(30, random)}.html` } : {}),
      ...(chance(0.2, random) ? { Status: oneOf(["draft", "hidden", "published"], random) } : {}),
      ...(chance(0.2, random) ? { Aliases: `/was/${below(30, random)}` } : {}),
      ...(chance(0.5, random) ? { Dropdown_menu_show: "true", Menu_name: `Menu ${number}` } : {}),
      ...(chance(0.3, random) ? { Top_menu_show: "true", Top_menu_order: String(number) } : {}),
      ...(chance(0.3, random) ? { Template: "own" } : {}),
      ...(chance(0.3, random) ? { Tags: oneOf(["oil", "oil, wax", "tar"], random) } : {}),
    },
    `Text ${below(1000, random)}. ![Dot]({static}/images/a.gif) [One]({filename}/pages/one.md)`,
  );
}

const postText = (random: Random) =>
  `Date: 2020-01-${10 + below(20, random)}\n${pageText(random).replace(/^---\n|---\n$/gm, "")}`;

/** What a file of that name may hold. */
function textFor(path: string, random: Random): string | Uint8Array {
  const number = below(1000, random);
  if (/posts\/.*\.md$/i.test(path)) return postText(random);
  if (/\.md$/i.test(path)) return pageText(random);
  if (/\.gif$/i.test(path)) return picture(number % 256);
  if (/pages\.json$/.test(path)) return chance(0.5, random) ? `{ "mood": "${number}" }` : `{ "summary": "${number}" }`;
  if (/\.json$/.test(path)) return `{ "name": "House ${number}" }`;
  if (/footer\.njk$/.test(path)) return `<footer>${number} {{ house.name }}</footer>`;
  if (/\.njk$/.test(path)) return `<!doctype html><title>{{ pelican.title }}</title>${number} {{ content | safe }}`;
  if (/\.css$/.test(path)) return `p { margin: ${number}px }\n`;
  return `Plain ${number}\n`;
}

const FIRST = [
  ...["one", "two", "three"].map((name) => `content/pages/${name}.md`),
  ...["alpha", "beta"].map((name) => `content/posts/${name}.md`),
  "content/pages/part/four.md",
  "content/images/a.gif",
  "content/images/deep/b.gif",
  "content/papers/a.pdf",
  "content/papers/style.css",
  "_includes/layouts/own.njk",
  "_includes/menus/footer.njk",
  "_includes/assets/site.css",
  "_data/house.json",
];

export function firstFiles(random: Random): Tree {
  return {
    ...Object.fromEntries(FIRST.map((path) => [path, textFor(path, random)])),
    "content/pages/one.md": page({ Title: "One", Save_as: "index.html" }, "Home."),
  };
}

/** What may come and go. */
const AROUND = [
  "_includes/layouts/own.njk",
  "_includes/layouts/base.njk",
  "_includes/menus/footer.njk",
  "_includes/assets/site.css",
  "_data/house.json",
  "content/pages/pages.json",
];

const write =
  (path: string, text: string | Uint8Array): Step =>
  (project) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
const rename =
  (from: string, to: string): Step =>
  (project) => {
    mkdirSync(dirname(join(project, to)), { recursive: true });
    if (existsSync(join(project, from))) renameSync(join(project, from), join(project, to));
  };
const remove =
  (path: string): Step =>
  (project) =>
    rmSync(join(project, path), { recursive: true, force: true });

/** All but pages, of which each has an address of its own. */
const copy =
  (from: string, to: string): Step =>
  (project) => {
    const filter = (file: string) => !/\.md$/i.test(file);
    if (existsSync(join(project, from))) cpSync(join(project, from), join(project, to), { recursive: true, filter });
  };
const link =
  (to: string, path: string): Step =>
  (project) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    rmSync(join(project, path), { force: true });
    if (existsSync(join(project, to))) symlinkSync(relative(dirname(path), to), join(project, path));
  };

/** The steps in which programs save a text. */
const WAYS: Readonly<Record<string, (path: string, text: string | Uint8Array) => readonly Step[]>> = {
  "in place": (path, text) => [write(path, text)],
  "truncated, in two parts": (path, text) => [
    write(path, ""),
    write(path, text.slice(0, text.length / 2)),
    write(path, text),
  ],
  "by a new file renamed": (path, text) => [write(`${path}.new`, text), rename(`${path}.new`, path)],
  "by a hidden file renamed": (path, text) => [
    write(join(dirname(path), `.${basename(path)}.swp`), text),
    rename(join(dirname(path), `.${basename(path)}.swp`), path),
  ],
  "by a file from elsewhere": (path, text) => [
    write(`elsewhere/${basename(path)}`, text),
    rename(`elsewhere/${basename(path)}`, path),
  ],
  "the old one renamed": (path, text) => [rename(path, `${path}~`), write(path, text), remove(`${path}~`)],
  "as vim": (path, text) => [
    write(join(dirname(path), "4913"), ""),
    remove(join(dirname(path), "4913")),
    rename(path, `${path}~`),
    write(path, text),
    remove(`${path}~`),
  ],
  "removed and made anew": (path, text) => [remove(path), write(path, text)],
  "away for a moment": (path, text) => [
    rename(path, `elsewhere/${basename(path)}`),
    write(`elsewhere/${basename(path)}`, text),
    rename(`elsewhere/${basename(path)}`, path),
  ],
  twice: (path, text) => [write(path, `${text}`.toUpperCase()), write(path, text)],
};

function saved(path: string, text: string | Uint8Array, random: Random): Saving {
  const way = oneOf(Object.keys(WAYS), random);
  return { about: `${path} saved ${way}`, steps: WAYS[way]?.(path, text) ?? [] };
}

/** The next thing that somebody does to a project as it is now. */
export function nextSaving(project: string, number: number, random: Random): Saving {
  const files = filesIn(join(project, "content")).map((file) => `content/${file}`);
  const some = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const folders = [...new Set(files.map(dirname))].filter((path) => path.split("/").length > 2);
  const pages = some(/(?:pages|posts|moved\d+).*\.md$/i).filter((path) => !path.endsWith("one.md"));
  const others = some(/\.(?:gif|pdf|css|txt)$/i).filter((path) => !/link/.test(path));
  const make = (path: string) => saved(path, textFor(path, random), random);
  const from = (list: readonly string[], then: (path: string) => Saving | undefined) =>
    list.length > 0 ? then(oneOf(list, random)) : undefined;
  const moved = (path: string, to: string): Saving => ({ about: `${path} becomes ${to}`, steps: [rename(path, to)] });
  const gone = (path: string): Saving => ({ about: `${path} is removed`, steps: [remove(path)] });
  const possible: readonly (() => Saving | undefined)[] = [
    ...Array.from({ length: 6 }, () => () => from(pages, make)),
    ...Array.from({ length: 3 }, () => () => from(others, make)),
    ...Array.from({ length: 3 }, () => () => make(oneOf(AROUND, random))),
    () => make(`content/pages/new${number}.md`),
    () => make(`content/posts/new${number}.md`),
    () => make(`content/moved${number}/sub/new.md`),
    () => make(`content/images/new${number}.gif`),
    () => from(pages, gone),
    () => from(others, gone),
    () => from(some(/link/), gone),
    () => from(AROUND, gone),
    () => from(folders, gone),
    () => from(pages, (path) => moved(path, `content/moved${number}/${basename(path)}`)),
    () => from(pages, (path) => moved(path, `content/${/posts/.test(path) ? "pages" : "posts"}/${basename(path)}`)),
    () => from([...pages, ...others], (path) => moved(path, join(dirname(path), inOtherCase(basename(path))))),
    () =>
      from(pages, (path) =>
        from(
          pages.filter((other) => other !== path),
          (other) => ({
            about: `${path} and ${other} change places`,
            steps: [rename(path, `${path}.swap`), rename(other, path), rename(`${path}.swap`, other)],
          }),
        ),
      ),
    () => from(others, (path) => moved(path, join(dirname(path), `n${number}${basename(path)}`))),
    () => from(folders, (path) => moved(path, `content/moved${number}/${basename(path)}`)),
    () =>
      from(folders, (path) => ({
        about: `${path} is away for a moment`,
        steps: [rename(path, "elsewhere/folder"), rename("elsewhere/folder", path)],
      })),
    () =>
      from(folders, (path) => ({
        about: `${path} is copied`,
        steps: [copy(path, `content/papers/copy${number}`)],
      })),
    () =>
      from(
        others.filter((path) => /\.gif$/i.test(path)),
        (path) => ({ about: `a link to ${path}`, steps: [link(path, `content/images/link${number}.gif`)] }),
      ),
    ...Array.from({ length: 2 }, () => () => checkout(files, number, random)),
    ...Array.from({ length: 2 }, () => () => settings(random)),
  ];
  for (;;) {
    const saving = oneOf(possible, random)();
    if (saving) return saving;
  }
}

/** Capitals, or none where there are some; of a page's ending none. */
function inOtherCase(name: string): string {
  return /[A-Z]/.test(name) ? name.toLowerCase() : name.toUpperCase().replace(/\.MD$/, ".md");
}

/** As Git leaves another branch: files are removed and made anew, in one go. */
function checkout(files: readonly string[], number: number, random: Random): Saving {
  const steps = files
    .filter((file) => !file.endsWith("one.md") && chance(0.4, random))
    .flatMap((file) => (chance(0.3, random) ? [remove(file)] : [remove(file), write(file, textFor(file, random))]));
  const around = AROUND.filter(() => chance(0.4, random)).flatMap((file) => [
    remove(file),
    write(file, textFor(file, random)),
  ]);
  const added = write(`content/pages/branch${number}.md`, pageText(random));
  return {
    about: "another branch",
    steps: [
      (project) => {
        for (const step of [...steps, ...around, added]) step(project);
      },
    ],
  };
}

function settings(random: Random): Saving {
  const [name, value] = oneOf(
    [
      ["siteName", `House ${below(99, random)}`],
      ["pageUrl", oneOf(["{slug}/", "pages/{slug}.html"], random)],
      ["defaultPagination", 2 + below(3, random)],
      ["feedAllAtom", oneOf(["all.atom.xml", ""], random)],
      ["displayPagesOnMenu", chance(0.5, random)],
    ] as const,
    random,
  );
  const way = oneOf(["in place", "by a new file renamed", "the old one renamed", "as vim"], random);
  const file = "eleventy.config.js";
  return {
    about: `${name} is ${value}, ${way}`,
    steps: [
      (project) => {
        const before = readFileSync(join(project, file), "utf8");
        const pattern = new RegExp(`("${name}":)(?:"[^"]*"|[^,}]*)`);
        const text = before.replace(pattern, (_, key) => `${key}${JSON.stringify(value)}`);
        for (const step of WAYS[way]?.(file, text) ?? []) step(project);
      },
    ],
  };
}

export const FIRST_SETTINGS = {
  siteName: "House",
  siteUrl: "https://example.org",
  pageUrl: "pages/{slug}.html",
  defaultPagination: 4,
  feedAllAtom: "all.atom.xml",
  displayPagesOnMenu: true,
  staticPaths: ["images", "papers"],
  minify: false,
} as const;
