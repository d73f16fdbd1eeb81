import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { makeTemplatePages } from "../../src/plugin/static/template-pages.ts";

const templates = suite("Pelican's templates that print settings");

function made(text: string | undefined, saveAs = "out.html", source = "in/site.html") {
  const settings = readSettings({
    siteName: "Ann & Bo",
    siteUrl: "https://example.org",
    templatePages: { [source]: saveAs },
  });
  const { pages, reports } = makeTemplatePages(settings, (file) => (file === source ? text : undefined));
  return { text: pages[0]?.text, findings: toFindings(reports) };
}

for (const [name, text, saveAs, wanted] of [
  ["text alone", "<p>A { b } {c}</p>", "out.html", "<p>A { b } {c}</p>"],
  ["settings, escaped in markup", "<p>{{ SITENAME }}</p>", "out.html", "<p>Ann &amp; Bo</p>"],
  ["as they are elsewhere", "{{SITENAME}} {{- SITEURL -}}!", "out.txt", "Ann & Bo https://example.org!"],
  ["or where it is asked for", "{{ SITENAME | safe }} {{ SITENAME|e }}", "out.html", "Ann & Bo Ann &amp; Bo"],
  ["others by their names", "{{ DEFAULT_LANG }} {{ DEFAULT_PAGINATION }}", "out.html", "en 0"],
  ["without comments", "a{# {{ no }}\n{% if %} #}b", "out.html", "ab"],
] as const) {
  templates(name, () => {
    const { text: printed, findings } = made(text, saveAs);
    assert.is(printed, wanted);
    assert.equal(findings, []);
  });
}

for (const part of [
  "{% for a in articles %}",
  "{{ articles }}",
  "{{ NO_SETTING }}",
  "{{ SITENAME|upper }}",
  "{{ 1 + 1 }}",
]) {
  templates(`${part} is not read, and its place is said`, () => {
    const { text, findings } = made(`<p>\n  ${part}x\n`);
    assert.is(text, undefined);
    assert.equal(
      findings.map(({ file, line, column, message, consequence, fix }) => [
        file,
        line,
        column,
        message,
        consequence,
        fix,
      ]),
      [
        [
          "in/site.html",
          2,
          3,
          `“${part}” is not read here: only settings are printed, such as {{ SITENAME }}.`,
          "out.html is not written.",
          "Make a template of Eleventy's of it: in/site.njk, with “permalink: out.html”. Nunjucks reads most of Jinja.",
        ],
      ],
    );
  });
}

templates("no file outside of the content folder is read", () => {
  const { text, findings } = made("x", "out.html", "../secret.html");
  assert.is(text, undefined);
  assert.equal(
    findings.map(({ code }) => code),
    ["template-page-unread"],
  );
});

templates.run();
