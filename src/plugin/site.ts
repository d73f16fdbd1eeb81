import { createStore, type Store } from "./cache/store.ts";
import { withoutHabits } from "./checks/habits.ts";
import { checkSite, findingsOf, stopsBuild } from "./checks/index.ts";
import { rawReports } from "./checks/losses.ts";
import type { CheckedSite } from "./checks/rule.ts";
import { hasHost, hrefOf } from "./dialect/address.ts";
import type { FeedFile } from "./feeds/plan-feeds.ts";
import type { HasLayout, Layouts } from "./files/layouts.ts";
import { isInstalled } from "./files/libraries.ts";
import { FileTooLarge } from "./findings/bounds.ts";
import { type Finding, placeIn } from "./findings/finding.ts";
import { suggestAddresses } from "./findings/nearest.ts";
import { type Report, report } from "./findings/report.ts";
import { withAnchors } from "./html/anchors.ts";
import { isHtmlFile } from "./html/is-html-file.ts";
import { type Scanned, scan } from "./html/scan.ts";
import { mayBeUnread } from "./html/unread.ts";
import type { Picture } from "./images/draw-images.ts";
import { findSources, type Images } from "./images/find-sources.ts";
import type { ReadImage } from "./images/image-file.ts";
import { type ShownImages, showImages } from "./images/show-images.ts";
import type { InputPaths } from "./links/input-paths.ts";
import type { Attachment, Sources } from "./links/source-links.ts";
import { isFirstPage, type List } from "./lists/list.ts";
import { type Memoized, memoize } from "./maps/memoize.ts";
import type { Render } from "./markdown/index.ts";
import type { Page } from "./pages/page.ts";
import type { Gathered } from "./pages/read-pages.ts";
import type { Ledger } from "./redirects/ledger.ts";
import type { Settings } from "./settings.ts";
import { cssAddresses } from "./static/css-addresses.ts";
import { copiedFiles } from "./static/static-files.ts";
import { makeTemplatePages, type ReadText, type TemplatePage } from "./static/template-pages.ts";
import { themeAddresses } from "./static/theme-addresses.ts";
import { allParts, makeStructure, type Structure } from "./structure.ts";
import type { MadeFile } from "./texts/included-notebooks.ts";
import {
  type Contents,
  descriptionsOf,
  nothingRendered,
  type Rendered,
  renderContents,
  summaryOf,
} from "./texts/render-texts.ts";
import { type Measure, unmeasured } from "./times/stopwatch.ts";
import { findWords } from "./words/find-words.ts";

/** A whole site as data: what is written and printed, and what is wrong with it. */
export interface Site extends Structure {
  readonly subsites: readonly Site[];
  /** The rendered bodies. */
  readonly html: ReadonlyMap<Page, string>;
  /** The bodies as the pages show them: with anchors beside the headings. */
  readonly textOf: (page: Page) => string;
  /** Renders a body that a template engine has changed in the meantime, in the place of the one that was rendered. */
  readonly renderAgain: (page: Page, body: string) => void;
  readonly scanned: ReadonlyMap<Page, Scanned>;
  /** Fields of the site's own, of pages of which some are Markdown: these as HTML. */
  readonly metadata: Contents["metadata"];
  /** What lists show of the posts. */
  readonly summaries: Memoized<Page, string>;
  /** What search engines show, of the pages that have a `Summary`. */
  readonly descriptions: ReadonlyMap<Page, string>;
  /** The static files that are copied. */
  readonly files: readonly Attachment[];
  /** What is made of Pelican's templates. */
  readonly templatePages: readonly TemplatePage[];
  /** The pictures of notebooks that texts show. */
  readonly made: readonly MadeFile[];
  /** Notebooks that texts show, from the content folder. */
  readonly notebooks: ReadonlySet<string>;
  readonly images: Images;
  /** What was drawn of the images, by their files: nothing, before a build draws. */
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** Every address that the site has, with what is there. */
  readonly published: Ledger;
  readonly findings: readonly Finding[];
}

/** What a site is made with, besides its content and settings. */
export interface Means {
  /** The names of the layouts that a `Template` may ask for. */
  readonly layouts: Layouts;
  /** Whether what a front matter of Eleventy's names as its layout is there; without it everything is. */
  readonly hasLayout?: HasLayout;
  readonly markdown: Render;
  /** What a template engine has made of pages' texts, by their files. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What paths of source files in links stand for, where Eleventy makes addresses of them. */
  readonly inputPaths?: InputPaths | undefined;
  /** Without it, those that are there count. */
  readonly isInstalled?: CheckedSite["isInstalled"];
  /** Without it no image has a size: the files are not there. */
  readonly readImage?: ReadImage;
  /** The text of a file of the content; without it no template of Pelican's is read. */
  readonly readText?: ReadText;
  /** What was made of texts before; without it everything is made anew. */
  readonly store?: Store;
  /** Notes what each part takes. */
  readonly measure?: Measure;
}

