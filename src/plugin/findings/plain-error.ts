/** With this mark Eleventy prints no stack: the fault is not in the code. */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { skipOriginalStack: true });
}

/** What was thrown, in words: nothing says that it is an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code for what went wrong, such as `EACCES`: its message would repeat the whole path. Of another error, all that it says. */
export function codeOf(error: unknown): string {
  return systemCode(error) ?? String(error);
}

/** The same code; undefined of an error that is not the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
