import type { FieldValues } from "../dialect/fields.ts";

/** The names of `Authors`, else the one of `Author`; undefined where there is neither. */
export function authorsOf({ authors, author }: FieldValues): readonly string[] | undefined {
  return authors ?? (author ? [author] : undefined);
}
