/** The rooms of the plugin that the menus alone load: nothing that makes texts, pages or files. */
export const ROOMS_OF_MENUS =
  "checks dialect eleventy fields findings header html links maps menus pages settings typography words".split(" ");
