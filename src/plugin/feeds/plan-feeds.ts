import { hrefOf } from "../dialect/address.ts";
import type { List } from "../lists/list.ts";
import { groupBy } from "../maps/group-by.ts";
import { writtenLang } from "../pages/address-parts.ts";
import type { Page } from "../pages/page.ts";
import { expandPattern } from "../pages/pattern.ts";
import type { Blog } from "../posts/blog.ts";
import type { Term } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";

/** A feed and where it is written. */
export interface FeedFile {
  readonly title: string;
  /** The category, author or tag whose posts it holds; undefined for a feed of posts of all. */
  readonly term: { readonly kind: List["kind"]; readonly slug: string } | undefined;
  /** The language of its posts, where it is the feed of one. */
  readonly lang: string | undefined;
  readonly type: "application/atom+xml" | "application/rss+xml";
  readonly saveAs: string;
  /** Where readers find it: where it is written, unless a setting names another address. */
  readonly href: string;
  /** What the feed is made of; it is written out only when it is asked for. */
  readonly posts: readonly Page[];
}

/** Pelican's sorts of feeds, as their settings begin. */
type Sort = "feed" | "feedAll" | "categoryFeed" | "authorFeed" | "tagFeed" | "translationFeed";

/** What is said of a feed in both of its formats. */
interface Planned extends Pick<FeedFile, "title" | "term" | "lang" | "posts"> {
  readonly sort: Sort;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The feeds that the settings ask for: Atom (RFC 4287) and RSS 2.0; without the site's address none that nobody asked for.
 * Source: https://docs.getpelican.com/en/latest/settings.html#feed-settings
 */
export function planFeeds(blog: Blog, settings: Settings): FeedFile[] {
  const isUnasked = settings.siteUrl === "" && settings.unasked?.includes("feeds");
  const isEmpty = blog.posts.length === 0 && settings.directTemplates === null;
  if (isEmpty || isUnasked) return [];
  const title = settings.blogTitle || settings.siteName;
  const whole = { title, term: undefined, lang: undefined, values: {} };
  const ofTerms = (sort: Sort, kind: List["kind"], terms: readonly Term[]) =>
    terms.map(({ name, slug, posts }): Planned => {
      return {
        sort,
        title: [title, name].join(isPelicans(settings) ? " - " : ": "),
        term: { kind, slug },
        lang: undefined,
        values: { slug },
        posts,
      };
    });
  const planned: readonly Planned[] = [
    { ...whole, sort: "feedAll", posts: blog.allPosts },
    { ...whole, sort: "feed", posts: blog.posts },
    ...ofTerms("categoryFeed", "category", blog.categories),
    ...ofTerms("authorFeed", "author", blog.authors),
    ...ofTerms("tagFeed", "tag", blog.tags),
    ...[...groupBy(blog.own, ({ lang }) => lang)].map(([lang, posts]): Planned => {
      return { ...whole, sort: "translationFeed", lang, values: { lang: langAsWritten(lang, posts, settings) }, posts };
    }),
  ];
  return planned.flatMap((feed) => [
    ...fileOf(feed, "application/atom+xml", settings[`${feed.sort}Atom`], settings[`${feed.sort}AtomUrl`]),
    ...fileOf(feed, "application/rss+xml", settings[`${feed.sort}Rss`], settings[`${feed.sort}RssUrl`]),
  ]);
}

/** A language as its first post has it, or the settings: `pt_BR`. */
function langAsWritten(lang: string, [first]: readonly Page[], settings: Settings): string {
  const written = first?.header.lines.find(({ key }) => key.toLowerCase() === "lang")?.value.trim() ?? "";
  const isSame = written.replaceAll("_", "-").toLowerCase() === lang.toLowerCase();
  return isSame ? written : writtenLang(lang, settings);
}

/** Whether readers' programs are to know the feeds that they had by their titles and ids, since Pelican made the site. */
export function isPelicans({ addresses }: Settings): boolean {
  return addresses === "url";
}

function fileOf({ sort, values, ...feed }: Planned, type: FeedFile["type"], pattern: string, url: string): FeedFile[] {
  if (pattern === "") return [];
  const saveAs = expandPattern(pattern, values, undefined);
  const address = url === "" ? hrefOf(saveAs) : expandPattern(url, values, undefined);
  return [{ ...feed, type, saveAs, href: /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(address) ? address : `/${address}` }];
}
