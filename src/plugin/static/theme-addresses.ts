import { decodeAddress, NOWHERE, parseUrl } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import { withoutPath } from "../html/below-path.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Settings } from "../settings.ts";
import { copiedFiles, type StaticFiles } from "./static-files.ts";
import type { ReadText } from "./template-pages.ts";

/** Where Pelican puts the files of its theme (THEME_STATIC_DIR). */
export const THEME = "/theme/";
const ADDRESS = /\b(?:href|src)\s*=\s*["']?([^"'\s>]*\btheme\/[^"'\s>]*)/gi;

/** Addresses of files of Pelican's theme, which is not here, in pages that are copied as they are: nothing else reads these. */
export function themeAddresses(statics: StaticFiles, { pathPrefix }: Settings, readText: ReadText): Report[] {
  const copied = copiedFiles(statics);
  const there = new Set(copied.map(([target]) => target));
  return copied.flatMap(([target, file]) => {
    const lines = isHtmlFile(file) ? (readText(file) ?? "").split(/\r\n|\r|\n/) : [];
    return lines.flatMap((text, index) =>
      [...text.matchAll(ADDRESS)].flatMap(({ 0: whole, 1: link = "", index: at }) => {
        const url = parseUrl(link, `${NOWHERE}/${target}`);
        const path = decodeAddress(
          url?.origin === NOWHERE ? (withoutPath(url.pathname, pathPrefix) ?? url.pathname) : "",
        );
        if (!path.startsWith(THEME) || there.has(path.slice(1))) return [];
        const place = { file, line: index + 1, column: at + whole.length - link.length + 1 };
        const values = { link, isImage: false, folder: undefined, near: undefined, file: undefined, ofTheme: path };
        return [report("link-broken", place, values)];
      }),
    );
  });
}
