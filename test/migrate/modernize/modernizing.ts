/** Files that are modernized without a disk, and what of them is to be the same. */

import type { Form } from "../../../src/migrate/modernize/menu-text.ts";
import { type Modernized, modernizeFile } from "../../../src/migrate/modernize/modernize-file.ts";
import type { Page } from "../../../src/plugin/pages/page.ts";
import { readPage } from "../../../src/plugin/pages/read-page.ts";
import { settingsSchema } from "../../../src/plugin/settings.ts";

const SETTINGS = settingsSchema.parse({});

export function modernized(text: string, form: Form = "menu", path = "a.md"): Modernized | undefined {
  return modernizeFile({ path, text }, form, SETTINGS);
}

/** The new text. @throws where the file stays as it is */
export function rewritten(text: string, form: Form = "menu", path = "a.md"): string {
  const made = modernized(text, form, path);
  if (made?.kind !== "rewritten") throw new Error(`not rewritten: ${made?.reason ?? "no numbered fields"}`);
  return made.text;
}

export function pageOfText(text: string, path = "a.md"): Page {
  return readPage({ path, text }, SETTINGS).page;
}

/** What visitors and templates get of a page. */
export function essence({ header, place, dropdown, sidebar, fields, metadata, ...facts }: Page): unknown {
  const entries = (all: typeof dropdown) => all?.map(({ title, url }) => [title, url]);
  const { dropdownMenuSize, sidebarMenuSize, ...values } = fields;
  const others = Object.entries(metadata).filter(([key]) => !/_\d+$/.test(key));
  return JSON.parse(
    JSON.stringify({
      ...facts,
      fields: Object.entries(values).sort(),
      metadata: others.sort(),
      dropdown: entries(dropdown),
      sidebar: { ...sidebar, entries: entries(sidebar.entries) },
      body: header.body,
    }),
  );
}
