/** A property of a page for those who show a link to it: https://ogp.me/ */
export interface Property {
  readonly property: string;
  readonly content: string;
}

/** What a page says of itself to those who show links to it. */
export interface OpenGraph {
  readonly title: string;
  readonly siteName: string;
  readonly url: string | undefined;
  readonly description: string | undefined;
  /** As `localeOf` has it. */
  readonly locale: string | undefined;
  readonly image: Image | undefined;
  /** Undefined for what is no post. */
  readonly article: Article | undefined;
}

/** A picture, with what it shows and its size in pixels. */
export interface Image {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Dates are ISO 8601. */
export interface Article {
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly section: string | undefined;
  readonly tags: readonly string[];
}

/** The properties in the order in which they are printed; what is not known is left out. */
export function openGraph({ title, siteName, url, description, locale, image, article }: OpenGraph): Property[] {
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["og:title", title],
    ["og:type", article ? "article" : "website"],
    ["og:url", url],
    ["og:site_name", siteName],
    ["og:description", description],
    ["og:locale", locale],
    ["og:image", image?.url],
    ["og:image:width", image && String(image.width)],
    ["og:image:height", image && String(image.height)],
    ["og:image:alt", image?.alt],
    ["article:published_time", article?.published],
    ["article:modified_time", article?.modified],
    ["article:section", article?.section],
    ...(article?.tags ?? []).map((tag) => ["article:tag", tag] as const),
  ];
  return properties.flatMap(([property, content]) => (content === undefined ? [] : [{ property, content }]));
}

/** Open Graph wants a territory in each locale; for a language alone it is the one where most of its speakers are. */
export function localeOf(lang: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(lang).maximize();
    return region === undefined ? undefined : `${language}_${region}`;
  } catch {
    // What an author wrote is no language tag.
    return undefined;
  }
}
