import { addresses } from "./addresses.ts";
import type { FindingGroup } from "./example.ts";
import { headers } from "./headers.ts";
import { menuLists } from "./menu-lists.ts";
import { menus } from "./menus.ts";
import { texts } from "./texts.ts";

/** Every finding, on pages of its kind. A finding without an example makes a test fail. */
export const findingGroups: readonly FindingGroup[] = [headers, menus, menuLists, addresses, texts];
