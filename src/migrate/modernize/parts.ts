import { fieldNames } from "../../plugin/dialect/fields.ts";
import { isList } from "../../plugin/fields/read-fields.ts";
import type { Line } from "../../plugin/files/lines.ts";
import type { HeaderLine } from "../../plugin/header/header.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { pushAll } from "../../plugin/maps/many.ts";
import { type Form, fieldInYaml, menuLines } from "./menu-text.ts";
import type { Plan } from "./plan.ts";

/** A part of a header: a field with its lines, or lines that belong to none, such as a comment. */
export interface Part {
  readonly kind: "field" | "nested" | "free";
  readonly field?: HeaderLine;
  readonly lines: readonly Line[];
  /** A comment after the value. */
  readonly comment?: string;
}

export interface Rewriting {
  readonly plan: Plan;
  readonly form: Form;
  /** The page's Url. */
  readonly url: string;
  /** The line break of new lines. */
  readonly end: string;
  /** Whether the fields are YAML already. */
  readonly isYaml: boolean;
}

/**
 * The lines of a header with its menus as lists, where the first of their fields was. Every other line stays where it
 * is; a comment between numbered fields stays above the same entry.
 *
 * @returns undefined where a field cannot be expressed in YAML
 */
export function rewriteParts(parts: readonly Part[], { plan, form, url, end, isYaml }: Rewriting): Line[] | undefined {
  const repeats = isYaml ? new Map<HeaderLine, string | undefined>() : repeatedValues(parts, plan);
  const lines: Line[] = [];
  const comments = new Map<HeaderLine, readonly string[]>();
  let [waiting, place]: [Line[], number | undefined] = [[], undefined];
  const flush = () => {
    pushAll(lines, waiting);
    waiting = [];
  };
  const add = (texts: readonly string[]) =>
    pushAll(
      lines,
      texts.map((text) => ({ text, end })),
    );
  for (const part of parts) {
    const { field } = part;
    if (part.kind === "free") {
      pushAll(waiting, part.lines);
      continue;
    }
    if (field && plan.moved.has(field)) {
      // Comments above the first of the fields stay above the menu.
      if (place === undefined) flush();
      place ??= lines.length;
      comments.set(field, [...waiting.map(({ text }) => text), ...(part.comment ? [part.comment] : [])]);
      waiting = [];
      continue;
    }
    if (field && plan.dropped.has(field)) {
      if (part.comment) waiting.push({ text: part.comment, end });
      continue;
    }
    flush();
    const isComment = field && (plan.commented.has(field) || (repeats.has(field) && repeats.get(field) === undefined));
    if (isComment) add(part.lines.map(({ text }) => `# ${text}`));
    else if (isYaml || !field) pushAll(lines, part.lines);
    else {
      const written = part.lines.map(({ text }) => text);
      const texts = fieldInYaml(field, repeats.get(field) ?? field.value, written);
      if (!texts) return undefined;
      if (texts.join("\n") === written.join("\n")) pushAll(lines, part.lines);
      else add(texts);
    }
  }
  flush();
  if (place === undefined) return lines;
  const key = form === "menu" ? freeName("menu", parts) : form;
  const menu = menuLines(form, key, plan.entries, url, comments).map((text) => ({ text, end }));
  return [...lines.slice(0, place), ...menu, ...lines.slice(place)];
}

/**
 * In YAML no key may be repeated. The first field of a list gets the values of all; of any other field the effective one
 * stays, which is the first one of a known field, and the last one otherwise.
 *
 * @returns the new value of each repeated field; undefined if it becomes a comment
 */
function repeatedValues(parts: readonly Part[], plan: Plan): Map<HeaderLine, string | undefined> {
  const own = parts.flatMap(({ field }) =>
    !field || plan.moved.has(field) || plan.dropped.has(field) || plan.commented.has(field) ? [] : [field],
  );
  // The values of a list count in their order, whatever the case of its name.
  const byKey = groupBy(own, ({ key }) => {
    const known = fieldNames.get(key.toLowerCase());
    return known && isList(known) ? known : key;
  });
  const values = new Map<HeaderLine, string | undefined>();
  for (const fields of byKey.values()) {
    const isRepeated = new Set(fields.map(({ key }) => key)).size < fields.length;
    if (!isRepeated) continue;
    const known = fieldNames.get(fields[0].key.toLowerCase());
    const kept = known ? fields[0] : fields.at(-1);
    const value = known && isList(known) ? fields.map((field) => field.value).join("\n") : kept?.value;
    for (const field of fields) values.set(field, field === kept ? value : undefined);
  }
  return values;
}

/** The author may have a field of this name, in upper or lower case. */
function freeName(name: string, parts: readonly Part[]): string {
  const taken = new Set(parts.flatMap(({ field }) => field?.key ?? []));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [name, capital].find((one) => !taken.has(one)) ?? name.toUpperCase();
}
