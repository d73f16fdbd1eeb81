import { rules, stopsBuild, toFindings } from "../checks/index.ts";
import { libraryMissing } from "../checks/libraries.ts";
import { sortFindings } from "../findings/finding.ts";
import { plainError } from "../findings/plain-error.ts";
import { printSummary } from "../findings/print-summary.ts";
import { hasColors, printText, tellFindings } from "../findings/tell-findings.ts";
import { reasonAgainstWriting } from "../output/check-output.ts";
import { type BesidePages, roomBesidePages } from "../output/room.ts";
import { targetsOf } from "../output/targets.ts";
import { waitingLine } from "../pages/read-pages.ts";
import { reasonAgainstLedger } from "../redirects/keep-ledger.ts";
import type { Site } from "../site.ts";
import type { Build } from "./build.ts";

/**
 * Ends a build before it writes anything, where a file could not be read, an address would be lost, or there is no room.
 *
 * @param isWritten whether the build writes anything at all
 * @throws {Error} after all findings were printed
 */
export function stopIfUnbuildable(build: Build, isWritten: boolean): void {
  const { findings, gatherer, site, directories, isFinal } = build;
  const room = () => roomBesidePages(directories.input, directories.output, besidePages(site));
  const reason = isWritten
    ? (reasonAgainstWriting(directories.output, targetsOf(site), site.html.values(), room) ??
      (isFinal ? reasonAgainstLedger(site, process.cwd()) : undefined))
    : undefined;
  if (reason !== undefined) throw plainError(`Nothing was written. ${reason}`);
  if (!findings.some(stopsBuild)) return;
  // Eleventy's command prints the message of an error twice; the findings are told once.
  printText(printSummary(findings, { sourceOf: gatherer.textOf, kinds: rules, colors: hasColors() }));
  throw plainError("Nothing was written: see the findings above.");
}

function besidePages({ files, images, pages, settings }: Site): BesidePages {
  return {
    files,
    images: settings.images ? images.files.values() : [],
    cards: settings.socialImages ? pages.length : 0,
  };
}

/** Tells what is wrong with a site, and which posts are not there yet. */
export function tellBuild(build: Build, before: Build | undefined): void {
  const { isFinal, gatherer, site, minifier } = build;
  const { strict, allowFindings } = site.settings;
  // Known only when pages are minified.
  const isLacking = minifier?.isLacking() && !allowFindings["library-missing"];
  const late = isLacking ? toFindings([libraryMissing("minify", "html-minifier-terser")]) : [];
  const findings = sortFindings([...build.findings, ...late]);
  const options = { sourceOf: gatherer.textOf, kinds: rules };
  tellFindings({ findings, before: before?.findings, isFinal, strict }, options);
  const waiting = waitingLine(site.gathered);
  if (!before || waiting !== waitingLine(before.site.gathered)) printText(waiting);
}
