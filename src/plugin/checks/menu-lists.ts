import type { MenuFault, ReportValues } from "../findings/report-values.ts";
import { DROPDOWN_ENTRY, dropdown, MENU_LIST } from "./examples.ts";
import type { Rules } from "./rule.ts";
import { replace } from "./words.ts";

export const menuLists = {
  "menu-form": {
    severity: "error",
    about: "What is under `menu` or `eleventyNavigation` is not a list of entries.",
    message: (values) => texts[values.fault](values)[0],
    consequence: (values) => texts[values.fault](values)[1],
    fix: (values) => texts[values.fault](values)[2],
    example: dropdown(["menu:", "  dropdown:", "    - History"], MENU_LIST),
  },
  "menu-key": {
    severity: "warning",
    about: "An entry says something that entries do not have, or two blocks have one key.",
    message: (values) => {
      if ("repeated" in values) return `There are two entries with the key “${values.repeated}”.`;
      const { part, near } = values;
      return `“${part}” is not a key of a menu's entry${near === undefined ? "." : `: did you mean ${near}?`}`;
    },
    consequence: (values) =>
      "repeated" in values
        ? "Both are shown; programs that look for an entry by its key find one of them."
        : "It is ignored.",
    fix: (values) => {
      if ("repeated" in values) return "Give each entry a key of its own.";
      const { near, known } = values;
      return near === undefined ? `Write ${known.join(", ")}, or remove it.` : `Write “${near}: …”.`;
    },
    edits: (values, place) => {
      if ("repeated" in values || values.near === undefined || !values.isFree) return [];
      return replace(place, values.part, values.near);
    },
    example: dropdown(["menu:", "  dropdown:", "    - { label: The past, name: History, url: history }"], MENU_LIST),
  },
  "menu-parent": {
    severity: "error",
    about: "A block of `eleventyNavigation` belongs to no menu of this page.",
    field: "eleventyNavigation",
    message: ({ parent, own }) => {
      if (parent === undefined) return "The block has no parent, so nothing says whose entry it is.";
      return own
        ? `“${parent}” is not a menu of this page, whose Url is “${own.url}”.`
        : `“${parent}” is not a menu of any page.`;
    },
    consequence: "The entry was left out.",
    fix: ({ own }) =>
      own
        ? `Write “parent: ${own.menu}/${own.url}”, or write the block in the header of the page that the menu belongs to.`
        : "Write “parent: top/” or “parent: sidebar/”, followed by the Url of this page.",
    example: dropdown(block("top/abuot"), block("top/about")),
  },
  "menu-twice": {
    severity: "warning",
    about: "One menu is written in two ways.",
    message: ({ field, menu }) =>
      isBlock(field)
        ? `The ${menu} is written twice: as a list under menu, and as blocks of eleventyNavigation.`
        : `The ${menu} is written twice: as a list, and as numbered fields.`,
    consequence: ({ field }) =>
      `The list${isBlock(field) ? " under menu is shown; the blocks" : " is shown; the numbered fields"} are left out.`,
    fix: ({ field }) =>
      isBlock(field) ? "Remove one of the two." : "Put what is missing into the list, and remove the numbered fields.",
    example: dropdown([...DROPDOWN_ENTRY, ...MENU_LIST], MENU_LIST),
  },
} satisfies Rules;

type Values = ReportValues["menu-form"];
type Texts = readonly [message: string, consequence: string, fix: string];

const texts: { readonly [Fault in MenuFault]: (values: Values) => Texts } = {
  "menu-unnamed": () => [
    "A list of entries is directly under menu, and nothing says which menu it is.",
    "Its entries were left out.",
    "Write “dropdown:” or “sidebar:” below “menu:”, and the list below that.",
  ],
  "menu-unknown": ({ name, near }) => [
    `There is no menu ${name}: ${near === undefined ? "a header has a dropdown and a sidebar." : `did you mean ${near}?`}`,
    "Its entries were left out.",
    near === undefined ? "Write “dropdown:” or “sidebar:”." : `Write “${near}:”.`,
  ],
  "not-a-list": ({ name }) => [
    `The ${name} is not a list of entries.`,
    "It was left out.",
    "Write each entry on a line of its own: “- { name: History, url: history }”.",
  ],
  "not-an-entry": ({ name, text = "" }) => [
    `An entry of the ${name}${text === "" ? "" : `, “${text}”,`} is not a name with an address.`,
    "The entry was left out.",
    "Write “{ name: History, url: history }”; quotation marks around a value keep its commas, colons and brackets.",
  ],
  "not-a-block": () => [
    "A block of eleventyNavigation must be a mapping.",
    "The entry was left out.",
    "Write “{ key: top/about#1, parent: top/about, title: History, url: history, order: 1 }”.",
  ],
  "not-text": ({ name }) => [
    `The ${name} of an entry must be text, and this is a list or a mapping.`,
    "It is ignored.",
    `Write “${name}: …”; quotation marks around the value keep its brackets.`,
  ],
};

function block(parent: string): string[] {
  return ["eleventyNavigation:", `  - { parent: ${parent}, title: History, url: history, order: 1 }`];
}

function isBlock(field: string): boolean {
  return field === "eleventyNavigation";
}
