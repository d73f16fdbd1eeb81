import { rules, stopsBuild } from "../checks/index.ts";
import { installationOf } from "../files/libraries.ts";
import { plainError } from "../findings/plain-error.ts";
import { printSummary } from "../findings/print-summary.ts";
import { hasColors, printText, tellFindings } from "../findings/tell-findings.ts";
import { reasonAgainstWriting } from "../output/check-output.ts";
import type { Site } from "../site.ts";
import type { Build } from "./build.ts";

/**
 * Ends a build before it writes anything, where a file could not be read, an address would be lost, or there is no room.
 *
 * @param isWritten whether the build writes anything at all
 * @throws {Error} after all findings were printed
 */
export function stopIfUnbuildable({ findings, gatherer, site, directories }: Build, isWritten: boolean): void {
  const reason = isWritten ? reasonAgainstWriting(directories.output, targetsOf(site), site.html.values()) : undefined;
  if (reason !== undefined) throw plainError(`Nothing was written. ${reason}`);
  if (!findings.some(stopsBuild)) return;
  // Eleventy's command prints the message of an error twice; the findings are told once.
  printText(printSummary(findings, { sourceOf: gatherer.textOf, kinds: rules, colors: hasColors() }));
  throw plainError("Nothing was written: see the findings above.");
}

/**
 * Ends a build before it writes anything, where a setting asks for what only a library can make that is not installed. What
 * costs no more than size or speed is made without.
 *
 * @throws {Error} that names the setting and what to install
 */
export function stopIfUninstalled({ lists, settings }: Pick<Site, "lists" | "settings">): void {
  const search = lists.some(({ kind }) => kind === "search") ? installationOf("pagefind") : undefined;
  const cards = settings.socialImages ? installationOf("@resvg/resvg-js", "@expo-google-fonts/roboto-slab") : undefined;
  const faults = [
    ...(search === undefined ? [] : [`The setting searchSaveAs needs an index of the site: ${search}`]),
    ...(cards === undefined ? [] : [`The setting socialImages needs pictures to be drawn: ${cards}`]),
  ];
  if (faults.length > 0) throw plainError(`Nothing was written. ${faults.join("\n")}`);
}

function targetsOf({ pages, lists, feeds, files }: Site): string[] {
  return [...[...pages, ...lists, ...feeds].map(({ saveAs }) => saveAs), ...files.map(({ to }) => to)];
}

/** Tells what is wrong with a site. */
export function tellBuild({ findings, isFinal, gatherer, site }: Build, before: Build | undefined): void {
  const { strict } = site.settings;
  const options = { sourceOf: gatherer.textOf, kinds: rules };
  tellFindings({ findings, before: before?.findings, isFinal, strict }, options);
}
