import type { Settings } from "../settings.ts";

/**
 * Whether a server finds a file at an address by itself. All of them find a file by its name and a folder's index; most add
 * `.html`, and Netlify and Cloudflare Pages do so behind a slash, too.
 *
 * @param path the address, decoded and without the slash that it begins with
 * @param isFile whether a file is there, from the site's folder
 */
export function isServed(path: string, isFile: (file: string) => boolean, host: Settings["host"]): boolean {
  const isFolder = path === "" || path.endsWith("/");
  const bare = path.replace(/\/$/, "");
  if (isFolder ? isFile(`${path}index.html`) : isFile(path) || isFile(`${path}/index.html`)) return true;
  const addsEnding = host !== "none" && (!isFolder || host === "netlify" || host === "cloudflare");
  return addsEnding && isFile(`${bare}.html`);
}
