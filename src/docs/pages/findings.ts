import { codes } from "../../plugin/findings/codes.ts";
import { report } from "../../plugin/findings/report.ts";
import type { ExampleFile, FindingExample, FindingGroup } from "../findings/example.ts";
import { findingGroups } from "../findings/groups.ts";
import { runExample } from "../findings/run-example.ts";
import { docsPage, fenced, table } from "./page.ts";

/** All findings with their severities, and a page for each kind of them with examples. By their names. */
export function findingsPages(): Readonly<Record<string, string>> {
  return {
    findings: docsPage(
      "findings",
      "Findings",
      "What the build and the command check tell you, and where each finding is explained.",
      `After each build, and with \`npx eleventy-pelican check\`, you read what is wrong, where, what follows from it and what to write instead. An **error** is something that you wrote and that is not shown, or not where it should be. A **warning** is shown, but most likely not as you meant it. **Advice** works, and there is a better way. What has one right answer, \`npx eleventy-pelican fix\` mends.

A finding that your site does not want to read is switched off by its code, with the reason, in the [settings](/docs/settings.html):

${fenced('{\n  "allowFindings": { "link-broken": "old posts stay as they were" }\n}', "json")}

${findingGroups.map(indexOf).join("\n\n")}`,
    ),
    ...Object.fromEntries(findingGroups.map((group) => [group.slug, groupPage(group)])),
  };
}

function indexOf({ slug, title, examples }: FindingGroup): string {
  const rows = examples.map(({ code }) => [`[${code}](/docs/${slug}.html#${code})`, codes[code]]);
  return `## ${title.replace("Findings of ", "Of ")}\n\n${table(["Finding", "Is"], rows)}`;
}

function groupPage({ slug, title, summary, examples }: FindingGroup): string {
  const body = `${summary} [All findings](/docs/findings.html)\n\n${examples.map(section).join("\n\n")}`;
  return docsPage(slug, title, summary, body, "docs/findings");
}

function section(example: FindingExample): string {
  const { code, about } = example;
  const told = runExample(example, "wrong").filter((one) => one.code === code);
  return `## ${code}

${about}

Wrong${place(example)}:

${shown(example, "wrong")}

You are told:

${fenced(report(told).replace(/\n\n[^\n]*$/, ""))}

Right${place(example)}:

${shown(example, "right")}`;
}

function place({ shown, file }: FindingExample): string {
  return shown ? "" : `, in \`${file}\``;
}

function shown(example: FindingExample, form: "wrong" | "right"): string {
  if (example.shown) return fenced(example.shown[form]);
  const settings = example.settings?.[form];
  if (settings) return fenced(JSON.stringify(settings, null, 2), "json");
  return fenced(textOf(example[form][example.file]));
}

function textOf(file: ExampleFile | undefined): string {
  if (typeof file !== "string") throw new Error("an example that is no text says what is shown of it");
  // The text below a header says nothing, unless it is what the example is about.
  return file.replace(/\n\nText\.\n$/, "\n");
}
