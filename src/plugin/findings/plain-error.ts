/** With this mark Eleventy prints no stack: the fault is not in the code. */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { skipOriginalStack: true });
}

/** What was thrown, in words: nothing says that it is an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
