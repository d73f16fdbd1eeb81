/** Which Chromium the tests drive, and how it is started. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { project } from "../build-tree.ts";

export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** A browser of the machine, or the one that an npm package carries. */
export type Chosen = { readonly path: string } | "packaged";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ADVICE =
  "Install Chrome, Chromium or Edge, and name its program in CHROME_PATH, such as CHROME_PATH=/usr/bin/chromium npm test.";

/** Of the packaged font alone, so that pages are of one size on all machines. Without any font the browser crashes. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const here: Machine = { platform: process.platform, arch: process.arch, env: process.env, exists: existsSync };

/**
 * What `CHROME_PATH` names; else, on Linux with an Intel or AMD processor, the packaged one, so that all such machines
 * test with the same; else a browser in one of the usual places.
 *
 * @throws where there is none, and says what to do
 */
export function chooseChromium(machine: Machine): Chosen {
  const { platform, arch, env, exists } = machine;
  if (env.CHROME_PATH) {
    if (exists(env.CHROME_PATH)) return { path: env.CHROME_PATH };
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, and there is no such file. ${ADVICE}`);
  }
  if (platform === "linux" && arch === "x64") return "packaged";
  const path = usualPlaces(machine).find(exists);
  if (path) return { path };
  throw new Error(`No browser was found, and the one that npm installs is for Linux on x64 only. ${ADVICE}`);
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return folders.flatMap((folder) => programs.map((program) => `${folder}\\${program}`));
  }
  return ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
}

/** @throws where no browser is found or it does not start, and says what to do */
export async function launchChromium(machine: Machine = here): Promise<Browser> {
  const chosen = chooseChromium(machine);
  const { path, env } = chosen === "packaged" ? await unpackChromium() : { path: chosen.path, env: {} };
  try {
    return await chromium.launch({
      executablePath: path,
      args: FLAGS,
      env: { ...definedOnly(machine.env), ...env },
      timeout: 30_000,
    });
  } catch (error) {
    throw new Error(`${path} does not start. ${ADVICE}\n${error}`);
  }
}

interface Unpacked {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The packaged browser with its libraries and a font, unpacked once for each version. */
async function unpackChromium(): Promise<Unpacked> {
  const manifest = join(project, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const folder = join(project, "node_modules/.cache", `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to be at Amazon. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  // Beside its place, and moved there when it is whole: an unpacking that was broken off must not be taken for a browser.
  const unfinished = mkdtempSync(`${folder}-`);
  const script = 'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: project,
      env: { ...process.env, NODE_OPTIONS: "", TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
      timeout: 120_000,
    });
    // The package's own names folders of Amazon's machines.
    writeFileSync(join(unfinished, "fonts/fonts.conf"), FONTS);
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(folder)) throw new Error(`The packaged browser cannot be unpacked. ${ADVICE}\n${error}`);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function definedOnly(env: Machine["env"]): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
