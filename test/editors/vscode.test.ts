/**
 * The extension that lies in .vscode/extensions: what it offers, and that it tells the editor so. The editor is a stand-in
 * that keeps what it is told; the check that is run is the real one.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageSchema } from "../../src/editors/page-schema.ts";
import { snippets } from "../../src/editors/snippets.ts";
import { project } from "../build-tree.ts";
import { header, projectOf, run } from "../cli/project.ts";
import { codesOf, readText } from "../make.ts";

const EXTENSION = join(project, ".vscode/extensions/pelican-headers");

interface Offered {
  readonly label: string;
  readonly insert: string;
  readonly words: string;
}
interface Headers {
  readonly completions: (lines: readonly string[], line: number, column: number, schema: object) => readonly Offered[];
  readonly hover: (lines: readonly string[], line: number, column: number, schema: object) => string | undefined;
}
const require = createRequire(import.meta.url);
const { completions, hover } = require(join(EXTENSION, "headers.cjs")) as Headers;
const { start } = require(join(EXTENSION, "features.cjs")) as { start: (vscode: object, context: object) => void };

const schema = pageSchema();
const FENCED = ["---", "Title: A", "Dropdown_menu_elem_name_1: B", "Content_layout: ", "", "---", "", "Status: text"];
const labels = (lines: readonly string[], line: number, column: number) =>
  completions(lines, line, column, schema).map(({ label }) => label);

const offers = suite("editors: VS Code: what is offered");

offers("names of fields that are not there yet, with their words, and the next entry of a menu", () => {
  const names = labels(["---", "Title: A", "Dropdown_menu_elem_name_1: B", "", "---"], 3, 0);
  assert.ok(names.includes("Url") && names.includes("Status"));
  assert.not.ok(names.includes("Title"));
  assert.ok(names.includes("Dropdown_menu_elem_name_2") && names.includes("Dropdown_menu_elem_url_1"));
  const status = completions(["---", "Sta", "---"], 1, 3, schema).find(({ label }) => label === "Status");
  assert.is(status?.insert, "Status: ");
  assert.match(status?.words ?? "", "published, hidden from lists, a draft, or not made at all (skip)");
});

offers("the values of a field that has a few", () => {
  assert.equal(labels(FENCED, 3, 16), ["wide", "single-column", "multiple-columns"]);
  assert.equal(labels(["top_menu_show: ", "Title: A", "", "Text"], 0, 15), ["true", "false"]);
  assert.equal(labels(FENCED, 1, 7), []);
});

offers("nothing in the text, and nothing where there is no header", () => {
  assert.equal(labels(FENCED, 7, 3), []);
  assert.equal(labels(["Text", "Text"], 0, 2), []);
  assert.is(hover(FENCED, 7, 3, schema), undefined);
});

offers("hover text of a field, and of a numbered one", () => {
  assert.match(hover(FENCED, 1, 2, schema) ?? "", "The page's title");
  assert.match(hover(FENCED, 2, 5, schema) ?? "", "The label of the dropdown's entry N");
  assert.is(hover(FENCED, 1, 8, schema), undefined);
});

offers("snippets of whole headers make pages without a finding of their header", () => {
  const whole = Object.values(snippets()).filter(({ prefix }) => prefix.startsWith("pelican-"));
  assert.is(whole.length, 3);
  for (const { prefix, body } of whole) {
    const [places, text] = [new Map<string, string>(), body.join("\n")];
    for (const [, number = "", value = ""] of text.matchAll(/\$\{(\d):([^}]*)\}/g)) places.set(number, value);
    const filled = text
      .replace(/\$\{(\d):([^}]*)\}/g, "$2")
      .replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE", "2026-03-14 10:00")
      .replace(/\$(\d)/g, (_, number: string) => places.get(number) ?? "");
    const path = prefix === "pelican-post" ? "posts/a.md" : "a.md";
    assert.equal(codesOf(readText(path, filled).findings), [], prefix);
  }
});

offers.run();

type Listener = (document: object) => void;
interface Shown {
  readonly range: readonly number[];
  readonly message: string;
  readonly code: string;
}
type Provider = Readonly<Record<string, (document: object, at: object) => unknown>>;

/** An editor that keeps what it is told. */
class Editor {
  readonly providers: Record<string, Provider> = {};
  readonly shown = new Map<string, readonly Shown[]>();
  save: Listener = () => {};
  #seen: () => void = () => {};
  /** When findings were shown the next time. */
  nextFindings(): Promise<void> {
    return new Promise((resolve) => {
      this.#seen = resolve;
    });
  }
  api(folder: string, settings: Readonly<Record<string, string>>): object {
    const keeps = (name: string) =>
      class {
        constructor(...parts: readonly unknown[]) {
          Object.assign(this, { [name]: name === "range" ? parts : parts[0] });
        }
      };
    return {
      workspace: {
        workspaceFolders: [{ uri: { fsPath: folder } }],
        textDocuments: [],
        getConfiguration: () => ({ get: (name: string) => settings[name] }),
        onDidSaveTextDocument: (listener: Listener) => {
          this.save = listener;
        },
        onDidOpenTextDocument: () => {},
      },
      languages: {
        registerCompletionItemProvider: (_: object, provider: Provider) => Object.assign(this.providers, { provider }),
        registerHoverProvider: (_: object, hover: Provider) => Object.assign(this.providers, { hover }),
        createDiagnosticCollection: () => ({
          clear: () => {
            this.shown.clear();
            // The findings are set in the same turn.
            setImmediate(this.#seen);
          },
          set: (file: string, shown: readonly Shown[]) => this.shown.set(file, shown),
        }),
      },
      CompletionItem: keeps("label"),
      CompletionItemKind: { Field: 4, Value: 11 },
      MarkdownString: keeps("value"),
      Hover: keeps("contents"),
      Range: keeps("range"),
      Diagnostic: class {
        readonly range: readonly number[];
        readonly message: string;
        constructor(at: { readonly range: readonly number[] }, message: string) {
          this.range = at.range;
          this.message = message;
        }
      },
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 },
      Uri: { file: (path: string) => path },
    };
  }
}

