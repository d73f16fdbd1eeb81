import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editorFiles } from "../../editors/editor-files.ts";
import { CMS } from "../../plugin/versions.ts";
import { withDevDependency } from "./package-json.ts";
import type { Plan } from "./plan.ts";

const PACKAGE = "package.json";

/**
 * What `init --editors` writes besides: VS Code's extension, snippets, settings and tasks, and the form's library in
 * `package.json`. Nothing that exists is replaced.
 *
 * @throws {UsageError} where nothing can be added to `package.json`
 */
export function withEditors(plan: Plan, folder: string): Plan {
  const files = Object.entries(editorFiles()).map(([path, text]) => ({ path, text, isThere: false, added: [] }));
  const missing = files.filter(({ path }) => !existsSync(join(folder, path)));
  const planned = plan.files.find(({ path }) => path === PACKAGE);
  const onDisk = textOf(folder, PACKAGE);
  const { text, isAdded } = withDevDependency(planned?.text ?? onDisk, CMS.name, CMS.range);
  const added = [...(planned?.added ?? []), `the development dependency ${CMS.name}`];
  const ofPackage = isAdded ? [{ path: PACKAGE, text, isThere: onDisk !== undefined, added }] : [];
  const others = plan.files.filter((one) => !isAdded || one !== planned);
  const there = files.filter((one) => !missing.includes(one)).map(({ path }) => path);
  return { files: [...others, ...ofPackage, ...missing], left: [...plan.left, ...there] };
}

/** How the editors are used, and which files are others than the package's. */
export function tellEditors(folder: string): string {
  const others = Object.entries(editorFiles()).filter(([path, text]) => (textOf(folder, path) ?? text) !== text);
  const parts = [
    "For editors: run “npm install”. Then “npx eleventy --serve” has a form for every page at http://localhost:8080/admin/.",
    "VS Code shows Pelican headers among the extensions that it recommends for this folder: install it there.",
    "All other editors: node_modules/eleventy-plugin-pelican/docs/editors.md",
    ...(others.length === 0
      ? []
      : [
          `Other than the package's, and not replaced: ${others.map(([path]) => path).join(", ")}. To have those of the package, remove them and run this again.`,
        ]),
  ];
  return parts.join("\n");
}

function textOf(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
