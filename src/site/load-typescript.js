// JavaScript, for Node 20 reads no TypeScript.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Stay outside of a bundle: libraries that are loaded only where they are needed, and one with a binary beside it. */
const OUTSIDE = [
  "@11ty/eleventy",
  "@11ty/eleventy-img",
  "@resvg/resvg-js",
  "html-minifier-terser",
  "lightningcss",
  "pagefind",
  "terser",
  "tinyglobby",
  "unidecode",
];
/** The modules that look for files beside themselves. To read them all here would take a third of the time more. */
const LOOKS_BESIDE_ITSELF =
  /[\\/](?:cache[\\/]version|cli[\\/]own-version|social[\\/]write-cards|files[\\/]libraries|form[\\/]form-files|editors[\\/]editor-files|eleventy[\\/]theme-folders)\.ts$/;

/**
 * Loads a TypeScript module. One file is made of it and of all that it imports, libraries too, and kept until one of
 * them changes: it loads in a third of the time that the 700 small files take.
 *
 * @param {URL} entry where the module is
 * @param {URL} folder where the file is kept: what is made of packages goes with them
 * @param {boolean} [isKept] whether anything may be written
 * @returns {Promise<Record<string, any>>} what the module exports
 * @throws {Error} that names file and line where a module cannot be read or compiled
 */
export async function loadTypeScript(entry, folder, isKept = true) {
  const [file, root] = [fileURLToPath(entry), fileURLToPath(new URL(".", entry))];
  const bundle = join(fileURLToPath(folder), `${basename(file, ".ts")}.cjs`);
  const require = createRequire(bundle);
  if (!isFresh(bundle, root)) {
    if (!isKept) return loadUnbundled(file);
    const made = await makeBundle(file, root);
    if (!keep(bundle, made)) return loadUnbundled(file);
    delete require.cache[bundle];
  }
  return require(bundle);
}

/** A bundle's first line says from where it was made, of what, and what the rest is. */
function isFresh(bundle, root) {
  try {
    const bytes = readFileSync(bundle);
    const end = bytes.indexOf("\n");
    const made = JSON.parse(bytes.toString("utf8", "//".length, end));
    if (made.root !== root || made.hash !== hashOf(bytes.subarray(end + 1))) return false;
    return Object.entries(made.changed).every(([file, time]) => changedAt(join(root, file)) === time);
  } catch {
    return false;
  }
}

function hashOf(bytes) {
  return createHash("sha1").update(bytes).digest("hex");
}

/** The time at which a file came to be as it is: no tool can set it back, as it can that of the last edit. */
function changedAt(file) {
  return statSync(file).ctimeMs;
}

async function makeBundle(file, root) {
  const started = Date.now();
  const { build } = await import("esbuild");
  const inputs = new Set();
  const bundle = async (entry, plugins) => {
    const { metafile, outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      write: false,
      metafile: true,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node20",
      external: OUTSIDE,
      legalComments: "none",
      logLevel: "silent",
      logOverride: { "empty-import-meta": "error" },
      plugins,
    });
    for (const input of Object.keys(metafile.inputs)) inputs.add(input);
    return outputFiles[0];
  };
  const { contents } = await bundle(file, [ownAddresses, workerProgram(bundle)]);
  const changed = [...inputs].map((input) => {
    const time = changedAt(join(root, input));
    // What changes while this runs is read again the next time.
    return [input, time < started ? time : 0];
  });
  const made = { root, hash: hashOf(contents), changed: Object.fromEntries(changed) };
  return Buffer.concat([Buffer.from(`//${JSON.stringify(made)}\n`), contents]);
}

/** They go on finding what is there. */
const ownAddresses = {
  name: "own-addresses",
  setup({ onLoad }) {
    onLoad({ filter: LOOKS_BESIDE_ITSELF }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

/** Its program is a bundle of its own, within the bundle. */
const workerProgram = (bundle) => ({
  name: "worker",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]worker[\\/]program-code\.ts$/ }, async ({ path }) => {
      const { text } = await bundle(join(dirname(path), "program.ts"), []);
      return { contents: `export const programCode = ${JSON.stringify(text)};`, loader: "js" };
    });
  },
});

/** @returns {boolean} whether it could be written; as a whole, for two builds may do so at once */
function keep(bundle, bytes) {
  const beside = `${bundle}.${process.pid}.new`;
  try {
    mkdirSync(dirname(bundle), { recursive: true });
    writeFileSync(beside, bytes);
    renameSync(beside, bundle);
    return true;
  } catch {
    return false;
  }
}

/** Where nothing can be kept. */
function loadUnbundled(file) {
  const require = createRequire(import.meta.url);
  require("tsx/cjs/api").register();
  return require(file);
}