/** Reads the texts of a site's pages: what they show, where their links lead, and what is wrong with all of it. */
export function readTexts(structure: Structure, means: Means): Site {
  const { measure = unmeasured } = means;
  const { settings, statics } = structure;
  const { readText, reports: ofLarge } = boundedReader(means.readText);
  const raw = (structure.gathered.unmade?.raw ?? []).filter((file) => !statics.copied.has(file));
  const suggest = suggestAddresses(
    [...structure.gathered.pages.map(({ file }) => file), ...statics.targets.keys()].map((address) => ({ address })),
  );
  const [store, rendered] = [means.store ?? createStore(), nothingRendered()];
  const read = measure("Markdown", () =>
    allParts(structure).map((part) => ({
      part,
      contents: contentsOf(part, suggest, { ...means, readText, store, rendered }),
    })),
  );
  const ofSources = sourcesOf(structure.gathered.pages, settings);
  const ofTexts = read.flatMap(({ contents }) => contents.attachments);
  const files = filesOf(allParts(structure), [...ofTexts, ...ofSources]);
  const ofTemplates = makeTemplatePages(settings, readText);
  const texts = [...rendered.html, ...rendered.summaries];
  const images = measure("images", () =>
    findSources(texts, files, means.readImage ?? (() => undefined), settings.siteUrl),
  );
  const made = read.flatMap(({ contents }) => contents.made);
  const notebooks = new Set(read.flatMap(({ contents }) => [...contents.notebooks]));
  const written = [
    ...ofTexts.map(({ to }) => to),
    ...made.map(({ saveAs }) => saveAs),
    ...ofTemplates.pages.map(({ saveAs }) => saveAs),
  ];
  const reports = measure("checks", () => [
    ...structure.reports.flatMap((one) => withoutShown(one, notebooks)),
    ...images.reports,
    ...ofTemplates.reports,
    ...rawReports(raw.filter((file) => files.some(({ from }) => from === file))),
    ...read.flatMap(({ part, contents }) => faultsOf(part, contents, images, written, { ...means, readText })),
    // What was asked for is known by now.
    ...ofLarge,
  ]);
  const told = withoutHabits(reports, structure.gathered.pages.length).filter(
    (one) => stopsBuild(one) || !settings.allowFindings[one.code],
  );
  const fenced = structure.gathered.pages.filter(({ file, header }) => isHtmlFile(file) && header.syntax !== "html");
  const shared = { files, templatePages: ofTemplates.pages, made, notebooks, images, pictures: new Map() };
  const sites = read.map(({ part, contents }) => siteOf(part, contents, shared));
  const [whole, ...subsites] = sites as [Site, ...Site[]];
  return {
    ...whole,
    subsites,
    renderAgain: (page, body) => sites.find((one) => one.settings.subsite === page.subsite)?.renderAgain(page, body),
    published: Object.assign({}, ...sites.map(({ published }) => published)),
    findings: findingsOf(told, new Set(fenced.map(({ file }) => file))),
  };
}

/** Reads files that texts and settings name; one that has more than is read is reported, and counts as none. */
function boundedReader(readText: ReadText = () => undefined) {
  const reports: Report[] = [];
  const read: ReadText = (file) => {
    try {
      return readText(file);
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error;
      reports.push(report("file-too-large", placeIn(file), { megabytes: error.megabytes, most: error.most }));
      return undefined;
    }
  };
  return { readText: read, reports };
}

/** What the texts of all parts are made with, and where they are put. */
interface TextMeans extends Means {
  readonly store: Store;
  readonly rendered: Rendered;
}

/** The texts of one part of a site. */
function contentsOf(part: Structure, suggest: Sources["suggest"], means: TextMeans): Contents {
  const { settings, pages, copies, statics, gathered } = part;
  const { unread = [], raw = [] } = gathered.unmade ?? {};
  const isLinked = (page: Page) => !copies.has(page) || page.status !== "draft";
  const sources = {
    // What nobody is to read in the part is where it is in the first place.
    pages: new Map([...gathered.pages, ...pages.filter(isLinked)].map((page) => [page.file, page])),
    assets: statics.targets,
    unmade: new Set([...unread, ...raw.filter((file) => !statics.copied.has(file))]),
    leftOut: new Set(gathered.leftOut),
    assetHrefs: statics.hrefs,
    terms: part.termHrefs,
    suggest,
    settings,
    readText: means.readText,
    inputPaths: means.inputPaths,
  };
  const unwritten = gathered.unwritten?.filter(({ subsite }) => subsite === settings.subsite) ?? [];
  return renderContents([...pages, ...unwritten], sources, means.markdown, means.store, means.texts, means.rendered);
}

