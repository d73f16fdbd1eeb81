export type Severity = "error" | "warning" | "advice";

/**
 * Every kind of finding, under its stable code, with how much it matters.
 *
 * - `error`: something that an author wrote is not shown, or not where it should be.
 * - `warning`: it is shown, but most likely not as it was meant.
 * - `advice`: it works, and there is a better way to write it.
 */
export const codes = {
  "file-unreadable": "error",
  "file-not-utf8": "error",
  "file-binary": "error",
  "file-outside": "error",
  "file-empty": "warning",
  "header-line": "error",
  "header-open": "error",
  "header-cut": "error",
  "header-yaml": "error",
  "field-repeated": "warning",
  "field-reserved": "warning",
  "field-misspelt": "warning",
  "field-value": "warning",
  "date-value": "warning",
  "date-missing": "error",
  "title-missing": "warning",
  "html-as-text": "warning",
  "url-unsafe": "error",
  "url-differs": "warning",
  "url-taken": "error",
  "save-as-unsafe": "error",
  "save-as-taken": "error",
  "save-as-case": "warning",
  "template-missing": "warning",
  "parent-missing": "warning",
  "parent-loop": "warning",
  "menu-size": "warning",
  "menu-number": "warning",
  "menu-name-missing": "error",
  "menu-url-missing": "error",
  "menu-form": "error",
  "menu-parent": "error",
  "menu-key": "warning",
  "menu-twice": "warning",
  "menu-link-unsafe": "error",
  "menu-link-broken": "warning",
  "sidebar-source-missing": "warning",
  "sidebar-source-empty": "warning",
  "sidebar-loop": "warning",
  "alias-unsafe": "error",
  "alias-taken": "error",
  "address-vanished": "error",
  "source-missing": "error",
  "link-broken": "warning",
  "anchor-broken": "warning",
  "static-missing": "warning",
  "static-unsafe": "error",
  "static-taken": "error",
  "search-taken": "warning",
  "field-case": "advice",
  "address-form": "advice",
  "menu-double": "warning",
  "sidebar-copied": "advice",
  "title-repeated": "advice",
  "page-unreached": "advice",
  "image-text-missing": "advice",
  "image-damaged": "warning",
  "image-large": "warning",
  "link-unsafe": "error",
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof codes;

/**
 * Findings after which no site is made: a file that nobody could read, an address that would be lost. All files are
 * looked at first.
 */
export const STOPPING: ReadonlySet<FindingCode> = new Set([
  "file-unreadable",
  "file-not-utf8",
  "file-binary",
  "header-yaml",
  "address-vanished",
]);

/** Whether a finding makes a check fail. */
export function isFailure({ severity }: { readonly severity: Severity }, isStrict: boolean): boolean {
  return severity === "error" || (isStrict && severity === "warning");
}
