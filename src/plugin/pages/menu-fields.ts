import type { Fields } from "../fields/read-fields.ts";
import type { Page } from "./page.ts";

/** What a page says of menus: its place in them, and its own. */
export function menuFields(
  { values, dropdown, sidebar }: Fields,
  title: string,
): Pick<Page, "menuName" | "topMenu" | "footer" | "dropdown" | "sidebar"> {
  return {
    menuName: values.menuName || title,
    topMenu: values.topMenuShow ? { order: values.topMenuOrder } : undefined,
    footer: values.footerShow ? { side: values.footerShow, order: values.footerOrder } : undefined,
    dropdown: values.dropdownMenuShow ? dropdown : undefined,
    sidebar: {
      isShown: values.sidebarMenuShow ?? false,
      title: values.sidebarMenuTitle || undefined,
      entries: sidebar,
      inherit: values.inheritSidebar ?? false,
    },
  };
}
