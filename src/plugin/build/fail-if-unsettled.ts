/**
 * Makes the command fail where a build ends before its end: Node ends as if all were well once nothing is waited for, and
 * a promise that nobody settles, of a filter or a plugin, leaves a build there.
 *
 * @returns says that the build has come to its end
 */
export function failIfUnsettled(): () => void {
  // Who calls Eleventy from a script of their own may do other things after it.
  if (process.env.ELEVENTY_SOURCE !== "cli") return () => {};
  const tell = (exitCode: number) => {
    if (exitCode !== 0) return;
    console.error(`\n${MESSAGE}\n`);
    process.exitCode = 1;
  };
  process.once("exit", tell);
  return () => {
    process.off("exit", tell);
  };
}

const MESSAGE =
  "The build stopped early: a promise was never settled. Pages may be missing. " +
  "Look for a filter, a shortcode, a data file or a plugin that returns a promise and does not settle it.";
