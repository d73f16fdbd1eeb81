import type { DateTime } from "luxon";
import type { Layouts } from "../files/layouts.ts";
import { groupBy } from "../maps/group-by.ts";
import { orderByDate } from "../pages/order.ts";
import type { Page } from "../pages/page.ts";
import { expandPattern } from "../pages/pattern.ts";
import { strftime } from "../pages/strftime.ts";
import type { Blog } from "../posts/blog.ts";
import { type Term, type TermKind, termKey, termPlace } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import { findWords, type Spoken } from "../words/find-words.ts";
import { type DirectTemplate, isMade, ownTemplates } from "./direct-templates.ts";
import { type List, list, termHrefs } from "./list.ts";
import { paginate } from "./paginate.ts";

/**
 * All lists of posts, at Pelican's addresses. A list whose setting is empty is not made; without posts there are none but
 * those that the settings name.
 *
 * @param layouts those that there are for lists of the site's own
 */
export function planLists(blog: Blog, settings: Settings, layouts: Layouts): List[] {
  const { posts, categories, authors, tags } = blog;
  const dates = settings.newestFirstArchives ? blog.dates : orderByDate(posts, false);
  if (posts.length === 0 && settings.directTemplates === null) return [];
  const blogTitle = settings.blogTitle || settings.siteName;
  const spoken = findWords(settings.defaultLang, settings.words);
  const { words } = spoken;
  // The site's name stands behind each title as it is.
  const ownTitle = blogTitle === settings.siteName ? [] : [blogTitle];
  const titled = (kind: List["kind"], heading: string) => ({
    kind,
    heading,
    title: [heading, ...ownTitle].join(" | "),
  });
  const index = { kind: "index", heading: blogTitle, title: ownTitle.join() } as const;
  const at = (name: DirectTemplate) => ({
    saveAs: isMade(name, settings) ? settings[`${name}SaveAs`] : "",
    url: settings[`${name}Url`],
  });
  const split = (some: Parameters<typeof list>[0], template: string) =>
    paginate(list(some, settings.addresses), template, settings);
  const ofTerms = (kind: TermKind, terms: readonly Term[]) =>
    terms.flatMap(({ name, slug, posts }) =>
      split({ ...titled(kind, name), ...termPlace(kind, { name, slug }, settings), term: { name, slug }, posts }, kind),
    );
  const archives = (period: Period) =>
    byPeriod(dates, settings[`${period}ArchiveSaveAs`], settings.locale).flatMap(([saveAs, posts, date]) => {
      const url = expandPattern(settings[`${period}ArchiveUrl`], {}, date, settings.locale);
      return split({ ...titled("archive", periodIn(spoken, period, date)), saveAs, url, posts }, "period_archives");
    });
  const ofPosts = [
    ...split({ ...index, ...at("index"), posts }, "index"),
    ...ofTerms("category", categories),
    ...ofTerms("author", authors),
    ...ofTerms("tag", tags),
    ...split({ ...titled("archive", words.archive), ...at("archives"), posts: dates }, "archives"),
    ...archives("year"),
    ...archives("month"),
    ...archives("day"),
  ];
  const urls = termHrefs(ofPosts);
  return [
    ...ofPosts,
    ...(["categories", "authors", "tags"] as const).flatMap((kind) => {
      const terms = blog[kind].map(({ name, slug, posts }) => {
        return { name, slug, count: posts.length, url: urls.get(termKey(KIND_OF_TERMS[kind], slug)) };
      });
      const { saveAs, url } = at(kind);
      const isAsked = terms.length > 0 || settings.directTemplates !== null;
      // Where it is to be on several pages, these are as many as the posts fill, as in Pelican; each has all.
      const pages = split({ ...titled(kind, words[kind]), saveAs: isAsked ? saveAs : "", url, terms, posts }, kind);
      return pages.map((page) => ({ ...page, posts: [] }));
    }),
    ...ownTemplates(settings, layouts).flatMap(({ name, saveAs, layout }) =>
      split({ ...titled("own", headingOf(name)), saveAs, layout, posts }, name),
    ),
  ];
}

/** `blog-index` is “Blog index”. */
function headingOf(name: string): string {
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Period = keyof typeof PERIODS;

/** The parts of a date that name a period. Periods are of the calendar that addresses are made of. */
const PERIODS = {
  year: { english: "%Y", parts: { year: "numeric" } },
  month: { english: "%B %Y", parts: { year: "numeric", month: "long" } },
  day: { english: "%-d %B %Y", parts: { year: "numeric", month: "long", day: "numeric" } },
} as const;

/** A period in the words of a language; English that of no one country. */
function periodIn({ lang }: Spoken, period: Period, date: DateTime): string {
  const { english, parts } = PERIODS[period];
  if (/^en\b/.test(lang)) return strftime(date, english);
  return date.reconfigure({ locale: lang, outputCalendar: "gregory" }).toLocaleString(parts);
}

const KIND_OF_TERMS = { categories: "category", authors: "author", tags: "tag" } as const;

/** In a preview, every draft: the only way to them. */
export function makeDraftList(pages: readonly Page[], settings: Settings): List[] {
  const { showDrafts, addresses, defaultLang } = settings;
  const posts = pages.filter(({ status }) => status === "draft");
  const { drafts: title } = findWords(defaultLang, settings.words).words;
  const names = { kind: "drafts", heading: title, title, saveAs: "drafts/index.html" } as const;
  return showDrafts ? [list({ ...names, posts }, addresses)] : [];
}

/** The posts by the archives that they are in: the archive's file, its posts, and a date in its period. */
function byPeriod(posts: readonly Page[], pattern: string, names: string): [string, Page[], DateTime][] {
  const dated = posts.flatMap((post) => (post.date && pattern !== "" ? [{ post, date: post.date }] : []));
  const files = groupBy(dated, ({ date }) => expandPattern(pattern, {}, date, names));
  return [...files].map(([saveAs, all]) => [saveAs, all.map(({ post }) => post), all[0].date]);
}
