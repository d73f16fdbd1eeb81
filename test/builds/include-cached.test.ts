import { setTimeout } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../src/plugin/eleventy/config.ts";
import { type BlogBuilt, type BlogOptions, buildBlog, type Posts } from "../site-helpers.ts";

const included = suite("includeCached");

// In the top menu two states are those of two sections.
const PAGES: Posts = {
  "pages/about.md": { Title: "About", Url: "about", Save_as: "about.html", Top_menu_show: "True" },
  "pages/crew.md": { Title: "Crew", Url: "crew", Save_as: "crew.html", Parent_id: "about" },
  "pages/harbour.md": { Title: "Harbour", Url: "harbour", Save_as: "harbour.html", Top_menu_show: "True" },
};
const WRITTEN = ["about.html", "crew.html", "harbour.html"];

function test(name: string, options: BlogOptions, check: (built: BlogBuilt) => void): void {
  included(name, async () => {
    const built = await buildBlog(PAGES, {}, options);
    try {
      check(built);
    } finally {
      built.dispose();
    }
  });
}

const markIn = (built: BlogBuilt, path: string) => /<nav class="mark">(.*?)<\/nav>/.exec(built.read(path))?.[1];

test("what is printed in one state is that of the page which asked first", {
  includes: { "menus/footer.njk": '<nav class="mark">{{ page.url }}</nav>' },
}, (built) => {
  const marks = new Set(WRITTEN.map((path) => markIn(built, path)));
  assert.is(marks.size, 1);
  assert.match([...marks].join(), /^\/(about|crew|harbour)\.html$/);
});

test(
  "each state has its own",
  {
    includes: {
      "menus/top.njk": '<nav class="mark">{% for item in pelican.menus.top %}{{ item.isCurrent }} {% endfor %}</nav>',
    },
  },
  (built) => assert.is.not(markIn(built, "about.html"), markIn(built, "harbour.html")),
);

type WithAsyncFilters = EleventyConfig & {
  addAsyncFilter(name: string, filter: (text: string) => Promise<string>): void;
};

test("an include that takes its time is on every page", {
  includes: { "menus/footer.njk": '<nav class="mark">{{ "soon" | slowly }}</nav>' },
  configure: (config) => {
    (config as WithAsyncFilters).addAsyncFilter("slowly", async (text) => {
      await setTimeout(20);
      return `${text} there`;
    });
  },
}, (built) => {
  assert.is(built.exitCode, 0, built.printed);
  for (const path of WRITTEN) assert.is(markIn(built, path), "soon there");
});

for (const [what, text, said] of [
  ["fails", "{{ nobody.is.here() }}", 'Unable to call `nobody["is"]["here"]`'],
  ["is none that Nunjucks can read", "{% if %}", "unexpected token: %}"],
  ["asks for another that is not there", '{% includeCached "nowhere.njk" %}', "template not found: nowhere.njk"],
] as const) {
  test(`an include that ${what} ends the build and is named`, { includes: { "menus/footer.njk": text } }, (built) => {
    assert.is(built.exitCode, 1);
    assert.match(built.printed, said);
    assert.match(built.printed, "footer.njk");
  });
}

included.run();
