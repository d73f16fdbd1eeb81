import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Build, piecesOfPage, plainError } from "../build.ts";
import type { Nunjucks, NunjucksEnvironment, NunjucksTemplate } from "../eleventy.ts";
import { filesBelow } from "../files/files-below.ts";
import type { FrontMatter } from "../front-matter.ts";
import { onDemand } from "../on-demand.ts";
import type { Pieces } from "../output/pieces.ts";
import type { Page } from "../pages/page.ts";
import type { PureLayout } from "./layouts.ts";
import type { FastPage } from "./plan.ts";

/** Eleventy's own Nunjucks, with the filters and tags of the site and of the plugin. */
export interface Engine {
  readonly nunjucks: Nunjucks;
  readonly environment: NunjucksEnvironment;
}

/** A page as its layout prints it. */
export interface PrintedPage {
  readonly html: string;
  readonly pieces: Pieces;
}

/** @throws {Error} that names the page */
export type PrintPage = (page: FastPage, frontMatter: FrontMatter) => Promise<PrintedPage>;

/**
 * Prints pages as Eleventy does: the layout is handed the files of the data folder, its own data, and what Eleventy would
 * be told of the page.
 */
export function pagePrinter(build: Build, { nunjucks, environment }: Engine): PrintPage {
  const global = readData(resolve(build.directories.data));
  const templates = onDemand(({ source, path }: PureLayout) => new nunjucks.Template(source, environment, path, false));
  return async ({ page, layout }, { data, content }) => {
    const outputPath = page.saveAs;
    const context = { content, ...global, ...layout.data, ...data, page: { outputPath } };
    const printed = build.measure("pages", () => print(templates.get(layout), context, nunjucks));
    const html = await printed.catch(unprintable(page));
    return { html, pieces: piecesOfPage(page, outputPath, build) };
  };
}

/** @returns throws again what names the page, too */
function unprintable({ file }: Page): (error: unknown) => never {
  return (error) => {
    throw plainError(`${file} cannot be printed: ${error instanceof Error ? error.message : String(error)}`);
  };
}

function print(template: NunjucksTemplate, context: object, { runtime }: Nunjucks): Promise<string> {
  return new Promise((done, fail) => {
    // With a frame it is printed at once, where nothing in it takes its time.
    template.render(context, new runtime.Frame(), (error, text) => {
      if (error) fail(error);
      else done(text ?? "");
    });
  });
}

/** The files of the data folder, by their names, as Eleventy reads them: an empty file is an empty object. */
function readData(folder: string): Record<string, unknown> {
  const entries = filesBelow(folder).map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return [basename(file, ".json"), text === "" ? {} : JSON.parse(text)] as const;
  });
  return Object.fromEntries(entries);
}
