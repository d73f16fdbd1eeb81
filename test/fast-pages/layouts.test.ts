import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pureLayoutFinder } from "../../src/plugin/fast-pages/layouts.ts";
import { project, temporaryFolder, writeTree } from "../build-tree.ts";

const layouts = suite("fast pages: layouts");

/** Names behind which something of a site's own stands. */
const isForeign = (name: string) => ["harbours", "nl2br"].includes(name);

/** What each is found to be, alone in a folder of includes. */
for (const [isPure, source] of [
  [true, "<p>{{ content | safe }}</p>"],
  [true, "{{ pelican.page.title }} {{ club.name or 'none' }}"],
  [true, "{# {{ now() }} #}{{ title | upper | replace('a', 'b') }}"],
  [true, "{%- for item in pelican.menus.top %}{{ loop.index }}{% if (item.href) %}x{% endif %}{%- endfor %}"],
  [true, "{% macro list(entries) %}{{ list(entries) }}{% endmacro %}{{- list(pelican.page.contents) }}"],
  [true, "---\ndataLayout: my-own\n---\n{{ dataLayout }}"],
  [true, "{{ pelican.page.date.text }}{{ pelican['page'] }}"],
  [true, "{% include 'part.njk' %}"],
  [true, "{% includeCached 'part.njk', pelican.menus.top %}"],
  [true, "{{ 'a{#b' }}{{ title }}{{ '#}' }}"],
  [true, "{{ club.harbours }}{% include 'part.njk' ignore missing %}{% import 'part.njk' as part with context %}"],
  [false, "{{ harbours }}"],
  [false, "{{ title | nl2br }}"],
  [false, "{{ 'a{#b' }}{{ now() }}{{ '#}' }}"],
  [false, "{% raw %}{{ ' {% endraw %}{{ now() }}{{ ' }}"],
  [false, "{{ r/'/.test(a) }}{{ now() }}"],
  [false, "{% include 'part.njk' if a else 'impure.njk' %}"],
  [false, "{% extends 'part.njk' or 'impure.njk' %}"],
  [false, "{% macro reverse(a) %}{% endmacro %}{{ club.list.reverse() }}"],
  [false, "{{ collections.all | length }}"],
  [false, "{% for one in collections %}{% endfor %}"],
  [false, "{{ page.date }}"],
  [false, "{{ eleventy.version }}{{ pkg.name }}"],
  [false, "{{ title | shout }}"],
  [false, "{{ [1, 2] | random }}"],
  [false, "{{ title | upper | shout }}"],
  [false, "{{ now() }}"],
  [false, "{{ pelican.page.date.now() }}"],
  [false, "{% year %}"],
  [false, "{% set a = now() %}"],
  [false, "{% if now() %}{% endif %}"],
  [false, "{% filter shout %}a{% endfilter %}"],
  [false, "{% call shout() %}a{% endcall %}"],
  [false, "{% asyncEach a in b %}{% endeach %}"],
  [false, "{% include name %}"],
  [false, "{% include 'impure.njk' %}"],
  [false, "{% include 'not-there.njk' %}"],
  [false, "{% include './part.njk' %}"],
  [false, "{% extends 'fronted.njk' %}"],
  [false, '{{ "}}" | now }}'],
  [false, "---\nlayout: other\n---\n"],
  [false, "---\neleventyComputed:\n  a: b\n---\n"],
  [false, "---\npublic: true\n---\n"],
  [false, "---\r\ndataLayout: my-own\r\n---\r\n"],
] as const) {
  layouts(`${isPure ? "pure" : "not pure"}: ${JSON.stringify(source)}`, () => {
    const folder = temporaryFolder();
    try {
      writeTree(folder, {
        "layout.njk": source,
        "part.njk": "{{ title }}",
        "impure.njk": "{% include 'deep.njk' %}",
        "deep.njk": "{{ title | shout }}",
        "fronted.njk": "---\na: b\n---\n",
      });
      assert.is(pureLayoutFinder([folder], isForeign)("layout.njk") !== undefined, isPure);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

layouts("the theme's own layouts of pages are", () => {
  const find = pureLayoutFinder([join(project, "_includes")], isForeign);
  for (const name of ["wide", "single-column", "multiple-columns"]) assert.ok(find(`layouts/${name}.njk`), name);
});

layouts("the site's folder goes before the theme's, and what it includes changes the hash", () => {
  const [theme, site] = [temporaryFolder(), temporaryFolder()];
  try {
    writeTree(theme, { "layout.njk": "{% include 'part.njk' %}", "part.njk": "theme" });
    const before = pureLayoutFinder([theme, site], isForeign)("layout.njk");
    writeTree(site, { "part.njk": "site" });
    const after = pureLayoutFinder([theme, site], isForeign)("layout.njk");
    assert.is(before?.source, after?.source);
    assert.is.not(before?.hash, after?.hash);
    writeTree(site, { "part.njk": "{{ now() }}" });
    assert.is(pureLayoutFinder([theme, site], isForeign)("layout.njk"), undefined);
  } finally {
    for (const folder of [theme, site]) rmSync(folder, { recursive: true, force: true });
  }
});

layouts.run();