const told = suite("editors: VS Code: what the editor is told");

told("completion, hover text, and after a save the findings at their places, until they are mended", async () => {
  const text = header("Title: A", "Url: a", "Save_as: a.html", "Dropdown_menu_elem_nmae_1: B");
  const folder = projectOf({ "a.md": text }, { "schema.json": JSON.stringify(schema) });
  const check = `"${process.execPath}" "${join(project, "src/cli/bin.js")}" check --format json`;
  const editor = new Editor();
  const subscriptions: object[] = [];
  start(editor.api(folder, { schema: "schema.json", content: "src/content", check }), { subscriptions });

  const file = join(folder, "src/content/a.md");
  const document = { languageId: "markdown", uri: { fsPath: file }, getText: () => "---\nStatus: \n---\n" };
  const items = editor.providers.provider?.provideCompletionItems?.(document, { line: 1, character: 8 });
  assert.equal(
    (items as { label: string }[]).map(({ label }) => label),
    ["published", "draft", "hidden", "skip"],
  );
  assert.ok(editor.providers.hover?.provideHover?.(document, { line: 1, character: 2 }));
  const elsewhere = { ...document, uri: { fsPath: join(folder, "README.md") } };
  assert.equal(editor.providers.provider?.provideCompletionItems?.(elsewhere, { line: 1, character: 8 }), []);

  let seen = editor.nextFindings();
  editor.save(document);
  await seen;
  const misspelt = editor.shown.get(file)?.find(({ code }) => code === "field-misspelt");
  assert.equal(misspelt?.range, [4, 0, 4, 28]);
  assert.match(misspelt?.message ?? "", "did you mean Dropdown_menu_elem_name_1?");

  writeFileSync(file, text.replace(/^Dropdown.*\n/m, ""));
  seen = editor.nextFindings();
  editor.save(document);
  await seen;
  assert.not.ok(editor.shown.get(file)?.some(({ code }) => code === "field-misspelt"));
});

told.run();

const wired = suite("editors: VS Code: the project's own settings");

const json = (path: string) => JSON.parse(readFileSync(join(project, path), "utf8"));

wired("the settings name files that are there, and a command that runs", () => {
  const settings = json(".vscode/settings.json");
  const properties = json(".vscode/extensions/pelican-headers/package.json").contributes.configuration.properties;
  for (const name of ["pelican.schema", "pelican.content", "pelican.check"]) assert.ok(name in properties, name);
  assert.ok(existsSync(join(project, settings["pelican.schema"])));
  assert.ok(existsSync(join(project, settings["pelican.content"])));
  const [schemaOfSettings] = settings["json.schemas"];
  assert.ok(existsSync(join(project, schemaOfSettings.url)));
  assert.match(
    settings["pelican.check"],
    json("package.json").scripts.pelican ? /^npm run --silent pelican -- check/ : /$^/,
  );
});

wired("the site's settings are right by their schema, and a misspelt one is not", () => {
  const validate = new Ajv({ strict: false }).compile(json("schema/site.schema.json"));
  const settings: Record<string, unknown> = json("_data/site.json");
  assert.ok(validate(settings), JSON.stringify(validate.errors));
  assert.not.ok(validate({ ...settings, siteNmae: "x" }));
  assert.not.ok(validate({ ...settings, defaultPagination: "ten" }));
});

wired("the task's patterns find every line that the check prints for other programs", () => {
  const [task] = json(".vscode/tasks.json").tasks;
  const folder = projectOf({
    "a.md": header("Title: A", "Top_Menu_order: 1", "Footer_show: top", "Sidebar_menu_elem_name_1: B"),
  });
  const { out } = run(folder, ["check", "--format", "github"]);
  const lines = out.trim().split("\n");
  assert.ok(["::error", "::warning", "::notice"].every((start) => lines.some((line) => line.startsWith(start))));
  for (const line of lines) {
    const matches = task.problemMatcher.flatMap(
      ({ pattern }: { pattern: { regexp: string; file: number; message: number } }) => {
        const match = new RegExp(pattern.regexp).exec(line);
        return match ? [{ file: match[pattern.file], message: match[pattern.message] }] : [];
      },
    );
    assert.is(matches.length, 1, line);
    assert.is(matches[0].file, "src/content/a.md");
    assert.ok(matches[0].message.length > 20);
  }
});

wired.run();
