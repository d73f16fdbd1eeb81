import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Build, piecesOfPage } from "../build.ts";
import type { Nunjucks, NunjucksEnvironment, NunjucksTemplate } from "../eleventy.ts";
import { minifyPage } from "../output/minify-page.ts";
import type { PureLayout } from "./layouts.ts";
import type { FastPage } from "./plan.ts";

/** Eleventy's own Nunjucks, with the filters and tags of the site and of the plugin. */
export interface Engine {
  readonly nunjucks: Nunjucks;
  readonly environment: NunjucksEnvironment;
}

/**
 * Prints pages as Eleventy does: the layout is handed the files of the data folder, its own data, and what Eleventy would
 * be told of the page.
 *
 * @param dataFiles JSON, whose names are those of the data
 */
export function pagePrinter(
  build: Build,
  { nunjucks, environment }: Engine,
  dataFiles: readonly string[],
): (page: FastPage) => Promise<string> {
  const global = Object.fromEntries(dataFiles.map((file) => [basename(file, ".json"), readData(file)]));
  const templates = new Map<PureLayout, NunjucksTemplate>();
  const templateOf = (layout: PureLayout) => {
    const known = templates.get(layout) ?? new nunjucks.Template(layout.source, environment, layout.path, false);
    templates.set(layout, known);
    return known;
  };
  return async ({ page, layout }) => {
    const { data, content } = build.frontMatters.get(page);
    const outputPath = page.saveAs;
    const context = { content, ...global, ...layout.data, ...data, page: { outputPath } };
    const html = await build.measure("pages", () => print(templateOf(layout), context));
    const { minifier } = build;
    if (!minifier) return html;
    return build.measure("minify", () => minifyPage(html, piecesOfPage(page, outputPath, build), minifier));
  };

  function print(template: NunjucksTemplate, context: object): Promise<string> {
    return new Promise((resolve, reject) => {
      // With a frame it is printed at once, where nothing in it takes its time.
      template.render(context, new nunjucks.runtime.Frame(), (error, text) => {
        if (error) reject(error);
        else resolve(text ?? "");
      });
    });
  }
}

/** As Eleventy reads it: an empty file is an empty object. */
function readData(file: string): unknown {
  const text = readFileSync(file, "utf8");
  return text === "" ? {} : JSON.parse(text);
}
