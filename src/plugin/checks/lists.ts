import { languageMeant } from "../dialect/languages.ts";
import { IN_SETTINGS, placeIn } from "../findings/finding.ts";
import { report } from "../findings/report.ts";
import { ownTemplates } from "../lists/direct-templates.ts";
import { fieldOfOrder, pagesLacking } from "../pages/order.ts";
import type { Page } from "../pages/page.ts";
import { missingWords } from "../words/find-words.ts";
import { page } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { shorten } from "./words.ts";

export const lists = {
  "order-field-missing": {
    severity: "warning",
    about: "A page lacks the field that `articleOrderBy` or `pageOrderBy` names.",
    message: ({ setting, field, others }) => {
      const pages = ["this page does", `this page and ${others === 1 ? "another one" : `${others} others`} do`];
      return `The setting ${setting} orders by “${field}”, which ${pages[Math.min(others, 1)]} not have.`;
    },
    consequence: "All of them are ordered by their slugs instead.",
    fix: ({ field }) => `Write “${field}: …” in the header of each, or order by another field.`,
    look: pagesWithoutOrder,
    example: {
      file: "posts/talk.md",
      wrong: page("Title: A talk", "Date: 2021-03-14"),
      right: page("Title: A talk", "Date: 2021-03-14", "Weight: 2"),
      settings: { wrong: { articleOrderBy: "weight" }, right: { articleOrderBy: "weight" } },
    },
  },
  "list-layout-missing": {
    severity: "warning",
    about: "`directTemplates` names a layout that the site does not have. Pelican's own templates are not read here.",
    field: "directTemplates",
    message: ({ layout }) => `directTemplates names “${layout}”, and there is no such layout.`,
    consequence: ({ saveAs }) => `A plain list of all posts is at ${saveAs}.`,
    fix: ({ layout }) => `Add _includes/layouts/${layout}.njk, which prints pelican.list, or remove the name.`,
    look: listsWithoutLayout,
    example: {
      file: "_data/site.json",
      beside: { "posts/talk.md": page("Title: A talk", "Date: 2021-03-14") },
      settings: {
        wrong: { directTemplates: ["index", "finder"] },
        right: { directTemplates: ["index", "blog"], directTemplatesSaveAs: { blog: "all.html" } },
      },
    },
  },
  "template-page-unread": {
    severity: "error",
    about:
      "A template in `templatePages` is missing, or does more than print settings. Pelican's templates are not run here.",
    field: "templatePages",
    message: ({ source, part }) =>
      part === ""
        ? `templatePages names “${source}”, and there is no such file in the content folder.`
        : `“${shorten(part)}” is not read here: only settings are printed, such as {{ SITENAME }}.`,
    consequence: ({ saveAs }) => `${saveAs} is not written.`,
    fix: ({ source, saveAs, part }) => {
      const name = source.replace(/\.[^./]*$/, ".njk");
      return part === ""
        ? `Write the path of a file, from the content folder; if it is a template of the theme, write a page with “Save_as: ${saveAs}” in its place.`
        : `Make a template of Eleventy's of it: ${name}, with “permalink: ${saveAs}”. Nunjucks reads most of Jinja.`;
    },
    example: {
      file: "site.txt",
      wrong: "{% if SITENAME %}{{ SITENAME }}{% endif %}\n",
      right: "{{ SITENAME }}\n",
      settings: {
        wrong: { templatePages: { "site.txt": "about.txt" } },
        right: { templatePages: { "site.txt": "about.txt" } },
      },
    },
  },
  "feed-site-url": {
    severity: "warning",
    about: "There are feeds, and the settings do not say where the site is.",
    field: "siteUrl",
    message: ({ feeds }) =>
      `${feeds === 1 ? "There is a feed" : `There are ${feeds} feeds`}, and no siteUrl in the site's settings.`,
    consequence: "Addresses in feeds lack that of the site, which many feed readers need; and there is no sitemap.",
    fix: "Write siteUrl, such as “https://example.org”, or “feeds: false” if the site needs none.",
    look: feedsWithoutAddress,
    example: {
      file: "_data/site.json",
      beside: { "posts/talk.md": page("Title: A talk", "Date: 2021-03-14") },
      settings: { wrong: { feeds: true }, right: { feeds: true, siteUrl: "https://example.org" } },
    },
  },
  "words-missing": {
    severity: "advice",
    about: "A page or the site is in a language that the plugin has no words for, such as “Search” and “Older”.",
    message: ({ lang, missing, isNone, meant }) =>
      meant !== undefined
        ? `“${lang}” is not the code of a language.`
        : isNone
          ? `There are no words of the interface in “${lang}”.`
          : `There is no word of the interface in “${lang}” for ${missing.slice(0, 10).join(", ")}${missing.length > 10 ? ` and ${missing.length - 10} more` : ""}.`,
    consequence: ({ meant }) =>
      meant === undefined
        ? "Visitors see and hear English ones there."
        : "Browsers and screen readers do not know the language, and the words of the interface are English there.",
    fix: ({ lang, missing, meant }) =>
      meant !== undefined
        ? `Write “${meant}”.`
        : `Write them in the settings: words: { "${lang}": { ${missing[0]}: "…" } }. The docs name all of them, under Languages.`,
    look: languagesWithoutWords,
    example: {
      file: "about.md",
      wrong: page("Title: tlhIngan Hol", "Lang: tlh"),
      right: page("Title: tlhIngan Hol", "Lang: de"),
      settings: { wrong: {}, right: {} },
    },
  },
} satisfies Rules;

/** Each language once, where it is first met. */
function languagesWithoutWords({ pages, settings }: CheckedSite) {
  const { defaultLang, words } = settings;
  const first = new Map(pages.toReversed().map((page) => [page.lang, page.place("lang")] as const));
  return [...first.set(defaultLang, IN_SETTINGS)].flatMap(([lang, place]) => {
    const missing = missingWords(lang, words);
    const isNone = missing.length === missingWords("und", {}).length;
    const meant = isNone ? languageMeant(lang) : undefined;
    const values = { lang, missing, isNone, ...(meant !== undefined && { meant }) };
    return missing.length === 0 ? [] : [report("words-missing", place, values)];
  });
}

function listsWithoutLayout({ settings, layouts }: CheckedSite) {
  return ownTemplates(settings, layouts)
    .filter(({ layout, saveAs }) => layout === undefined && saveAs !== "")
    .map(({ name, saveAs }) => report("list-layout-missing", IN_SETTINGS, { layout: name, saveAs }));
}

function feedsWithoutAddress({ feeds, settings }: CheckedSite) {
  if (settings.siteUrl !== "" || feeds.length === 0) return [];
  return [report("feed-site-url", IN_SETTINGS, { feeds: feeds.length })];
}

/** The first page that an order cannot place, for all of them. */
function pagesWithoutOrder({ pages, settings }: CheckedSite) {
  const ofKind = (kind: Page["kind"]) => pages.filter((page) => page.kind === kind && page.status === "published");
  const orders = [
    { setting: "articleOrderBy", order: settings.articleOrderBy, ordered: ofKind("post") },
    { setting: "pageOrderBy", order: settings.pageOrderBy, ordered: settings.displayPagesOnMenu ? ofKind("page") : [] },
  ];
  return orders.flatMap(({ setting, order, ordered }) => {
    const [first, ...others] = pagesLacking(ordered, order);
    const field = fieldOfOrder(order);
    return first ? [report("order-field-missing", placeIn(first.file), { setting, field, others: others.length })] : [];
  });
}
