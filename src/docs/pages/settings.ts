import { settingsJsonSchema } from "../../editors/settings-schema.ts";
import { groups } from "../../plugin/settings.ts";
import { optionsTable } from "./options.ts";
import { docsPage, escaped, table } from "./page.ts";

interface Property {
  readonly description?: string;
  readonly default?: unknown;
}

const OWN = / Ours\.$/;

interface Part {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  readonly has: (name: string) => boolean;
}

/** Pelican's settings on pages of their own, the first that fits: what each is about. */
const PELICANS: readonly Part[] = [
  {
    slug: "settings-lists",
    title: "Settings of lists and feeds",
    about: "The settings of lists and feeds that Pelican has, too.",
    has: (name) => [groups.lists, groups.feeds].some(({ settings }) => name in settings.shape),
  },
  {
    slug: "settings-addresses",
    title: "Settings of addresses",
    about: "The settings of addresses and files that Pelican has, too.",
    has: (name) => /(?:Url|SaveAs|Substitutions)$|^slugify|TranslationId$/.test(name) && name !== "siteUrl",
  },
  {
    slug: "settings-texts",
    title: "Settings of texts and languages",
    about: "The settings of texts, summaries, dates and languages that Pelican has, too.",
    has: (name) =>
      /^(?:i18n|locale|summary|typogrify|markdown|math|code|date|defaultDate|formatted|liquid|notebook|timezone)/.test(
        name,
      ),
  },
  {
    slug: "settings-content",
    title: "Settings of content",
    about: "The other settings that Pelican has, too: the site, its folders and metadata.",
    has: () => true,
  },
];

/** Those that Pelican does not know. */
const OWN_PARTS: readonly Part[] = [
  {
    slug: "settings-files",
    title: "Settings of files beside pages",
    about: "The files for hosts, search engines and phones, and what is removed.",
    has: (name) => /SaveAs$|^(?:redirectPages|contentSecurityPolicy|themeColor|removeOld|ledger|host)$/.test(name),
  },
  {
    slug: "more-settings",
    title: "More settings",
    about: "The other settings that Pelican does not know.",
    has: () => true,
  },
];

/** All settings with their defaults, from the schema that reads them: Pelican's, and ours. */
export function settingsPages(): Readonly<Record<string, string>> {
  const { properties } = settingsJsonSchema() as { properties: Readonly<Record<string, Property>> };
  const all = Object.entries(properties).filter(([name]) => !name.startsWith("$") && !(name in groups));
  const partOf = ([name, { description = "" }]: readonly [string, Property]) =>
    (OWN.test(description) ? OWN_PARTS : PELICANS).find(({ has }) => has(name));
  const pages = [...PELICANS, ...OWN_PARTS].map((part) => {
    const rows = all.filter((one) => partOf(one) === part);
    const body = `They are set in the same place as [all settings](/docs/settings.html).\n\n${settingsTable(rows)}`;
    return [part.slug, docsPage(part.slug, part.title, part.about, body, "docs/settings")] as const;
  });
  return { settings: overview(), ...Object.fromEntries(pages) };
}

function overview(): string {
  const links = (parts: readonly Part[]) =>
    parts.map(({ slug, title, about }) => `- [${title}](/docs/${slug}.html): ${about}`).join("\n");
  return docsPage(
    "settings",
    "Settings",
    "What a site has, and where all settings are, with their meanings and defaults.",
    `Settings are handed to the plugin in \`eleventy.config.js\`: \`{ siteName: "The Example Society" }\`. This site keeps its own in \`_data/site.json\`, which its configuration reads.

A misspelt setting is an error that names the nearest. VS Code completes and explains them.

## What the site has

Each of these options is \`true\`, \`false\`, or an object of the settings that it holds, which switches it on: \`"lists": { "archivesSaveAs": "all.html" }\`. The settings may be given by themselves, too.

${optionsTable()}

The column in the middle says what a Pelican site has where an option is not given: one that names its pages with \`content\`, or has only Pelican's. Beside pages of Eleventy's own nothing is made that nobody asked for, but what a Pelican page needs that has no layout of the site's. \`"theme": false\` leaves pages without a layout, and lists, search and the page for what is not found to those who ask for them and have layouts for them.

## Pelican's settings

They have [Pelican's names](https://docs.getpelican.com/en/latest/settings.html) in another case (\`SITENAME\` is \`siteName\`, \`ARTICLE_SAVE_AS\` is \`articleSaveAs\`) and, where nothing else is said, Pelican's defaults.

${links(PELICANS)}
${links(OWN_PARTS)}`,
  );
}

function settingsTable(settings: readonly (readonly [string, Property])[]): string {
  return table(
    ["Setting", "Meaning", "Default"],
    settings.map(([name, { description = "", default: value }]) => [
      `\`${name}\``,
      escaped(description.replace(OWN, "")),
      `\`${JSON.stringify(value)}\``,
    ]),
  );
}
