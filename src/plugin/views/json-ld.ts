import type { Article } from "./open-graph.ts";

/** What a page says of itself in schema.org's words. Source: https://schema.org/ */
export type Thing = Readonly<Record<string, unknown>> & { readonly "@type": string };

/** A page of a breadcrumb. */
export interface Step {
  readonly name: string;
  readonly url: string;
}

/** A post, as far as search engines are told of it. */
export interface Posting extends Omit<Article, "section"> {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
  readonly lang: string;
  readonly authors: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly image: string | undefined;
  readonly siteName: string;
  readonly siteUrl: string;
}

/** @param steps from the top of the site down to the page itself */
export function breadcrumbList(steps: readonly Step[]): Thing {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, url: item }, at) => ({ "@type": "ListItem", position: at + 1, name, item })),
  };
}

/** Source: https://schema.org/BlogPosting */
export function blogPosting(posting: Posting): Thing {
  const { title, url, description, lang, published, modified, authors, image, tags, siteName, siteUrl } = posting;
  return {
    "@type": "BlogPosting",
    headline: title,
    url,
    mainEntityOfPage: url,
    description,
    inLanguage: lang,
    datePublished: published,
    dateModified: modified ?? published,
    author: authors.length === 0 ? undefined : authors.map((author) => ({ "@type": "Person", ...author })),
    image,
    keywords: tags.length === 0 ? undefined : tags.join(", "),
    publisher: { "@type": "Organization", name: siteName, url: `${siteUrl}/` },
  };
}

/** Source: https://schema.org/WebSite */
export function webSite(name: string, url: string, lang: string): Thing {
  return { "@type": "WebSite", name, url, inLanguage: lang };
}

/**
 * The text of a `<script type="application/ld+json">`, undefined where there is nothing to say. No text in it can end
 * the element. It is a block of data: browsers do not run it, and a Content-Security-Policy does not ask about it.
 */
export function jsonLd(things: readonly Thing[]): string | undefined {
  if (things.length === 0) return undefined;
  const graph = things.length === 1 ? things[0] : { "@graph": things };
  return JSON.stringify({ "@context": "https://schema.org", ...graph }).replaceAll("<", "\\u003c");
}
