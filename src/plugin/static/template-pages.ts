import { templateParts } from "../dialect/template-parts.ts";
import { IN_SETTINGS, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { escapeHtml } from "../html/escape.ts";
import { replaceParts } from "../html/tags.ts";
import { reasonAgainst } from "../pages/paths.ts";
import type { Settings } from "../settings.ts";

/** The text of a file of the content folder, by its path from there; undefined where there is none. */
export type ReadText = (file: string) => string | undefined;

/** A file that is made of a template of Pelican's. */
export interface TemplatePage {
  readonly saveAs: string;
  readonly text: string;
}

interface Made {
  readonly pages: readonly TemplatePage[];
  readonly reports: readonly Report[];
}

/** A setting, and whether it is printed as it is. */
const PRINTED = /^\{\{-?\s*([A-Z][A-Z\d_]*)\s*(?:\|\s*(safe|e|escape)\s*)?-?\}\}$/;

/**
 * The files of `templatePages`. A template that only prints settings is filled in; of any other nothing is made, and it is
 * said: here are no articles and pages as Jinja knows them.
 * Source: https://docs.getpelican.com/en/latest/settings.html (TEMPLATE_PAGES)
 */
export function makeTemplatePages(settings: Settings, readText: ReadText): Made {
  const values = printable(settings);
  const made = Object.entries(settings.templatePages).map(([source, saveAs]): Made => {
    const text = reasonAgainst(source) === undefined ? readText(source) : undefined;
    const unread = text === undefined ? "" : unreadIn(text, values);
    if (text === undefined || unread !== undefined) {
      const place = text === undefined ? IN_SETTINGS : placeIn(source, positionOf(unread ?? "", text));
      return { pages: [], reports: [report("template-page-unread", place, { source, saveAs, part: unread ?? "" })] };
    }
    return { pages: [{ saveAs, text: filled(text, values, /\.(?:html?|xml|svg)$/i.test(saveAs)) }], reports: [] };
  });
  return { pages: made.flatMap(({ pages }) => pages), reports: made.flatMap(({ reports }) => reports) };
}

/** The settings as Pelican's templates know them: `siteName` is SITENAME, `articleUrl` ARTICLE_URL. */
function printable(settings: Settings): ReadonlyMap<string, string> {
  const names: Readonly<Record<string, string>> = { siteName: "SITENAME", siteUrl: "SITEURL" };
  return new Map(
    Object.entries(settings).flatMap(([option, value]) => {
      const name = names[option] ?? option.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase();
      return typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [];
    }),
  );
}

/** The first part of a template that is not read here. */
function unreadIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  const parts = templateParts(text).filter((part) => !part.text.startsWith("{#"));
  return parts.find((part) => !values.has(PRINTED.exec(part.text)?.[1] ?? ""))?.text;
}

function filled(text: string, values: ReadonlyMap<string, string>, isMarkup: boolean): string {
  const filledIn = templateParts(text).map((part) => {
    const [, name = "", filter] = PRINTED.exec(part.text) ?? [];
    const value = values.get(name) ?? "";
    return { ...part, text: isMarkup && filter !== "safe" ? escapeHtml(value) : value };
  });
  return replaceParts(text, filledIn);
}

function positionOf(part: string, text: string) {
  const lines = text.slice(0, text.indexOf(part)).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
