const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const { join } = require("node:path");

/**
 * Starts the project's language server, `eleventy-pelican lsp`, and stands between it and the editor. All that is known of
 * pages is known there.
 */
function start(vscode, context) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return;
  const protocol = protocolOf(folder.fsPath);
  if (protocol === undefined) {
    vscode.window.showWarningMessage("Pelican headers needs the project's packages: run npm install, and open the folder again.");
    return;
  }
  const output = vscode.window.createOutputChannel("Pelican");
  const server = spawn(vscode.workspace.getConfiguration("pelican").get("server"), { cwd: folder.fsPath, shell: true });
  server.stderr.on("data", (text) => output.append(String(text)));
  server.on("error", (error) => output.appendLine(error.message));
  server.stdin.on("error", (error) => output.appendLine(error.message));
  let isOver = false;
  server.on("exit", (code) => {
    const words = `Pelican's language server has ended (${code}). The output “Pelican” says why; open the folder again.`;
    if (!isOver) vscode.window.showErrorMessage(words);
  });
  const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = protocol;
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onError(([error]) => output.appendLine(error.message));
  connection.onUnhandledNotification(() => {});
  const ask = (method, params) => connection.sendRequest(method, params).catch(() => null);
  const tell = (method, params) => connection.sendNotification(method, params).catch(() => {});
  context.subscriptions.push(output, {
    dispose: () => {
      isOver = true;
      connection.dispose();
      // It ends when nobody is there any more.
      server.stdin.end();
    },
  });
  show(vscode, context, connection);
  connection.listen();
  // What is told before the answer stays in its order behind it.
  ask("initialize", { processId: process.pid, rootUri: folder.toString(), capabilities: {} });
  tell("initialized", {});
  follow(vscode, context, tell);
  help(vscode, context, ask);
}

/** The library that speaks the protocol comes with the package; undefined where that is not installed. */
function protocolOf(folder) {
  try {
    const ofPackage = createRequire(join(folder, "package.json")).resolve("eleventy-plugin-pelican/package.json");
    return createRequire(ofPackage)("vscode-jsonrpc/node");
  } catch {
    return undefined;
  }
}

/** What the server finds, whenever it finds something else. */
function show(vscode, context, connection) {
  const found = vscode.languages.createDiagnosticCollection("pelican");
  context.subscriptions.push(found);
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
    found.set(
      vscode.Uri.parse(uri),
      diagnostics.map((one) => diagnosticIn(vscode, one)),
    ),
  );
  connection.onNotification("window/showMessage", ({ message }) => vscode.window.showErrorMessage(message));
}

const LANGUAGES = ["markdown", "html"];
const isPage = ({ languageId, uri }) => uri.scheme === "file" && LANGUAGES.includes(languageId);

/** What is opened, typed, saved and closed, and what else is written to the disk. */
function follow({ workspace }, context, tell) {
  const named = (document) => ({ textDocument: { uri: document.uri.toString(), version: document.version } });
  const opened = (document) => {
    const { languageId, version } = document;
    const textDocument = { uri: document.uri.toString(), languageId, version, text: document.getText() };
    if (isPage(document)) tell("textDocument/didOpen", { textDocument });
  };
  const changed = ({ document }) => {
    const contentChanges = [{ text: document.getText() }];
    if (isPage(document)) tell("textDocument/didChange", { ...named(document), contentChanges });
  };
  const ended = (method) => (document) => isPage(document) && tell(method, named(document));
  const written = () => tell("workspace/didChangeWatchedFiles", { changes: [] });
  const files = workspace.createFileSystemWatcher("**/*.{md,markdown,mkd,mdown,html,htm,njk,json,js,mjs,cjs,ts}");
  for (const document of workspace.textDocuments) opened(document);
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidSaveTextDocument(ended("textDocument/didSave")),
    workspace.onDidCloseTextDocument(ended("textDocument/didClose")),
    files,
    files.onDidCreate(written),
    files.onDidChange(written),
    files.onDidDelete(written),
  );
}

/** Completion, hover text and quick fixes. */
function help(vscode, context, ask) {
  const { languages } = vscode;
  const pages = LANGUAGES.map((language) => ({ language, scheme: "file" }));
  const at = (document, { line, character }) => ({
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
  });
  context.subscriptions.push(
    languages.registerCompletionItemProvider(
      pages,
      {
        provideCompletionItems: async (document, position) =>
          ((await ask("textDocument/completion", at(document, position))) ?? []).map((one) => itemIn(vscode, one)),
      },
      ":",
      " ",
    ),
    languages.registerHoverProvider(pages, {
      provideHover: async (document, position) => {
        const found = await ask("textDocument/hover", at(document, position));
        return found ? new vscode.Hover(new vscode.MarkdownString(found.contents.value)) : undefined;
      },
    }),
    languages.registerCodeActionsProvider(
      pages,
      {
        provideCodeActions: async (document, range) => {
          const { start, end } = range;
          const plain = {
            start: { line: start.line, character: start.character },
            end: { line: end.line, character: end.character },
          };
          const textDocument = { uri: document.uri.toString() };
          const found = await ask("textDocument/codeAction", { textDocument, range: plain, context: { diagnostics: [] } });
          return (found ?? []).map((one) => actionIn(vscode, one));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function rangeIn(vscode, { start, end }) {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The protocol counts severities from 1, the editor from 0; they are the same otherwise. */
function diagnosticIn(vscode, { range, message, severity, code, source }) {
  return Object.assign(new vscode.Diagnostic(rangeIn(vscode, range), message, severity - 1), { code, source });
}

/** As it is with the kinds of what completion offers. */
function itemIn(vscode, { label, kind, documentation, textEdit }) {
  return Object.assign(new vscode.CompletionItem(label, kind - 1), {
    insertText: textEdit.newText,
    range: rangeIn(vscode, textEdit.range),
    ...(documentation && { documentation: new vscode.MarkdownString(documentation.value) }),
  });
}

function actionIn(vscode, { title, diagnostics, isPreferred, edit }) {
  const all = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(edit.changes)) {
    for (const { range, newText } of edits) all.replace(vscode.Uri.parse(uri), rangeIn(vscode, range), newText);
  }
  return Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), {
    isPreferred,
    edit: all,
    diagnostics: diagnostics.map((one) => diagnosticIn(vscode, one)),
  });
}

module.exports = { start };