/** What is wrong with the pages and texts of one part. What is wrong with a copy is said of the page that it is of. */
function faultsOf(
  part: Structure,
  { scanned, summaries, reports }: Contents,
  images: Images,
  written: readonly string[],
  means: Means,
): Report[] {
  const { settings, index, menus, links, feeds, lists, translations, copies, statics } = part;
  const pages = copies.size === 0 ? part.pages : part.pages.filter((page) => !copies.has(page));
  const ofCopies = new Set([...copies].map(({ file }) => file));
  return [
    ...reports.filter(({ file }) => !ofCopies.has(file)),
    ...cssAddresses(statics, settings, means.readText ?? (() => undefined)),
    ...themeAddresses(statics, settings, means.readText ?? (() => undefined)),
    ...checkSite({
      pages,
      index,
      menus,
      links,
      feeds,
      translations,
      scanned,
      summaries: scannedSummaries(summaries),
      settings,
      layouts: means.layouts,
      hasLayout: means.hasLayout ?? (() => true),
      images,
      isInstalled: means.isInstalled ?? isInstalled,
      others: [...part.others, ...written, ...lists.map(({ href }) => href)],
      sources: new Set([...part.gathered.pages.map(({ file }) => file), ...statics.targets.keys()]),
    }),
  ];
}

/** Most are plain text in a paragraph. */
function scannedSummaries(summaries: Contents["summaries"]): Map<Page, Scanned> {
  const rich = [...summaries].filter(([, html]) => /<(?!\/?p>)/.test(html) || mayBeUnread(html));
  return new Map(rich.map(([page, html]) => [page, scan(html)]));
}

function siteOf(
  part: Structure,
  contents: Contents,
  shared: Pick<Site, "files" | "templatePages" | "made" | "notebooks" | "images" | "pictures">,
): Site {
  const { html, scanned, renderAgain, metadata } = contents;
  const { settings, pages, lists, feeds } = part;
  return {
    ...part,
    ...shared,
    subsites: [],
    html,
    scanned,
    renderAgain,
    metadata,
    textOf: textFinder({ html, scanned, settings, ...shared }),
    summaries: memoize((post) => summaryOf(post, contents, settings)),
    descriptions: descriptionsOf(contents),
    published: publishedBy(pages, lists, feeds, shared.files),
    findings: [],
  };
}

/** The one way through the house, for pages that have been gathered. */
export function makeSite(gathered: Gathered, settings: Settings, means: Means): Site {
  return readTexts(makeStructure(gathered, settings, means.layouts, means.measure), means);
}

/** The site with pictures that were drawn of its images. */
export function withPictures(site: Site, pictures: Site["pictures"]): Site {
  const shown = (one: Site): Site => ({ ...one, pictures, textOf: textFinder({ ...one, pictures }) });
  return { ...shown(site), subsites: site.subsites.map(shown) };
}

/** The site where no pictures for social networks can be drawn: its pages name none. */
export function withoutCards(site: Site): Site {
  const shown = (one: Site): Site => ({ ...one, settings: { ...one.settings, socialImages: false } });
  return { ...shown(site), subsites: site.subsites.map(shown) };
}

function textFinder(site: ShownImages & Pick<Site, "html" | "scanned" | "settings">): Site["textOf"] {
  const wordsFor = memoize((lang: string) => findWords(lang, site.settings.words));
  return (page) => {
    const text = withAnchors(site.html.get(page) ?? "", site.scanned.get(page)?.headings ?? [], wordsFor(page.lang));
    return showImages(text, page, site, "page");
  };
}

/** A notebook that a text shows needs no page of its own. */
function withoutShown(one: Report, shown: ReadonlySet<string>): Report[] {
  if (one.code !== "source-unread" || shown.size === 0) return [one];
  const files = one.values.files.filter((file) => !shown.has(file));
  return files.length === 0 ? [] : [{ ...one, values: { ...one.values, files } }];
}

/** The sources of published pages, where the settings have them beside these. */
function sourcesOf(pages: readonly Page[], { outputSources, outputSourcesExtension: ending }: Settings): Attachment[] {
  const published = outputSources ? pages.filter(({ status }) => status === "published") : [];
  return published.map(({ file, saveAs }) => ({ from: file, to: saveAs.replace(/(\.[^./]*)?$/, () => ending) }));
}

function filesOf(parts: readonly Structure[], attachments: readonly Attachment[]): Attachment[] {
  const copied = parts.flatMap(({ statics }) => copiedFiles(statics)).map(([to, from]) => ({ from, to }));
  return [...new Map([...copied, ...attachments].map((file) => [file.to, file])).values()];
}

/** Further pages of a list come and go with its posts; nobody links to them. */
function publishedBy(
  pages: readonly Page[],
  lists: readonly List[],
  feeds: readonly FeedFile[],
  files: readonly Attachment[],
): Ledger {
  const ofPages = pages.filter(({ status }) => status !== "draft").map((page) => [page.href, page.file] as const);
  const ofLists = lists
    .filter((list) => list.kind !== "drafts" && isFirstPage(list))
    .map((list) => [list.href, `the list “${list.title || list.heading}”`] as const);
  const ofFeeds = feeds.map((feed) => [hrefOf(feed.saveAs), `the feed “${feed.title}”`] as const);
  const ofFiles = files.map(({ from, to }) => [hrefOf(to), from] as const);
  const all = [...ofFiles, ...ofFeeds, ...ofLists, ...ofPages];
  return Object.fromEntries(all.filter(([href]) => !hasHost(href)));
}
