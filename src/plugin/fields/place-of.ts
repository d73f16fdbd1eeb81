import type { FieldKey } from "../dialect/fields.ts";
import { type Place, placeIn } from "../findings/finding.ts";
import { valuePlace } from "../header/header.ts";
import type { Fields } from "./read-fields.ts";

/** A field's place is its value's; one that is not written has its place at the top of the file. */
export function placeOf(fields: Fields, file: string): (field: FieldKey) => Place {
  return (field) => {
    const line = fields.lines.get(field);
    return line ? valuePlace(line, file) : placeIn(file);
  };
}
