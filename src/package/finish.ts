/** After the compiler: what the package holds besides compiled modules. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsSchema } from "../plugin/settings.ts";
import { packagedDoc } from "./docs.ts";
import { withDocstrings } from "./docstrings.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const theme = join(project, "dist/theme");

/** Includes of the site about XMPP that no other site has a use for. */
const OWN = /^(?:list-of-.*\.njk|icon.*)$/;

cpSync(join(project, "_includes"), theme, { recursive: true, filter: (path) => !OWN.test(basename(path)) });
cpSync(join(project, "admin"), join(project, "dist/admin"), { recursive: true });
cpSync(join(project, ".vscode/extensions"), join(project, "dist/editors/vscode"), { recursive: true });
addNeutral(join(project, "src/package/theme"), theme);

const docs = join(project, "src/content/docs");
rmSync(join(project, "docs"), { recursive: true, force: true });
mkdirSync(join(project, "docs"));
for (const name of readdirSync(docs)) {
  writeFileSync(join(project, "docs", name), packagedDoc(readFileSync(join(docs, name), "utf8")));
}

const options = join(project, "dist/plugin/settings.d.ts");
writeFileSync(options, withDocstrings(readFileSync(options, "utf8"), settingsSchema));

/** What stands for the site's own identity: files that are there already are added to. */
function addNeutral(from: string, to: string): void {
  for (const path of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    const target = join(to, file.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(file), { flag: "a" });
  }
}
