import { fileURLToPath } from "node:url";
import { UsageError } from "../migrate/usage-error.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { printable } from "../plugin/findings/printable.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";

/**
 * An error for people to read: what Eleventy and a file of the project say, with the place in it. One that nobody expected
 * has its stack, for whoever fixes it.
 *
 * @param folder the project's
 */
export function failure(error: unknown, folder: string): string {
  const cause = causeOf(error);
  if (!(cause instanceof Error)) return printable(`${inWords(error)}\n`);
  if (isExpected(cause)) return printable(`${cause.message}\n`);
  const place = placeIn(cause, folder);
  const isUnexpected = cause === error ? !isEleventys(cause) : isOurs(cause);
  if (place === undefined && isUnexpected) return printable(`${cause.stack}\n`);
  return printable(`${place === undefined ? "" : `${place}: `}${inWords(error)}\n`);
}

/** What an error says first of all: Eleventy wraps those of a configuration. */
export function causeOf(error: unknown): unknown {
  const cause = error instanceof Error && "originalError" in error ? error.originalError : undefined;
  return cause === undefined ? error : causeOf(cause);
}

/** Where Eleventy wraps what is wrong, both are said. */
export function inWords(error: unknown): string {
  const cause = causeOf(error);
  return cause === error ? messageOf(error) : `${messageOf(error).replace(/\.$/, "")}: ${messageOf(cause)}`;
}

/** What the system says of a file, a wrong call, or faults in the settings: the message is for people. */
function isExpected(error: Error): boolean {
  return error instanceof UsageError || "code" in error || "skipOriginalStack" in error;
}

/** What Eleventy throws on purpose, such as that `tags` in a data file is neither a text nor a list: it names the file. */
function isEleventys({ name, stack = "" }: Error): boolean {
  const [first = ""] = /^\s+at .*$/m.exec(stack) ?? [];
  return name === "Error" && /@11ty[\\/]eleventy[\\/]src/.test(first);
}

/** `eleventy.config.js:3:7`, where the project's own code has thrown it. */
function placeIn({ stack = "" }: Error, folder: string): string | undefined {
  const [, url = "", path = url, at] =
    /^\s+at (?:.*\()?(?:(file:\S+?)|(\/\S+?|\w:\\\S+?)):(\d+:\d+)\)?$/m.exec(stack) ?? [];
  if (at === undefined) return undefined;
  const file = relativePath(folder, path.startsWith("file:") ? fileURLToPath(path.replace(/\?.*$/, "")) : path);
  return file.startsWith("..") || file.includes("node_modules/") ? undefined : `${file}:${at}`;
}

function isOurs({ stack = "" }: Error): boolean {
  const [first = ""] = /^\s+at .*$/m.exec(stack) ?? [];
  return /eleventy-plugin-pelican[\\/]dist|\.cache[\\/]pelican/.test(first);
}
