import type { HeaderRule } from "../netlify/headers.ts";
import { encodeRest, type HostRules, headersFinder } from "./host-rules.ts";

/** Where it is written: it goes with the site, and is included by the server's own configuration. */
export const NGINX = ".nginx.conf";

/**
 * The site's part of a `server` block. Everything is in one location: what else the host has stays as it is.
 * Source: https://nginx.org/en/docs/http/ngx_http_core_module.html
 */
export function nginxConfig(rules: HostRules): string {
  const { path, notFound, moved, elsewhere, headers } = rules;
  const [everywhere, ...others] = headers;
  const headersAt = headersFinder(rules);
  const inside = [
    "absolute_redirect off;",
    "charset utf-8;",
    ...(notFound === "" || notFound.includes("$") ? [] : [`error_page 403 404 =404 ${quoted(notFound)};`]),
    TRY,
    ...(everywhere ? added(everywhere.headers) : []),
    "",
    `location = ${quoted(`${path}/${NGINX}`)} { return 404; }`,
    ...others.flatMap((rule) => ["", ...location(rule, headersAt(rule))]),
    ...elsewhere
      .filter(({ file }) => !file.includes("$"))
      .map(({ address, file }) => `location = ${quoted(address)} { try_files ${quoted(`${path}/${file}`)} =404; }`),
    ...moved.map(({ from, to }) => `location = ${quoted(from)} { return 301 "${to}$is_args$args"; }`),
  ];
  const lines = inside.map((line) => (line === "" ? "" : `  ${line}`));
  return `# Made by the build, and made anew by each. In the server's own configuration, where /srv/www is the host's folder:
#   server {
#     root /srv/www;
#     include "/srv/www${path}/${NGINX}";
#   }
${path === "" ? "" : `location = ${quoted(path)} { return 301 "${encodeRest(path)}/$is_args$args"; }\n`}location ${quoted(`${path}/`)} {
${lines.join("\n")}
}
`;
}

/** A file, or the file without its ending, or a folder, whose slash nginx adds. */
const TRY = "try_files $uri $uri.html $uri/ =404;";

/** Headers of the location around it hold only where a location has none of its own, and what is tried never does. */
function location(rule: HeaderRule, { "Content-Type": _, ...all }: HeaderRule["headers"]): string[] {
  const { "Content-Type": type, ...headers } = rule.headers;
  const isFolder = rule.path.endsWith("*");
  const name = isFolder ? quoted(rule.path.slice(0, -1)) : `= ${quoted(rule.path)}`;
  return [
    `location ${name} {`,
    `  ${isFolder ? TRY : "try_files $uri =404;"}`,
    ...(type === undefined ? [] : ["  types { }", `  default_type ${quoted(type)};`]),
    ...(Object.keys(headers).length === 0 ? [] : added(all).map((line) => `  ${line}`)),
    "}",
  ];
}

/** What keeps a file is only for what is there; all else goes with errors, too. */
function added(headers: HeaderRule["headers"]): string[] {
  return Object.entries(headers).map(
    ([name, value]) =>
      `add_header ${name} ${quoted(value.replaceAll("$", "%24"))}${name === "Cache-Control" ? "" : " always"};`,
  );
}

/** A text in quotation marks. There a dollar sign begins a variable where one may be, and nothing takes that from it. */
function quoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `"${escaped}"`;
}
