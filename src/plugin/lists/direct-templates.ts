import type { Layouts } from "../files/layouts.ts";
import type { Settings } from "../settings.ts";

/** The lists that Pelican writes by itself, whether there are posts for them or not. */
export const DIRECT_TEMPLATES = ["index", "tags", "categories", "authors", "archives"] as const;

export type DirectTemplate = (typeof DIRECT_TEMPLATES)[number];

/** A list that a layout of the site's own prints. */
export interface OwnTemplate {
  readonly name: string;
  readonly saveAs: string;
  /** Undefined where the site has no such layout: then it is a list of all posts. */
  readonly layout: string | undefined;
}

/** Whether one of Pelican's lists is made. */
export function isMade(name: DirectTemplate, { directTemplates }: Pick<Settings, "directTemplates">): boolean {
  return directTemplates === null || directTemplates.includes(name);
}

/**
 * The further lists that the settings name.
 * Source: https://docs.getpelican.com/en/latest/settings.html (DIRECT_TEMPLATES)
 */
export function ownTemplates(
  { directTemplates, directTemplatesSaveAs: files }: Pick<Settings, "directTemplates" | "directTemplatesSaveAs">,
  layouts: Layouts,
): OwnTemplate[] {
  const known: readonly string[] = DIRECT_TEMPLATES;
  const own = directTemplates?.filter((name) => !known.includes(name)) ?? [];
  return own.map((name) => ({
    name,
    saveAs: Object.hasOwn(files, name) ? (files[name] ?? "") : `${name}.html`,
    layout: layouts.has(name) ? name : undefined,
  }));
}
