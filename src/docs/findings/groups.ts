import { addresses, files } from "./addresses.ts";
import type { FindingGroup } from "./example.ts";
import { fields, headers } from "./headers.ts";
import { menuLists } from "./menu-lists.ts";
import { menus, sections } from "./menus.ts";
import { texts } from "./texts.ts";

/** Every finding, on pages of its kind. A finding without an example makes a test fail. */
export const findingGroups: readonly FindingGroup[] = [
  headers,
  fields,
  menus,
  sections,
  menuLists,
  addresses,
  files,
  texts,
];
