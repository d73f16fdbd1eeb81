import { type Random, randomNumbers } from "./random.ts";
import { capitalised, type Link, makeBody, makeTitle } from "./text.ts";

/** A file of a content folder. */
export interface GeneratedPage {
  readonly path: string;
  readonly text: string;
}

/** Fewer pages would leave sections without any. */
export const LEAST_PAGES = 20;

const SECTIONS = ["harbour", "weather", "boats", "crew", "charts", "history"];
/** A menu holds so many of a section's pages; more are reached by links only, as on any large site. */
const MOST_ENTRIES = 9;

interface Leaf {
  readonly title: string;
  readonly slug: string;
}

/**
 * Pages with menus as numbered fields: a home page, sections, and below them pages that show their section's sidebar.
 * Each links to the next of its section, so that none is out of reach.
 *
 * @param count how many pages, {@link LEAST_PAGES} or more
 * @returns the same pages for the same count, down to the byte
 */
export function generatePages(count: number): readonly GeneratedPage[] {
  const random = randomNumbers(count);
  const below = count - 1 - SECTIONS.length;
  return [
    homePage(random),
    ...SECTIONS.flatMap((section, index) => {
      const size = Math.floor((below + SECTIONS.length - 1 - index) / SECTIONS.length);
      return sectionPages(section, index, size, random);
    }),
  ];
}

function homePage(random: Random): GeneratedPage {
  const links = SECTIONS.map((section) => ({ text: capitalised(section), href: `/${section}/` }));
  return pageOf(
    "index.md",
    ["Title: The harbour", "Url:", "Save_as: index.html", "Content_layout: wide"],
    random,
    links,
  );
}

function sectionPages(section: string, index: number, size: number, random: Random): readonly GeneratedPage[] {
  const leaves = Array.from({ length: size }, (_, number) => {
    // A number that no other page of the site has: two titles that are alike would be found fault with.
    const title = `${makeTitle(random)} ${number * SECTIONS.length + index + 1}`;
    return { title, slug: title.toLowerCase().replaceAll(" ", "-") };
  });
  const links = leaves.map(({ title, slug }) => ({ text: title, href: `/${section}/${slug}.html` }));
  const header = sectionHeader(section, index, leaves.slice(0, MOST_ENTRIES));
  return [
    pageOf(`${section}/index.md`, header, random, links.slice(0, 2)),
    ...leaves.map((leaf, number) => {
      const next = links[(number + 1) % size];
      return pageOf(`${section}/${leaf.slug}.md`, leafHeader(section, leaf), random, next ? [next] : []);
    }),
  ];
}

function sectionHeader(section: string, index: number, entries: readonly Leaf[]): readonly string[] {
  return [
    `Title: All about ${section}`,
    `Url: ${section}`,
    `Save_as: ${section}/index.html`,
    `Menu_name: ${capitalised(section)}`,
    "Top_menu_show: true",
    `Top_menu_order: ${index + 1}`,
    "Dropdown_menu_show: true",
    `Dropdown_menu_size: ${entries.length}`,
    ...numbered("Dropdown", entries, ({ slug }) => slug),
    "Sidebar_menu_show: true",
    `Sidebar_menu_title: All about ${section}`,
    `Sidebar_menu_size: ${entries.length}`,
    ...numbered("Sidebar", entries, ({ slug }) => `${section}/${slug}`),
    `Footer_show: ${index % 2 === 0 ? "left" : "right"}`,
    `Footer_order: ${index + 1}`,
    "Content_layout: multiple-columns",
  ];
}

function numbered(menu: string, entries: readonly Leaf[], urlOf: (leaf: Leaf) => string): readonly string[] {
  return entries.flatMap((leaf, index) => [
    `${menu}_menu_elem_name_${index + 1}: ${leaf.title}`,
    `${menu}_menu_elem_url_${index + 1}: ${urlOf(leaf)}`,
  ]);
}

function leafHeader(section: string, { title, slug }: Leaf): readonly string[] {
  return [
    `Title: ${title}`,
    `Url: ${section}/${slug}`,
    `Save_as: ${section}/${slug}.html`,
    `Parent_id: ${section}`,
    "Top_menu_show: false",
    "Dropdown_menu_show: false",
    "Footer_show: false",
    "Sidebar_menu_show: true",
    `Inherit_sidebar: ${section}`,
    "Content_layout: multiple-columns",
  ];
}

function pageOf(path: string, header: readonly string[], random: Random, links: readonly Link[]): GeneratedPage {
  return { path, text: `---\n${header.join("\n")}\n---\n\n${makeBody(random, links)}\n` };
}
