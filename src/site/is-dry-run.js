/**
 * Whether Eleventy's command is asked to write nothing: then its configuration keeps nothing either.
 *
 * @param {readonly string[]} args what follows the command, as Eleventy reads it: the last one tells
 * @returns {boolean}
 */
export function isDryRun(args) {
  const end = args.indexOf("--");
  const own = end < 0 ? args : args.slice(0, end);
  const dry = own.findLast((arg) => /^--(?:no-)?dryrun(?:=|$)/.test(arg)) ?? "";
  const to = own.findLast((arg, at) => arg.startsWith("--to=") || own[at - 1] === "--to") ?? "";
  return /^--dryrun(?:$|=(?!false$))/.test(dry) || /^(?:--to=)?(?:nd)?json$/.test(to);
}
