/**
 * The one form of an address in which pages are looked up: decoded, without slashes at its ends, without `index` and
 * without `.html`, so that `about`, `/about/`, `about/index.html` and `about/index` are one.
 */
export function lookupKey(address: string): string {
  const key = decodeAddress(address)
    .trim()
    .replace(/\.html?$/i, "")
    .replace(/(^|\/)index$/i, "$1");
  return trimSlashes(key);
}

/** Where a visitor finds a written file: `about/index.html` is `/about/`. */
export function hrefOf(saveAs: string): string {
  const path = saveAs.replace(/(^|\/)index\.html$/, "$1");
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The file that is written behind an address: the other way round. */
export function fileOfHref(href: string): string {
  return `${decodeAddress(href).replace(/^\//, "")}${href.endsWith("/") ? "index.html" : ""}`;
}

/** An address as it is compared and shown: no slash and no whitespace at either end. */
export function trimAddress(address: string): string {
  return trimSlashes(address.trim());
}

/** By hand: a regular expression for the slashes at the end takes time that grows with the square of a run of them. */
function trimSlashes(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === "/") start++;
  while (end > start && text[end - 1] === "/") end--;
  return text.slice(start, end);
}

/** An address as browsers read it; undefined where it is none. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** An address without its percent signs; one that holds a lone sign is taken as it is. */
export function decodeAddress(address: string): string {
  if (!address.includes("%")) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    // A lone percent sign: the text is the address.
    return address;
  }
}
