/**
 * What Node does: Asciidoctor.js, which answers later, makes HTML of AsciiDoc. It is given texts as JSON, answers for each of
 * them, and writes nothing. Whatever is included is read by one function, which takes nothing from outside of the content.
 * Source: https://docs.asciidoctor.org/asciidoctor/latest/safe-modes/
 */
export const ADOC_PROGRAM = `
const { readFileSync, realpathSync } = require("node:fs");
const fsp = require("node:fs/promises");
const { dirname, join, sep } = require("node:path");

const { library, root, texts, attributes } = JSON.parse(readFileSync(0, "utf8"));
const { load, Extensions, LoggerManager, MemoryLogger } = require(library);

const read = fsp.readFile;
fsp.readFile = async (path, options) => {
  if (!realpathSync(path).startsWith(root + sep)) throw new Error(path + " is outside of the content");
  return read(path, options);
};
require("node:module").syncBuiltinESMExports();

const short = (text) => text.replaceAll(root + sep, "");

async function answer({ path, text }) {
  const logger = MemoryLogger.create();
  LoggerManager.logger = logger;
  const registry = Extensions.create();
  registry.preprocessor(function () {
    this.process((document, reader) => {
      reader._dir = dirname(join(root, path));
      return reader;
    });
  });
  const told = () => logger.getMessages().map((one) => {
    const line = one.getSourceLocation()?.lineno ?? 1;
    return { isError: ["ERROR", "FATAL"].includes(one.getSeverity()), line, text: short(one.getText()) };
  });
  try {
    const document = await load(text, { safe: "safe", base_dir: root, extension_registry: registry, attributes });
    const body = await document.convert();
    return { title: document.getDocumentTitle() ?? "", body, told: told() };
  } catch (error) {
    return { title: "", body: "", told: [{ isError: true, line: 1, text: short(error.message) }] };
  }
}

(async () => {
  const answers = [];
  for (const one of texts) answers.push(await answer(one));
  process.stdout.write(JSON.stringify(answers));
})();
`;
