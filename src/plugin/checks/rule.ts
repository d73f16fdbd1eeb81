import type { FeedFile } from "../feeds/plan-feeds.ts";
import type { HasLayout, Layouts } from "../files/layouts.ts";
import type { Library } from "../files/libraries.ts";
import type { Edit, Place, Severity } from "../findings/finding.ts";
import type { Kind } from "../findings/print-summary.ts";
import type { Report } from "../findings/report.ts";
import type { FindingCode, ReportValues } from "../findings/report-values.ts";
import type { Scanned } from "../html/scan.ts";
import type { Images } from "../images/find-sources.ts";
import type { Menus } from "../menus/menu.ts";
import type { SiteLinks } from "../menus/site-links.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import type { Translations } from "../pages/translations.ts";
import type { Settings } from "../settings.ts";
import type { Example } from "./examples.ts";

/** All that the project knows of one kind of finding. */
export interface Rule<Code extends FindingCode> extends Kind {
  readonly severity: Severity;
  /** Whether it is an error all the same, for what is lost by it. */
  readonly isError?: (values: ReportValues[Code]) => boolean;
  /** No site is made after it, and the settings cannot switch it off. All files are looked at first. */
  readonly stopsBuild?: true;
  /** The field concerned, where it is always the same; where the values name one, it is that. */
  readonly field?: string;
  /** What is wrong. */
  readonly message: Words<Code>;
  /** What follows from it for the site's visitors. */
  readonly consequence: Words<Code>;
  /** What to write instead. */
  readonly fix: Words<Code>;
  /** What it is about, where many are about the same. */
  readonly target?: (values: ReportValues[Code], place: Place) => string | undefined;
  /** The changes that fix it; left out where there is no one right answer. */
  readonly edits?: (values: ReportValues[Code], place: Place) => readonly Edit[];
  /** Finds it in the site as a whole; left out where a reader of the content reports it. */
  readonly look?: (site: CheckedSite) => readonly Report[];
  /** A mistake, and how it is written rightly. */
  readonly example: Example;
}

/** The rules of one group. */
export type Rules = { readonly [Code in FindingCode]?: Rule<Code> };

type Words<Code extends FindingCode> = string | ((values: ReportValues[Code], place: Place) => string);

/** What rules look at in a whole site. */
export interface CheckedSite {
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  readonly menus: Menus;
  readonly links: SiteLinks;
  readonly feeds: readonly FeedFile[];
  readonly translations: Translations;
  readonly scanned: ReadonlyMap<Page, Scanned>;
  /** What pages' `Summary` fields say, of those with more than plain text. */
  readonly summaries: ReadonlyMap<Page, Scanned>;
  readonly settings: Settings;
  /** The names of the layouts that a `Template` may ask for. */
  readonly layouts: Layouts;
  readonly hasLayout: HasLayout;
  /** The images of texts. */
  readonly images: Images;
  readonly isInstalled: (library: Library) => boolean;
  /** The files of the content that a link may name: pages and others. */
  readonly sources: ReadonlySet<string>;
  /** The files that are written besides the pages: lists, feeds, static files. */
  readonly others: readonly string[];
}
