const { exec } = require("node:child_process");
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { completions, hover, problems } = require("./headers.cjs");

/** Registers completion, hover text and findings with the editor. */
function start(vscode, context) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) return;
  const setting = (name) => vscode.workspace.getConfiguration("pelican").get(name);
  const schema = () => readSchema(join(folder, setting("schema")));
  const content = join(folder, setting("content"));
  const isPage = (document) => document.languageId === "markdown" && document.uri.fsPath.startsWith(content);
  const linesOf = (document) => document.getText().split(/\r\n|\r|\n/);
  const pages = { language: "markdown" };
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(
      pages,
      {
        provideCompletionItems: (document, { line, character }) =>
          isPage(document)
            ? completions(linesOf(document), line, character, schema()).map((one) => completionItem(vscode, one))
            : [],
      },
      ":",
      " ",
    ),
    vscode.languages.registerHoverProvider(pages, {
      provideHover: (document, { line, character }) => {
        const words = isPage(document) ? hover(linesOf(document), line, character, schema()) : undefined;
        return words === undefined ? undefined : new vscode.Hover(new vscode.MarkdownString(words));
      },
    }),
  );
  checkOnSave(vscode, context, { folder, content, isPage, command: () => setting("check") });
}

/** A schema that is not there means that the package is not installed yet. */
function readSchema(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function completionItem(vscode, { label, insert, kind, words }) {
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind[kind === "value" ? "Value" : "Field"]);
  item.insertText = insert;
  item.documentation = new vscode.MarkdownString(words);
  return item;
}

/** All findings of the site, anew whenever a page is opened or saved; one check at a time. */
function checkOnSave(vscode, context, { folder, content, isPage, command }) {
  const found = vscode.languages.createDiagnosticCollection("pelican");
  let running = false;
  let isStale = false;
  const check = () => {
    isStale = true;
    if (running) return;
    running = true;
    isStale = false;
    // It exits with 1 where there are errors.
    exec(command(), { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, json) => {
      running = false;
      show(vscode, found, json, [content, folder]);
      if (isStale) check();
    });
  };
  const checkPage = (document) => {
    if (isPage(document)) check();
  };
  context.subscriptions.push(
    found,
    vscode.workspace.onDidSaveTextDocument(checkPage),
    vscode.workspace.onDidOpenTextDocument(checkPage),
  );
  vscode.workspace.textDocuments.some(isPage) && check();
}

/** Paths are from the content folder, those of the settings and the ledger from the project's. */
function show(vscode, found, json, folders) {
  const fileOf = (path) => folders.map((folder) => join(folder, path)).find(existsSync);
  const textOf = (path) => {
    const file = fileOf(path);
    return file && readFileSync(file, "utf8");
  };
  let byFile;
  try {
    byFile = problems(json, textOf);
  } catch {
    // The check could not be run, which its own terminal says better.
    return;
  }
  found.clear();
  for (const [path, ofFile] of byFile) {
    const file = fileOf(path);
    if (file) found.set(vscode.Uri.file(file), ofFile.map((one) => diagnostic(vscode, one)));
  }
}

const SEVERITIES = { error: "Error", warning: "Warning", advice: "Information" };

function diagnostic(vscode, { line, start, end, code, severity, message }) {
  const range = new vscode.Range(line, start, line, end);
  const result = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity[SEVERITIES[severity]]);
  return Object.assign(result, { code, source: "pelican" });
}

module.exports = { start };
