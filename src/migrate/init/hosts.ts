import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listOf } from "../../plugin/findings/list-of.ts";
import { APACHE } from "../../plugin/hosts/apache.ts";
import { CADDY } from "../../plugin/hosts/caddy.ts";
import { NGINX } from "../../plugin/hosts/nginx.ts";
import type { PelicanOptions, Settings } from "../../plugin/settings.ts";
import { netlifyToml, pagesWorkflow, WORKFLOW, wholeCommand, wranglerToml } from "./host-files.ts";

export type Host = Settings["host"];

/** What publishes the site, and how that is known; asked for where the command names it. */
export interface ChosenHost {
  readonly host: Host;
  readonly because:
    | "asked"
    | "default"
    | { readonly file: string }
    | { readonly publishes: string }
    | { readonly siteUrl: string };
}

/** What a host needs. */
export interface HostPlan {
  /** What the site's options are besides. */
  readonly options: PelicanOptions;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What is to be done elsewhere than in the folder. */
  readonly told: readonly string[];
}

const NAMES: Readonly<Record<Host, string>> = {
  netlify: "Netlify",
  cloudflare: "Cloudflare Pages",
  github: "GitHub Pages",
  nginx: "nginx",
  apache: "Apache",
  caddy: "Caddy",
  none: "any host",
};

/** The hosts that `--host` takes. */
export const HOSTS = Object.keys(NAMES) as Host[];

/** Whether a name is one of the hosts. */
export function isHost(name: string): name is Host {
  return Object.hasOwn(NAMES, name);
}

const HEADERS_ON: PelicanOptions = { headersSaveAs: "_headers" };
const PAGES_THAT_REDIRECT: PelicanOptions = { redirectPages: true };

/** Files that only one host reads. */
const FILES: readonly (readonly [path: string, host: Host])[] = [
  ["netlify.toml", "netlify"],
  ["wrangler.toml", "cloudflare"],
  ["wrangler.json", "cloudflare"],
  ["wrangler.jsonc", "cloudflare"],
];

/** The parts of hosts' own domains. */
const DOMAINS: readonly (readonly [ending: string, host: Host])[] = [
  [".github.io", "github"],
  [".pages.dev", "cloudflare"],
  [".netlify.app", "netlify"],
];

const PUBLISHES_PAGES = /\bdeploy-pages\b|\bgh-pages\b|\bghp-import\b/;

/** The host that the command names, or what the project has says; Netlify where nothing does. */
export function chooseHost(asked: Host | undefined, folder: string, { siteUrl = "" }: PelicanOptions): ChosenHost {
  if (asked !== undefined) return { host: asked, because: "asked" };
  const [found] = FILES.filter(([path]) => existsSync(join(folder, path)));
  if (found) return { host: found[1], because: { file: found[0] } };
  const workflow = [...workflowsIn(folder), "Makefile", "tasks.py"].find((file) =>
    PUBLISHES_PAGES.test(textOf(folder, file)),
  );
  if (workflow !== undefined) return { host: "github", because: { publishes: workflow } };
  const name = URL.canParse(siteUrl) ? new URL(siteUrl).hostname : "";
  const [domain] = DOMAINS.filter(([ending]) => name.endsWith(ending));
  return domain ? { host: domain[1], because: { siteUrl } } : { host: "netlify", because: "default" };
}

/** What a host needs in the folder, in the options, and elsewhere; nothing of any other host. */
export function planHost({ host, because }: ChosenHost, folder: string, settings: Settings): HostPlan {
  const isAsked = because === "asked";
  // A policy may forbid what a site does: nobody gets one unasked.
  const headers = isAsked ? HEADERS_ON : {};
  const { pathPrefix } = settings;
  switch (host) {
    case "netlify":
      return { options: headers, files: [{ path: "netlify.toml", text: netlifyToml(pathPrefix) }], told: [] };
    case "cloudflare":
      return {
        options: { host, ...headers },
        files: [
          { path: "wrangler.toml", text: wranglerToml(settings) },
          { path: ".node-version", text: "24\n" },
        ],
        told: [
          `On Cloudflare, the build command of the project is ${wholeCommand(pathPrefix)} and its output directory is _site.`,
        ],
      };
    case "github":
      return {
        options: { host, ...PAGES_THAT_REDIRECT },
        files: [{ path: WORKFLOW, text: pagesWorkflow() }],
        told: [
          "On GitHub, choose “GitHub Actions” as the source of Pages: Settings, Pages, Build and deployment.",
          ...oldWorkflows(folder).map((file) => `${file} publishes the site, too: remove it, or the two take turns.`),
        ],
      };
    case "nginx":
      return {
        options: { host, ...headers },
        files: [],
        told: [serverBlock(`include "/srv/www${pathPrefix}/${NGINX}";`, "nginx", pathPrefix)],
      };
    case "caddy":
      return {
        options: { host, ...headers },
        files: [],
        told: [serverBlock(`import "/srv/www${pathPrefix}/${CADDY}"`, "Caddy", pathPrefix)],
      };
    case "apache":
      return {
        options: { host, ...headers },
        files: [],
        told: [
          `Each build writes ${APACHE} into _site. Apache reads it where “AllowOverride FileInfo Indexes” holds for the folder, with mod_rewrite and mod_headers.`,
        ],
      };
    case "none":
      return { options: { host, ...PAGES_THAT_REDIRECT }, files: [], told: [] };
  }
}

/** What is to be written by hand into a configuration that is there. */
export function tellOptions({ options }: HostPlan, config: string | undefined): string[] {
  const rows = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return config === undefined || rows.length === 0
    ? []
    : [`Write into ${config}, among the plugin's options: ${rows.join(", ")}.`];
}

/** What the files are made for, and how another host is named. */
export function tellHost({ host, because }: ChosenHost): string {
  const others = HOSTS.filter((one) => one !== host);
  const why =
    typeof because === "string"
      ? ""
      : "file" in because
        ? `, as ${because.file} is here`
        : "publishes" in because
          ? `, as ${because.publishes} publishes there`
          : `, as siteUrl is ${because.siteUrl}`;
  return because === "asked"
    ? `Made for ${NAMES[host]}.`
    : `Made for ${NAMES[host]}${why}. For another host, say so: --host ${listOf(others, "or")}.`;
}

function serverBlock(line: string, server: string, path: string): string {
  return `Each build writes the site's part of ${server}'s configuration into _site. Where the host's folder is /srv/www, and the site is in /srv/www${path}:
  ${line}`;
}

function workflowsIn(folder: string): string[] {
  const workflows = join(folder, ".github/workflows");
  if (!existsSync(workflows)) return [];
  return readdirSync(workflows)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `.github/workflows/${name}`);
}

function oldWorkflows(folder: string): string[] {
  return workflowsIn(folder).filter((file) => file !== WORKFLOW && PUBLISHES_PAGES.test(textOf(folder, file)));
}

function textOf(folder: string, path: string): string {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
