import type { Literal } from "./literal.ts";

/** What becomes of what one of Pelican's plugins did. */
export interface PluginTold {
  readonly name: string;
  /** Where it is missed, and gave addresses, these move. */
  readonly kind: "here" | "needless" | "missing" | "moves";
  readonly text: string;
}

type Row = readonly [names: string, text: string];

/** What they did, the package does. */
const HERE: readonly Row[] = [
  ["sitemap extended_sitemap", "built in"],
  ["neighbors", "built in: previous and next"],
  ["search tipue_search tipue-search pelican_search stork", "built in: the option search"],
  ["extract_toc toc pelican_toc", "built in: a page's headings, and [TOC]"],
  ["headerid section_number", "built in: headings have addresses"],
  ["open_graph opengraph seo pelican_seo ogp og_image", "built in: what a shared link shows"],
  ["representative_image", "built in: the option socialImages draws one"],
  ["minify minchin_pelican_plugins_minify css-html-js-minify css_html_js_minify yuicompressor", "built in"],
  ["assets webassets pelican_webassets sass_compiler", "built in, but for Sass and Less"],
  [
    "optimize_images image_process thumbnailer responsive_images better_figures_and_images lazyload",
    "built in: the option images",
  ],
  ["pelican_alias alias redirect pelican_redirect page_redirect", "built in: the field Aliases"],
  ["dead_links deadlinks linkchecker", "built in: broken links of the site's own are findings"],
  ["robots pelican_robots", "built in"],
  ["yaml_metadata md_metayaml metayaml md_yaml pelican_yaml", "built in: YAML headers are read"],
  ["drafts publish draft_preview", "built in: the option showDrafts"],
  ["i18n_subsites", "built in: the option i18nSubsites"],
  ["page_hierarchy", "built in: pages have the addresses of their folders, by pageUrl and pageSaveAs"],
  ["pygments codehilite", "built in: code is highlighted"],
  ["typogrify", "built in"],
  ["render_math latex katex pelican_katex", "built in: the option math, with the library temml"],
  [
    "liquid_tags liquid_tags.audio liquid_tags.img liquid_tags.include_code liquid_tags.notebook ipynb.liquid pelican_jupyter.liquid liquid_tags.video liquid_tags.vimeo liquid_tags.youtube",
    "built in: the option markdown.liquid_tags, for audio, img, include_code, notebook, video, vimeo and youtube; other tags are findings",
  ],
];

/** Nobody misses them here. */
const NEEDLESS: readonly Row[] = [
  ["gzip_cache precompress", "the host compresses"],
  ["w3c_validate touch always_modified perf test_data debug clean_summary", "it changes nothing that visitors see"],
  ["pelicanfly jinja_filters jinja_extensions jinja_content_helper", "for Pelican's themes"],
  ["theme_settings global_license ctags_generator read_more read_more_link", "for Pelican's themes"],
  ["livereload browser_sync", "Eleventy's own server does it"],
];

/** Each is missed, and how. */
const MISSING: readonly Row[] = [
  ["related_posts similar_posts", "lists of related posts"],
  ["tag_cloud", "tag clouds; the list of tags is there"],
  ["jinja2content", "templates in texts stay as they are written"],
  ["post_stats readtime readingtime post_reading_time", "reading times"],
  ["series", "lists of a series' posts"],
  ["summary summarize_article", "marks in texts for where a summary ends"],
  ["category_order", "the order of categories"],
  ["category_meta category_names autopages author_pages", "texts about categories, tags or authors"],
  ["collate_content", "lists of pages by category"],
  ["multi_part multi_parts_posts sub_parts", "parts of posts"],
  ["pin_to_top featured", "posts that stay above"],
  ["filetime_from_git", "dates from Git: write a Date"],
  ["static_comments pelican_comment_system comments", "comments"],
  ["share_post", "links for sharing"],
  ["gravatar avatar author_images", "pictures of authors"],
  ["photos gallery thumbnails lightbox photo_gallery", "galleries"],
  [
    "ipynb markup pelican_jupyter pelican_ipynb ipynb.markup",
    "notebooks are not read; this makes pages of them: npx eleventy-pelican convert",
  ],
  ["asciidoc_reader asciidoc", "AsciiDoc is not read; this makes pages of it: npx eleventy-pelican convert"],
  ["org_reader org_python_reader org_pandoc_reader", "Org is not read"],
  ["pandoc_reader pandoc", "Markdown is read as Python-Markdown reads it, and not as Pandoc"],
  ["textile_reader creole_reader mbox_reader txt2tags docx_reader", "its format is not read"],
  ["simple_footnotes", "[ref] footnotes stay as they are written"],
  ["interlinks", "shortened links stay as they are written"],
  ["code_include include_code", "files included into texts"],
  ["embed_tweet youtube video vimeo pelican_youtube", "embedded videos and posts stay links or text"],
  ["plantuml graphviz mermaid ditaa_code_block pelican_plantuml", "diagrams stay as they are written"],
  ["pdf pelican_pdf pdf_img", "PDFs of pages"],
  ["cite pelican_cite bibtex pelican_bibtex pybtex", "lists of literature"],
  ["just_table", "tables of its own syntax stay as they are written"],
  ["figure_ref glossary backreftranslate", "its marks stay as they are written"],
  ["link_class", "classes of links"],
  ["ical", "calendars"],
  ["random_article", "a page that leads to any post"],
  ["githubprojects goodreads_activity twitter_bootstrap_alerts wakatime tweets", "what it fetched or made for a theme"],
  ["statistics statuspage", "statistics"],
  ["microdata structured_data", "its own markup; each page has JSON-LD"],
];

/** Each is missed, and gave pages or lists their addresses. */
const MOVING: readonly Row[] = [
  ["subcategory subcategories more_categories nested_categories", "addresses of categories in categories"],
  ["custom_article_urls permalinks permalink", "addresses of its own: write them as Url and Save_as"],
];

/** The plugin that gives pages the addresses of their folders, which settings do, too. */
export const PAGE_HIERARCHY = "page_hierarchy";

const TOLD: ReadonlyMap<string, readonly [PluginTold["kind"], string]> = new Map(
  (
    [
      ["here", HERE],
      ["needless", NEEDLESS],
      ["missing", MISSING],
      ["moves", MOVING],
    ] as const
  ).flatMap(([kind, rows]) =>
    rows.flatMap(([names, text]) => names.split(" ").map((name) => [plainName(name), [kind, text]] as const)),
  ),
);

/** What becomes of each of a site's plugins: by its name, however it is installed. */
export function pluginsTold(value: Literal): PluginTold[] {
  const names = Array.isArray(value) ? value.filter((one: Literal) => typeof one === "string") : [];
  return names.map((name) => {
    const known = namesOf(name).find((key) => TOLD.has(key)) ?? "";
    const [kind, text] = TOLD.get(known) ?? (["missing", ""] as const);
    const isMissing = kind === "missing" || kind === "moves";
    return { name, kind, text: isMissing ? `not here${text === "" ? "" : `: ${text}`}` : text };
  });
}

/** The names by which a plugin may be known: as it is installed, and without what is before its own name. */
export function namesOf(plugin: string): string[] {
  const bare = plugin.replace(/^pelican\.plugins\.|^(?:pelican[-_])?plugins\.|^minchin\.pelican\.plugins\./, "");
  return [bare, bare.replace(/^pelican[-_]/, ""), bare.replace(/^.*\./, "")].map(plainName);
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}
