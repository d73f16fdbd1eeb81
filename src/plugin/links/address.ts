/**
 * The one form of an address in which pages are looked up: decoded, without slashes at its ends, without `index` and
 * without `.html`, so that `about`, `/about/`, `about/index.html` and `about/index` are one.
 */
export function lookupKey(address: string): string {
  return decode(address)
    .trim()
    .replace(/\.html?$/i, "")
    .replace(/(^|\/)index$/i, "$1")
    .replace(/^\/+|\/+$/g, "");
}

/** Where a visitor finds a written file: `about/index.html` is `/about/`. */
export function hrefOf(saveAs: string): string {
  const path = saveAs.replace(/(^|\/)index\.html$/, "$1");
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** An address as it is compared and shown: no slash at either end, no blanks. */
export function trimAddress(address: string): string {
  return address.trim().replace(/^\/+|\/+$/g, "");
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A lone percent sign: the text is the address.
    return address;
  }
}
