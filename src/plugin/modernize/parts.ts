import { isList } from "../fields/read-fields.ts";
import { fieldNames } from "../fields/table.ts";
import type { HeaderLine } from "../header/header.ts";
import type { Line } from "./lines.ts";
import { type Form, menuLines } from "./menu-text.ts";
import type { Plan } from "./plan.ts";
import { fieldInYaml } from "./yaml-text.ts";

/** A piece of a header: a field with its lines, or lines that belong to none, such as a comment. */
export interface Part {
  readonly kind: "field" | "nested" | "free";
  readonly field?: HeaderLine;
  readonly lines: readonly Line[];
  /** A comment behind the value. */
  readonly comment?: string;
}

export interface Rewriting {
  readonly plan: Plan;
  readonly form: Form;
  /** The page's Url. */
  readonly url: string;
  /** What new lines end with. */
  readonly end: string;
  /** Whether the fields are YAML already. */
  readonly isYaml: boolean;
}

/**
 * The lines of a header with its menus as lists, where the first of their fields was. Every other line stays where it
 * is; a comment between numbered fields stays above the entry that it stood above.
 *
 * @returns undefined where a field cannot be said in YAML
 */
export function rewriteParts(parts: readonly Part[], { plan, form, url, end, isYaml }: Rewriting): Line[] | undefined {
  const repeats = isYaml ? new Map<HeaderLine, string | undefined>() : repeatedValues(parts, plan);
  const lines: Line[] = [];
  const comments = new Map<HeaderLine, readonly string[]>();
  let [waiting, place, isAmong]: [Line[], number | undefined, boolean] = [[], undefined, false];
  const flush = () => {
    lines.push(...waiting);
    waiting = [];
  };
  const add = (texts: readonly string[]) => lines.push(...texts.map((text) => ({ text, end })));
  for (const part of parts) {
    const { field } = part;
    if (part.kind === "free") {
      waiting.push(...part.lines.map((line) => ({ ...line, text: asComment(line.text) })));
      continue;
    }
    if (field && plan.moved.has(field)) {
      if (place !== undefined || isAmong) {
        comments.set(
          field,
          waiting.map(({ text }) => text),
        );
        waiting = [];
      } else flush();
      if (part.comment) comments.set(field, [...(comments.get(field) ?? []), part.comment]);
      place ??= lines.length;
      isAmong = true;
      continue;
    }
    if (field && plan.dropped.has(field)) {
      if (part.comment) waiting.push({ text: part.comment, end });
      continue;
    }
    flush();
    isAmong = false;
    const isComment = field && (plan.commented.has(field) || (repeats.has(field) && repeats.get(field) === undefined));
    if (isComment) add(part.lines.map(({ text }) => `# ${text}`));
    else if (isYaml || !field) lines.push(...part.lines);
    else {
      const written = part.lines.map(({ text }) => text);
      const texts = fieldInYaml(field, repeats.get(field) ?? field.value, written);
      if (!texts) return undefined;
      if (texts.join("\n") === written.join("\n")) lines.push(...part.lines);
      else add(texts);
    }
  }
  flush();
  if (place === undefined) return lines;
  const key = form === "menu" ? freeName("menu", parts) : form;
  const menu = menuLines(form, key, plan.entries, url, comments).map((text) => ({ text, end }));
  return [...lines.slice(0, place), ...menu, ...lines.slice(place)];
}

/** In YAML all that is no field is a comment. */
function asComment(text: string): string {
  return /^\s*(?:#|$)/.test(text) ? text : `# ${text}`;
}

/**
 * YAML knows no key twice. Of a list the first one takes the values of all; of anything else the one stays that counts,
 * which is the first of a field that is known, and the last of any other.
 *
 * @returns by field its new value; undefined where it becomes a comment
 */
function repeatedValues(parts: readonly Part[], plan: Plan): Map<HeaderLine, string | undefined> {
  const byKey = new Map<string, HeaderLine[]>();
  for (const { field } of parts) {
    if (!field || plan.moved.has(field) || plan.dropped.has(field) || plan.commented.has(field)) continue;
    // Of a list the values count in their order, whatever the case of its name.
    const known = fieldNames.get(field.key.toLowerCase());
    const key = known && isList(known) ? known : field.key;
    byKey.set(key, [...(byKey.get(key) ?? []), field]);
  }
  const values = new Map<HeaderLine, string | undefined>();
  for (const fields of byKey.values()) {
    const isRepeated = new Set(fields.map(({ key }) => key)).size < fields.length;
    if (!isRepeated) continue;
    const known = fieldNames.get(fields[0]?.key.toLowerCase() ?? "");
    const kept = known ? fields[0] : fields.at(-1);
    const value = known && isList(known) ? fields.map((field) => field.value).join("\n") : kept?.value;
    for (const field of fields) values.set(field, field === kept ? value : undefined);
  }
  return values;
}

/** A field of the author's own may have the name, in one case or another. */
function freeName(name: string, parts: readonly Part[]): string {
  const taken = new Set(parts.flatMap(({ field }) => field?.key ?? []));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [name, capital].find((one) => !taken.has(one)) ?? name.toUpperCase();
}
