import type { ExampleFile } from "../../plugin/checks/examples.ts";
import { groups } from "../../plugin/checks/index.ts";
import type { Rule } from "../../plugin/checks/rule.ts";
import type { Severity } from "../../plugin/findings/finding.ts";
import { printFindings } from "../../plugin/findings/print-findings.ts";
import type { FindingCode } from "../../plugin/findings/report-values.ts";
import { EXAMPLE_FILE, runExample } from "../run-example.ts";
import { docsPage, fenced } from "./page.ts";

type Group = keyof typeof groups;
type AnyRule = Pick<Rule<FindingCode>, "severity" | "about" | "example">;

interface GroupPage {
  readonly title: string;
  readonly summary: string;
}

/** The pages of findings, in their order. */
const pages: { readonly [Name in Group]: GroupPage } = {
  headers: { title: "files and headers", summary: "a file, its header and its fields" },
  fields: { title: "fields", summary: "a field and its value" },
  menus: { title: "menus", summary: "menus, sidebars and parents" },
  sections: {
    title: "sidebars and sections",
    summary: "where a sidebar comes from and what a page belongs to",
  },
  "menu-lists": { title: "menus as lists", summary: "menus that a header writes as lists" },
  addresses: { title: "addresses", summary: "where pages and files are written" },
  lists: { title: "lists", summary: "lists of posts, feeds, and the links and words of the settings" },
  files: { title: "old addresses and files", summary: "old addresses and with files that are copied" },
  hosts: { title: "hosts", summary: "what a site asks of its host" },
  unmade: {
    title: "sources without a page",
    summary: "sources that no page is made of, and a site without a home page",
  },
  texts: { title: "texts", summary: "the links and images of a text" },
  libraries: { title: "libraries", summary: "libraries that a site asks for" },
};

/** All findings with their severities, and a page for each group of them with examples. By their names. */
export function findingsPages(): Readonly<Record<string, string>> {
  const names = Object.keys(pages) as Group[];
  return {
    findings: docsPage(
      "findings",
      "Findings",
      "All that a build can tell you.",
      `A build, and \`npx eleventy-pelican check\`, tell what is wrong and what to write. An **error** is not shown, or not where it should be; a **warning** is, most likely not as you meant it; **advice** is a better way. \`npx eleventy-pelican fix\` mends what has one right answer.

What you do not want to read is switched off, with the reason, in the [settings](settings.html): \`"allowFindings": { "link-broken": "old posts stay" }\`.

${names.map(indexOf).join("\n\n")}`,
    ),
    ...Object.fromEntries(names.flatMap(groupPages)),
  };
}

/** The severities, the worst first, as the index names them. */
const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ["error", "Errors"],
  ["warning", "Warnings"],
  ["advice", "Advice"],
];

/** So many findings are on a page: more would be too heavy for a slow phone. */
const MOST_ON_A_PAGE = 7;

/** The rules of a group, a part for each of its pages. */
function partsOf(group: Group): [FindingCode, AnyRule][][] {
  const rules = rulesIn(group);
  const count = Math.ceil(rules.length / MOST_ON_A_PAGE);
  const size = Math.ceil(rules.length / count);
  return Array.from({ length: count }, (_, index) => rules.slice(index * size, (index + 1) * size));
}

/** The name of a part's page. */
function slugOf(group: Group, part: number): string {
  return `findings-${group}${part === 0 ? "" : `-${part + 1}`}`;
}

function rulesIn(group: Group): [FindingCode, AnyRule][] {
  return Object.entries(groups[group]) as [FindingCode, AnyRule][];
}

function indexOf(group: Group): string {
  const links = partsOf(group).flatMap((rules, part) =>
    rules.map(([code, { severity }]) => ({ severity, link: `[${code}](${slugOf(group, part)}.html#${code})` })),
  );
  const lines = SEVERITIES.flatMap(([severity, words]) => {
    const of = links.filter((one) => one.severity === severity).map(({ link }) => link);
    return of.length === 0 ? [] : [`:   ${words}: ${of.join(", ")}`];
  });
  // A list of terms: so many headings, with the page's contents of them, would be too heavy for a slow phone.
  const { title } = pages[group];
  return `**${title.charAt(0).toUpperCase()}${title.slice(1)}**\n${lines.join("\n")}`;
}

function groupPages(group: Group): [slug: string, page: string][] {
  const parts = partsOf(group);
  return parts.map((rules, part) => {
    const which = parts.length === 1 ? "" : `, ${part + 1} of ${parts.length}`;
    const title = `Findings of ${pages[group].title}${which}`;
    const summary = `What can be wrong with ${pages[group].summary}${which}, with examples of wrong and right.`;
    const sections = rules.map(([code, rule]) => section(code, rule));
    const body = `${summary} [All findings](/docs/findings.html)\n\n${sections.join("\n\n")}`;
    return [slugOf(group, part), docsPage(slugOf(group, part), title, summary, body, "docs/findings")];
  });
}

function section(code: FindingCode, rule: AnyRule): string {
  const told = runExample(code, "wrong").filter((one) => one.code === code);
  return `## ${code}

${rule.about}

Wrong${place(rule)}:

${shown(rule, "wrong")}

You see:

${fenced(wrapped(printFindings(told).replace(/\n\n[^\n]*$/, "")))}

Right${place(rule)}:

${shown(rule, "right")}`;
}

/** So many characters of code are beside a sidebar. */
const WIDTH = 72;

/** As a terminal that is no wider shows it, but for lines of the example. */
function wrapped(text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    if (/^ *\d* \|/.test(line)) return [line];
    const indent = " ".repeat(6);
    const parts: string[] = [];
    for (let rest = line; rest !== ""; ) {
      const end = rest.length <= WIDTH ? rest.length : rest.lastIndexOf(" ", WIDTH);
      const cut = end <= indent.length ? rest.length : end;
      parts.push(rest.slice(0, cut));
      rest = cut < rest.length ? indent + rest.slice(cut).trimStart() : "";
    }
    return parts.length === 0 ? [""] : parts;
  });
  return lines.join("\n");
}

function place({ example: { shown, file = EXAMPLE_FILE } }: AnyRule): string {
  return shown ? "" : `, in \`${file}\``;
}

function shown({ example }: AnyRule, form: "wrong" | "right"): string {
  if (example.shown) return fenced(example.shown[form]);
  const settings = example.settings?.[form];
  if (settings) return fenced(JSON.stringify(settings, null, 2), "json");
  return fenced(textOf(example[form]));
}

function textOf(file: ExampleFile | undefined): string {
  if (typeof file !== "string") throw new Error("an example that is not text says what is shown of it");
  // The text below a header says nothing, unless it is what the example is about.
  return file.replace(/\n\nText\.\n$/, "\n");
}
