/**
 * What the project's own VS Code extension, snippets, settings and task do. The extension is run with an editor and a
 * language server that keep what they are told; the real server has a test of its own.
 */
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snippets } from "../../src/editors/snippets.ts";
import { project, writeTree } from "../build-tree.ts";
import { header, projectOf, run } from "../cli/project.ts";
import { codesOf, readText } from "../make.ts";

const EXTENSION = join(project, ".vscode/extensions/pelican-headers");
const require = createRequire(import.meta.url);
const { start } = require(join(EXTENSION, "client.cjs")) as { start: (vscode: object, context: object) => void };

const offers = suite("editors: VS Code: snippets");

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

/** Says what it was told, and answers what is below. */
const SERVER = `
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require(process.argv[2]);
const connection = createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const place = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
const diagnostic = { range: place, severity: 2, code: "field-misspelt", source: "pelican", message: "A." };
const told = [];
connection.onRequest("initialize", ({ rootUri }) => ({ capabilities: {}, rootUri }));
connection.onNotification((method, { textDocument, contentChanges }) => {
  told.push(method + (textDocument ? " " + (textDocument.text ?? contentChanges?.[0].text ?? "") : ""));
  if (!textDocument) return;
  connection.sendNotification("textDocument/publishDiagnostics", { uri: textDocument.uri, diagnostics: [diagnostic] });
});
connection.onRequest("textDocument/completion", ({ position: { line } }) => [
  { label: told.join(), kind: 12, textEdit: { range: place, newText: "at " + line } },
]);
connection.onRequest("textDocument/hover", () => ({ contents: { kind: "markdown", value: "words" } }));
connection.onRequest("textDocument/codeAction", ({ textDocument: { uri } }) => [{
  title: "Write it.", isPreferred: true, diagnostics: [diagnostic],
  edit: { changes: { [uri]: [{ range: place, newText: "B" }] } },
}]);
connection.listen();
`;

type Listener = (given: object) => void;
type Provider = Readonly<Record<string, (document: object, at: object) => Promise<unknown>>>;

/** An editor that keeps what it is told. */
class Editor {
  readonly providers: Record<string, Provider> = {};
  readonly on: Record<string, Listener> = {};
  readonly warnings: string[] = [];
  fail: (message: string) => void = () => {};
  shown: (uri: string, all: readonly object[]) => void = () => {};
  api(folder: string, server: string): object {
    const keeps = (...names: readonly string[]) =>
      class {
        constructor(...parts: readonly unknown[]) {
          names.forEach((name, at) => {
            Object.assign(this, { [name]: parts[at] });
          });
        }
      };
    const listens = (name: string) => (listener: Listener) => {
      this.on[name] = listener;
    };
    const register = (name: string) => (_: object, provider: Provider) => {
      this.providers[name] = provider;
    };
    return {
      workspace: {
        workspaceFolders: [{ uri: { fsPath: folder, toString: () => pathToFileURL(folder).href } }],
        textDocuments: [],
        getConfiguration: () => ({ get: () => server }),
        onDidOpenTextDocument: listens("open"),
        onDidChangeTextDocument: listens("change"),
        onDidSaveTextDocument: listens("save"),
        onDidCloseTextDocument: listens("close"),
        createFileSystemWatcher: () => {
          return { onDidCreate: listens("create"), onDidChange: listens("write"), onDidDelete: listens("delete") };
        },
      },
      window: {
        createOutputChannel: () => ({ append: console.error, appendLine: console.error, dispose: () => {} }),
        showWarningMessage: (message: string) => this.warnings.push(message),
        showErrorMessage: (message: string) => this.fail(message),
      },
      languages: {
        registerCompletionItemProvider: register("completion"),
        registerHoverProvider: register("hover"),
        registerCodeActionsProvider: register("action"),
        createDiagnosticCollection: () => ({
          set: (uri: string, all: readonly object[]) => this.shown(uri, all),
          dispose: () => {},
        }),
      },
      CompletionItem: keeps("label", "kind"),
      MarkdownString: keeps("value"),
      Hover: keeps("contents"),
      Range: keeps("line", "from", "lastLine", "to"),
      Diagnostic: keeps("range", "message", "severity"),
      CodeAction: keeps("title", "kind"),
      CodeActionKind: { QuickFix: "quickfix" },
      WorkspaceEdit: class {
        readonly edits: unknown[] = [];
        replace(...parts: readonly unknown[]) {
          this.edits.push(parts);
        }
      },
      Uri: { parse: (uri: string) => uri },
    };
  }
}

