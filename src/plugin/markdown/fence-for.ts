import { greatest } from "../maps/many.ts";

/** A fence that nothing in some code ends. */
export function fenceFor(code: string): string {
  const runs = code.match(/`{3,}/g) ?? [];
  return "`".repeat(
    greatest(
      runs.map(({ length }) => length + 1),
      3,
    ),
  );
}
