import { encodeRest, type HostRules, pattern } from "./host-rules.ts";

export const CADDY = ".Caddyfile";

/**
 * The site's part of a site block of Caddy 2.
 * Source: https://caddyserver.com/docs/caddyfile/concepts
 */
export function caddyConfig({ path, notFound, moved, elsewhere, headers }: HostRules): string {
  const matched = headers.flatMap((rule, index) => [
    `@pelican_${index} path_regexp ${address(rule.path)}`,
    ...Object.entries(rule.headers).map(([name, value]) => `header @pelican_${index} ${name} ${quoted(value)}`),
  ]);
  const inside = [
    ...matched,
    ...redirects(moved),
    ...elsewhere
      .filter(({ file }) => isPlain(path + file))
      .flatMap(({ address: at, file }, index) => [
        `@pelican_file_${index} path_regexp ${address(at)}`,
        `rewrite @pelican_file_${index} \`${path}/${file}\``,
      ]),
    "try_files {path} {path}.html",
    `file_server {\n      hide ${CADDY}\n    }`,
  ];
  const handle = path === "" ? "handle" : `@pelican path_regexp ${address(`${path}/*`)}\nhandle @pelican`;
  const whole =
    path === "" ? "" : `@pelican_bare path_regexp ${address(path)}\nredir @pelican_bare ${encodeRest(path)}/ 301\n`;
  return `# Made by the build, and made anew by each. In the Caddyfile, where /srv/www is the host's folder:
#   example.org {
#     root * /srv/www
#     import "/srv/www${path}/${CADDY}"
#   }
${whole}${handle} {
  route {
${inside.map((line) => `    ${line}`).join("\n")}
  }
}
${notFound === "" || !isPlain(notFound) ? "" : missing(path, notFound)}`;
}

/** What was sent for the address that is not there does not hold for the page that says so. */
function missing(path: string, notFound: string): string {
  return `handle_errors {
  @pelican_missing {
    expression \`{err.status_code} == 404\`
    path_regexp ${address(`${path}/*`)}
  }
  handle @pelican_missing {
    header Cache-Control no-cache
    rewrite * \`${notFound}\`
    file_server
  }
}
`;
}

/** Caddy takes a path that it leads to as it is, but for what is a placeholder or ends a path. */
export function isPlain(path: string): boolean {
  return !/[`{}%?#*]|\p{Cc}/u.test(path);
}

function redirects(moved: HostRules["moved"]): string[] {
  if (moved.length === 0) return [];
  const lines = moved.map(({ from, to }) => `      \`~^${pattern(from)}$\` ${to}`);
  return [
    `map {path} {pelican_moved} {\n${lines.join("\n")}\n      default ""\n    }`,
    '@pelican_moved_query expression `{pelican_moved} != "" && {query} != ""`',
    "redir @pelican_moved_query {pelican_moved}?{query} 301",
    '@pelican_moved expression `{pelican_moved} != ""`',
    "redir @pelican_moved {pelican_moved} 301",
  ];
}

/** A path as a regular expression: Caddy's own patterns do not tell capitals from small letters. */
function address(path: string): string {
  return path.endsWith("*") ? `\`^${pattern(path.slice(0, -1))}\`` : `\`^${pattern(path)}$\``;
}

/** Braces would be placeholders, or variables of the environment. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("{", "%7B").replaceAll("}", "%7D")}"`;
}
