/** The package as npm packs it, unpacked into a project of somebody else's. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fixtures, plainEnvironment, project, temporaryFolder } from "../build-tree.ts";

export const NAME = "eleventy-plugin-pelican";

/** What `npm pack` made. */
export interface Packed {
  readonly tarball: string;
  /** The paths of all files in it, sorted. */
  readonly files: readonly string[];
}

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

export const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as Manifest;

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function ownFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

let packedOnce: Packed | undefined;

/** This project, packed once for all tests of the package, which run in one process. */
export function pack(): Packed {
  packedOnce ??= packProject();
  return packedOnce;
}

/** Packs this project, which compiles it first. */
function packProject(): Packed {
  const folder = ownFolder();
  const printed = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], {
    cwd: project,
    env: plainEnvironment(),
    shell: process.platform === "win32",
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(printed.slice(printed.indexOf("["))) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path).sort() };
}

/**
 * A folder with the garden club's Pelican site, in which the package is installed: beside it is what it declares as
 * dependencies, and nothing else, so that whatever else it imported would be missed.
 *
 * @param optional which of those that a site installs where it uses them; all, where nothing is said
 */
export function installed(
  { tarball }: Packed,
  optional: readonly string[] = Object.keys(manifest.peerDependenciesMeta),
): string {
  const folder = ownFolder();
  cpSync(join(fixtures, "garden-club"), folder, { recursive: true });
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, NAME), { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", join(modules, NAME)]);
  const { dependencies, peerDependencies, peerDependenciesMeta } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name] || optional.includes(name));
  for (const name of [...Object.keys(dependencies), ...peers]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(project, "node_modules", name), join(modules, name), "junction");
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly printed: string;
}

/** The command of Eleventy, below `node_modules`. */
export const CMD = "@11ty/eleventy/cmd.cjs";

/**
 * Runs a script of an installed package by Node, as `npx` does.
 *
 * @param script its path, absolute or from `node_modules`
 * @param options Node's own
 * @param environment variables besides those of a plain shell
 */
export function runIn(
  folder: string,
  script: string,
  args: readonly string[] = [],
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Ran {
  try {
    const printed = execFileSync(process.execPath, [...options, resolve(folder, "node_modules", script), ...args], {
      cwd: folder,
      env: { ...plainEnvironment(), ...environment },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
    });
    return { code: 0, printed };
  } catch (error) {
    const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
    return { code: status ?? -1, printed: `${stdout ?? ""}${stderr ?? ""}` };
  }
}

export function command(folder: string, ...args: readonly string[]): Ran {
  return runIn(folder, `${NAME}/${manifest.bin["eleventy-pelican"]}`, args);
}

export function build(folder: string, ...args: readonly string[]): Ran {
  return runIn(folder, CMD, args);
}
