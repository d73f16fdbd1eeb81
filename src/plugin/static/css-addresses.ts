import { posix } from "node:path";
import { type Report, report } from "../findings/report.ts";
import { withoutPath } from "../html/below-path.ts";
import type { Settings } from "../settings.ts";
import { copiedFiles, type StaticFiles } from "./static-files.ts";
import type { ReadText } from "./template-pages.ts";

const FROM_ROOT = /\burl\(\s*["']?(\/(?!\/)[^\s"')]*)/g;

/**
 * Addresses from the site's root in stylesheets that are copied as they are. Where the site is below a path, or is read from
 * a disk, they lead out of it.
 */
export function cssAddresses(statics: StaticFiles, settings: Settings, readText: ReadText): Report[] {
  const { pathPrefix, relativeUrls } = settings;
  if (pathPrefix === "" && !relativeUrls) return [];
  const sheets = copiedFiles(statics).filter(([, file]) => /\.css$/i.test(file));
  return sheets.flatMap(([target, file]) => {
    const lines = (readText(file) ?? "").split(/\r\n|\r|\n/);
    return lines.flatMap((text, index) =>
      [...text.matchAll(FROM_ROOT)].flatMap(({ 0: whole, 1: url = "", index: at }) => {
        if (!relativeUrls && withoutPath(url, pathPrefix) !== undefined) return [];
        const place = { file, line: index + 1, column: at + whole.length - url.length + 1 };
        return [report("css-address", place, { url, relative: posix.relative(`/${posix.dirname(target)}`, url) })];
      }),
    );
  });
}
