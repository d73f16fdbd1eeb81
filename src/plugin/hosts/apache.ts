import { addressOfFile, type HostRules, pattern } from "./host-rules.ts";

export const APACHE = ".htaccess";

/** In characters, of which each may be four: a line may have 8,192. */
const MOST_IN_A_RULE = 900;

/**
 * Apache's file for the folder that it is in. Nothing in it asks for more than `AllowOverride FileInfo Indexes`.
 * Source: https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 */
export function apacheConfig({ path, notFound, moved, elsewhere, headers }: HostRules): string {
  const isHere = (address: string) => pattern(address.slice(path.length + 1));
  const lines = [
    "AddDefaultCharset utf-8",
    ...(notFound === "" ? [] : [`ErrorDocument 404 ${addressOfFile(notFound)}`]),
    "",
    ...headers.flatMap((rule) =>
      Object.entries(rule.headers).map(([name, value]) =>
        header(name, value, rule.path === `${path}/*` ? "" : at(rule.path)),
      ),
    ),
    "",
    "RewriteEngine On",
    "# A page may have the name of a folder: about.html goes before about/.",
    "DirectorySlash Off",
    "RewriteOptions AllowNoSlash",
    `RewriteRule ^${pattern(APACHE)}$ - [R=404,L]`,
    ...together(moved).map(([to, from]) => {
      return `RewriteRule ^(?:${from.map(isHere).join("|")})$ ${substitution(to)} [R=301,NE,L]`;
    }),
    ...elsewhere.map(({ address, file }) => `RewriteRule ^${isHere(address)}$ ${substitution(fileHere(file))} [END]`),
    "RewriteCond %{REQUEST_FILENAME} !-f",
    "RewriteCond %{REQUEST_FILENAME}.html -f",
    "RewriteRule ^(.*[^/])$ $1.html [END]",
    "# No folder is listed.",
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
    "RewriteRule ^ - [R=404,L]",
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteRule [^/]$ %{REQUEST_URI}/ [R=301,L]",
  ];
  return `# Made by the build, and made anew by each. It needs mod_rewrite, mod_headers, and “AllowOverride FileInfo Indexes” for its folder.
${lines.join("\n")}
`;
}

/** Old addresses by where they lead, a few at a time: Apache reads this file for each request, and a line has an end. */
function together(moved: HostRules["moved"]): (readonly [to: string, from: readonly string[]])[] {
  const groups: [string, string[]][] = [];
  for (const { from, to } of moved) {
    const last = groups.at(-1);
    if (last?.[0] === to && last[1].join("").length + from.length < MOST_IN_A_RULE) last[1].push(from);
    else groups.push([to, [from]]);
  }
  return groups;
}

/** What keeps a file is only for what is there; all else goes with errors, too. */
function header(name: string, value: string, condition: string): string {
  const isForAll = name !== "Cache-Control" && name !== "Content-Type";
  const text = value.replaceAll("$", "%24").replaceAll("%", "%%").replace(/["\\]/g, "\\$&");
  return `Header ${isForAll ? "always " : ""}set ${name} "${text}"${condition}`;
}

function at(path: string): string {
  const address = path.endsWith("*") ? `^${pattern(path.slice(0, -1))}` : `^${pattern(path)}$`;
  return ` "expr=%{REQUEST_URI} =~ m#${address}#"`;
}

/** What a rule puts in an address's place: there percent and dollar signs may stand for what was matched. */
function substitution(address: string): string {
  return address.replace(/[%$]/g, "\\$&");
}

function fileHere(file: string): string {
  return addressOfFile(file).slice(1);
}
