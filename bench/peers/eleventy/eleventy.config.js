// Eleventy as a site's maintainer would set it up by hand for these headers: with eleventy-navigation, whose tree is
// made once, and a layout in Nunjucks.
import navigation from "@11ty/eleventy-navigation";
import { findNavigationEntries } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { minify } from "html-minifier-terser";

export default function (config) {
  config.addPlugin(navigation);
  config.addGlobalData("layout", "page.njk");
  config.addGlobalData("eleventyComputed.permalink", () => (data) => data.Save_as);

  config.addCollection("top", (api) => {
    const sections = api.getAll().filter(({ data }) => data.Top_menu_show === true);
    return findNavigationEntries(sections.flatMap(({ data }) => [sectionEntry(data), ...dropdownEntries(data)]));
  });
  config.addCollection("sidebars", (api) => {
    const sections = api.getAll().filter(({ data }) => data.Sidebar_menu_size > 0);
    return Object.fromEntries(
      sections.map(({ data }) => [data.Url, { title: data.Sidebar_menu_title, items: sidebarItems(data) }]),
    );
  });
  config.addCollection("footer", (api) =>
    ["left", "right"].map((side) =>
      api
        .getAll()
        .filter(({ data }) => data.Footer_show === side)
        .sort((one, other) => one.data.Footer_order - other.data.Footer_order),
    ),
  );

  if (process.env.BENCH_MINIFY) {
    config.addTransform("minify", (html) => minify(html, { collapseWhitespace: true, removeComments: true }));
  }
  return { dir: { input: "content", includes: "../_includes", output: "site" }, markdownTemplateEngine: false };
}

function sectionEntry({ Url, Menu_name, Top_menu_order }) {
  return entry({ key: Url, title: Menu_name, url: `/${Url}/`, order: Top_menu_order });
}

function dropdownEntries(data) {
  return numbers(data.Dropdown_menu_size).map((number) => {
    const url = `/${data.Url}/${data[`Dropdown_menu_elem_url_${number}`]}.html`;
    const title = data[`Dropdown_menu_elem_name_${number}`];
    return entry({ key: `${data.Url}#${number}`, parent: data.Url, title, url, order: number });
  });
}

function sidebarItems(data) {
  return numbers(data.Sidebar_menu_size).map((number) => ({
    title: data[`Sidebar_menu_elem_name_${number}`],
    url: `/${data[`Sidebar_menu_elem_url_${number}`]}.html`,
  }));
}

function entry(eleventyNavigation) {
  return { data: { eleventyNavigation } };
}

function numbers(size) {
  return Array.from({ length: size }, (_, index) => index + 1);
}
