import { fragmentsOf } from "../eleventy/fragments.ts";
import type { FrontMatter } from "../eleventy/front-matter.ts";
import type { Nunjucks, NunjucksEnvironment, NunjucksTemplate } from "../eleventy/types.ts";
import { messageOf, plainError } from "../findings/plain-error.ts";
import type { Fragments } from "../html/minify/fragments.ts";
import { memoize } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import type { BuildToWrite } from "./build.ts";
import type { FastPage, PureLayout } from "./layouts.ts";

/** Eleventy's own Nunjucks, with the filters and tags of the site and of the plugin. */
export interface Engine {
  readonly nunjucks: Nunjucks;
  readonly environment: NunjucksEnvironment;
}

/** A page as its layout prints it. */
export interface PrintedPage {
  readonly html: string;
  readonly fragments: Fragments;
}

/** @throws {Error} that names the page */
export type PrintPage = (page: FastPage, frontMatter: FrontMatter) => Promise<PrintedPage>;

/** Prints pages as Eleventy does: the layout is handed what Eleventy would be told of the page. */
export function pagePrinter(build: BuildToWrite, { nunjucks, environment }: Engine): PrintPage {
  const templates = memoize(({ source, path }: PureLayout) => new nunjucks.Template(source, environment, path, false));
  return async ({ page, layout }, { data, content }) => {
    const outputPath = page.saveAs;
    const context = { content, ...data, page: { outputPath } };
    const printed = build.measure("pages", () => print(templates(layout), context, nunjucks));
    const html = await printed.catch(unprintable(page));
    return { html, fragments: fragmentsOf(page, outputPath, build) };
  };
}

/** @returns throws again what names the page, too */
function unprintable({ file }: Page): (error: unknown) => never {
  return (error) => {
    throw plainError(`${file} cannot be printed: ${messageOf(error)}`);
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
