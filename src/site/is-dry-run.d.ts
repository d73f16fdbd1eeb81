/** Whether Eleventy’s command is asked to write nothing. */
export function isDryRun(args: readonly string[]): boolean;
