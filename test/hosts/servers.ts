/** Real servers, with what the build writes for each: started on a free port, by an ordinary user, for one folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { project, temporaryFolder } from "../build-tree.ts";
import { otherUser } from "../other-user.ts";

export type ServerName = "nginx" | "apache" | "caddy";

export interface Running {
  /** Asks for a path as it stands, without tidying it. */
  readonly get: (path: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Kind {
  readonly programs: readonly string[];
  /** @param file the site's part, absolute */
  readonly config: (place: Place, file: string) => string;
  readonly args: (config: string, folder: string) => readonly string[];
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly port: number;
}

/** What the documentation shows of a server's own configuration, for other places than it names. */
function example(name: ServerName, places: Readonly<Record<string, string>>): string {
  const page = readFileSync(join(project, `src/content/docs/host-${name}.md`), "utf8");
  const [, shown = ""] = new RegExp(`\`\`\`${name}\\n(.*?)\`\`\``, "s").exec(page) ?? [];
  return Object.entries(places).reduce((text, [from, to]) => text.replaceAll(from, to), shown);
}

const MODULES = "mpm_event authz_core mime dir autoindex negotiation headers rewrite".split(" ");

const kinds: { readonly [Name in ServerName]: Kind } = {
  nginx: {
    programs: ["/usr/sbin/nginx"],
    config: ({ root, folder, port }, file) => `daemon off;
pid ${folder}/pid;
worker_processes 1;
events { worker_connections 64; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  ${example("nginx", { "listen 80": `listen 127.0.0.1:${port}`, "/srv/www/.nginx.conf": `"${file}"`, "/srv/www": root })}
}
`,
    args: (config, folder) => ["-e", "stderr", "-p", folder, "-c", config],
  },
  apache: {
    programs: ["/usr/sbin/apache2"],
    config: ({ root, folder, port }) => `ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/errors
StartServers 1
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
TypesConfig /etc/mime.types
# As on hosts where a folder is listed by default.
<Directory ${root}>
  Options Indexes FollowSymLinks
</Directory>
${example("apache", { "*:80": `127.0.0.1:${port}`, "/srv/www": root })}`,
    args: (config) => ["-DFOREGROUND", "-f", config],
  },
  caddy: {
    programs: ["/usr/bin/caddy"],
    config: ({ root, port }, file) => `{
  admin off
  auto_https off
}
${example("caddy", { "example.org": `http://127.0.0.1:${port}`, "import /srv/www/.Caddyfile": `import "${file}"\n  file_server`, "/srv/www": root })}`,
    args: (config) => ["run", "--adapter", "caddyfile", "--config", config],
  },
};

/** The program of a server; undefined where it is not installed. */
export function programOf(name: ServerName): string | undefined {
  return kinds[name].programs.find((path) => existsSync(path));
}

/**
 * @param root the host's folder
 * @param file the site's part of the configuration, in it
 */
export async function start(name: ServerName, root: string, file: string): Promise<Running> {
  const folder = temporaryFolder();
  const port = await freePort();
  const config = join(folder, "config");
  writeFileSync(config, kinds[name].config({ root, folder, port }, join(root, file)));
  mkdirSync(join(folder, "home"));
  makeReadable(root);
  for (const path of [folder, join(folder, "home")]) if (otherUser !== undefined) chownSync(path, otherUser, otherUser);
  const home = join(folder, "home");
  const env = { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const started = spawn(programOf(name) ?? name, kinds[name].args(config, folder), {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(otherUser !== undefined && { uid: otherUser, gid: otherUser }),
  });
  const said: string[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on("data", (text) => said.push(String(text)));
  await listening(started, port, said);
  return {
    get: (path) => get(port, path),
    close: async () => {
      const ended = new Promise((end) => started.once("exit", end));
      started.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Until it answers, or has ended. */
async function listening(started: ChildProcess, port: number, said: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (started.exitCode !== null) break;
    if (await canConnect(port)) return;
    await new Promise((later) => setTimeout(later, 25));
  }
  started.kill("SIGKILL");
  throw new Error(`It does not answer:\n${said.join("")}`);
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}

function get(port: number, path: string): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.on("error", failed).end();
  });
}