const told = suite("editors: VS Code: between the editor and the server");

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

told("texts go to the server as they are typed, and what it says comes back in the editor's own words", async () => {
  const folder = projectOf({}, { "package.json": "{}", "server.cjs": SERVER });
  writeTree(folder, { "node_modules/.keep": "" });
  symlinkSync(project, join(folder, "node_modules/eleventy-plugin-pelican"), "junction");
  const library = require.resolve("vscode-jsonrpc/node");
  const editor = new Editor();
  const subscriptions: ({ dispose?: () => void } | undefined)[] = [];
  start(editor.api(folder, `"${process.execPath}" server.cjs "${library}"`), { subscriptions });
  const uri = "file:///a.md";
  const document = (text: string, scheme = "file") => {
    return { languageId: "markdown", version: 1, uri: { scheme, toString: () => uri }, getText: () => text };
  };
  const shown = new Promise((resolve) => {
    editor.shown = (...given) => resolve(plain(given));
  });
  const range = { line: 1, from: 0, lastLine: 1, to: 5 };
  const diagnostic = { range, message: "A.", severity: 1, code: "field-misspelt", source: "pelican" };
  editor.on.open?.(document("one"));
  editor.on.open?.(document("an old version", "git"));
  assert.equal(await shown, [uri, [diagnostic]]);
  editor.on.change?.({ document: document("two") });
  editor.on.save?.(document("two"));
  editor.on.delete?.({});
  editor.on.close?.(document("two"));

  const at = { line: 7, character: 2 };
  const said = [
    "initialized",
    "textDocument/didOpen one",
    "textDocument/didChange two",
    "textDocument/didSave ",
    "workspace/didChangeWatchedFiles",
    "textDocument/didClose ",
  ].join();
  assert.equal(plain(await editor.providers.completion?.provideCompletionItems?.(document("two"), at)), [
    { label: said, kind: 11, insertText: "at 7", range },
  ]);
  assert.equal(plain(await editor.providers.hover?.provideHover?.(document("two"), at)), {
    contents: { value: "words" },
  });
  assert.equal(plain(await editor.providers.action?.provideCodeActions?.(document("two"), { start: at, end: at })), [
    {
      title: "Write it.",
      kind: "quickfix",
      isPreferred: true,
      edit: { edits: [[uri, range, "B"]] },
      diagnostics: [diagnostic],
    },
  ]);
  for (const one of subscriptions) one?.dispose?.();
});

told("a server that ends by itself is told of", async () => {
  const folder = projectOf({}, { "package.json": "{}" });
  writeTree(folder, { "node_modules/.keep": "" });
  symlinkSync(project, join(folder, "node_modules/eleventy-plugin-pelican"), "junction");
  const editor = new Editor();
  const said = new Promise<string>((resolve) => {
    editor.fail = resolve;
  });
  start(editor.api(folder, `"${process.execPath}" -e "process.exit(3)"`), { subscriptions: [] });
  assert.match(await said, "has ended (3)");
});

told("a project that nothing is installed in is told so", () => {
  const editor = new Editor();
  start(editor.api(projectOf({}), "none"), { subscriptions: [] });
  assert.match(editor.warnings.join(), "run npm install");
});

told.run();

const wired = suite("editors: VS Code: the project's own settings");

const json = (path: string) => JSON.parse(readFileSync(join(project, path), "utf8"));

wired("the settings name files that are there, and a command that runs", () => {
  const settings = json(".vscode/settings.json");
  const properties = json(".vscode/extensions/pelican-headers/package.json").contributes.configuration.properties;
  assert.ok("pelican.server" in properties);
  const [schemaOfSettings] = settings["json.schemas"];
  assert.ok(existsSync(join(project, schemaOfSettings.url)));
  assert.match(
    settings["pelican.server"],
    json("package.json").scripts.pelican ? /^npm run --silent pelican -- lsp$/ : /$^/,
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
