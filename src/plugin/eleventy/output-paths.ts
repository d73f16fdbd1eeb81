import { type AddressForm, addressOf, decodeAddress, encodePath, hrefOf, lookupKey } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";

/**
 * A page where Eleventy puts it.
 *
 * @param saveAs the file that Eleventy writes, from the output folder
 * @param address what Eleventy calls the page's url
 * @param form what links say
 */
export function placedAt(page: Page, saveAs: string, address: string | false | undefined, form: AddressForm): Page {
  const href =
    changedAddress(saveAs, address) ?? (saveAs === page.saveAs ? page.href : addressOf(saveAs, undefined, form));
  if (saveAs === page.saveAs && href === page.href) return page;
  const url = page.fields.url === undefined && saveAs !== page.saveAs ? lookupKey(saveAs) : page.url;
  return { ...page, saveAs, url, href };
}

/**
 * The address of a file, where a configuration gives it another than that of its path.
 * Source: https://www.11ty.dev/docs/config/#add-url-transform
 */
function changedAddress(saveAs: string, address: string | false | undefined): string | undefined {
  if (typeof address !== "string" || !address.startsWith("/") || address.startsWith("//")) return undefined;
  const plain = decodeAddress(hrefOf(saveAs)).replace(/\/index\/?$/, "/");
  return address === plain ? undefined : encodePath(address);
}
