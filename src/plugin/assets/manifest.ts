import type { Settings } from "../settings.ts";
import { directionOf } from "../words/direction.ts";
import { ASSETS, type Assets } from "./assets.ts";

/**
 * What a phone shows when the site is on its home screen. Its icons are the assets that are named for their size:
 * `icon-192.png`. Source: https://www.w3.org/TR/appmanifest/
 */
export function manifest(settings: Settings, { files }: Assets): string {
  const { siteName, defaultLang, themeColor, pathPrefix, relativeUrls, manifestSaveAs } = settings;
  const root = relativeUrls ? "../".repeat(manifestSaveAs.split("/").length - 1) || "./" : `${pathPrefix}/`;
  const icons = [...files.keys()].flatMap((file) => {
    const size = ICON.exec(file)?.[1];
    return size === undefined ? [] : [{ src: root + file, sizes: `${size}x${size}`, type: "image/png" }];
  });
  const content = {
    name: siteName,
    short_name: siteName,
    lang: defaultLang,
    dir: directionOf(defaultLang) === "rtl" ? "rtl" : undefined,
    start_url: root,
    // With the browser's own buttons: the site has none.
    display: "browser",
    theme_color: themeColor.light || undefined,
    background_color: themeColor.light || undefined,
    icons,
  };
  return `${JSON.stringify(content)}\n`;
}

const ICON = new RegExp(`^${ASSETS}/icon-(\\d+)\\b.*\\.png$`);
