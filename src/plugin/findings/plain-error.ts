/** With this mark Eleventy prints no stack: the fault is not in the code. */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { skipOriginalStack: true });
}
