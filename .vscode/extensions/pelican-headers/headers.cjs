/** What can be said of a header while somebody writes it. Lines and columns count from 0, as editors count. */

const KEY_LINE = /^ {0,3}([A-Za-z0-9_-]*)(:?)/;
const DASHES = /^-{3,}\s*$/;

/** The first line of the header, and the line below its last. Undefined where there is none. */
function headerRange(lines) {
  const start = DASHES.test(lines[0] ?? "") ? 1 : 0;
  let end = start;
  while (end < lines.length && lines[end].trim() !== "" && !DASHES.test(lines[end])) end += 1;
  const isHeader = start === 1 || /^[A-Za-z0-9_-]+:/.test(lines[0] ?? "");
  // The line on which a first field is being written may still be blank.
  return isHeader ? { start, end: Math.max(end, start + 1) } : undefined;
}

/** The fields of the schema: those by their names, and the numbered ones by their patterns. */
function fieldsOf(schema) {
  const named = Object.entries(schema.properties ?? {}).map(([name, field]) => ({ name, field }));
  const numbered = Object.entries(schema.patternProperties ?? {})
    .filter(([, field]) => field.markdownDescription)
    .map(([pattern, field]) => ({ pattern: new RegExp(pattern), field }));
  return { named, numbered };
}

function fieldNamed(key, schema) {
  const { named, numbered } = fieldsOf(schema);
  const found = named.find(({ name }) => name.toLowerCase() === key.toLowerCase());
  return (found ?? numbered.find(({ pattern }) => pattern.test(key)))?.field;
}

/** The values that a field has, where they can be counted. */
function choicesOf(field) {
  const choices = field?.anyOf?.flatMap((one) => one.enum ?? []) ?? [];
  return choices.map(String);
}

/** The next entry of a menu: `Dropdown_menu_elem_name_3` where two are there. */
function nextEntries(keys, schema) {
  return fieldsOf(schema).numbered.flatMap(({ field }) => {
    const [, stem] = /`([A-Za-z_]+)_N: /.exec(field.markdownDescription) ?? [];
    if (stem === undefined) return [];
    const numbers = keys.map((key) => Number(new RegExp(`^${stem}_(\\d+)$`, "i").exec(key)?.[1] ?? 0));
    return [{ name: `${stem}_${Math.max(0, ...numbers) + 1}`, field }];
  });
}

/** What can be written at a place: names of fields that are not there yet, or the values of the field. */
function completions(lines, line, column, schema) {
  const range = headerRange(lines);
  if (!range || line < range.start || line > range.end) return [];
  const text = lines[line] ?? "";
  if (line === range.end && text.trim() !== "") return [];
  const [, key = "", colon] = KEY_LINE.exec(text) ?? [];
  if (colon && column > text.indexOf(":")) {
    const field = fieldNamed(key, schema);
    return choicesOf(field).map((label) => ({ label, insert: label, kind: "value", words: "" }));
  }
  const keys = lines.slice(range.start, range.end).map((one) => KEY_LINE.exec(one)?.[1] ?? "");
  const there = new Set(keys.filter((_, at) => at + range.start !== line).map((one) => one.toLowerCase()));
  return [...fieldsOf(schema).named, ...nextEntries(keys, schema)]
    .filter(({ name }) => !there.has(name.toLowerCase()))
    .map(({ name, field }) => ({
      label: name,
      insert: colon ? name : `${name}: `,
      kind: "field",
      words: field.markdownDescription,
    }));
}

/** What is said of the field whose name is at a place. */
function hover(lines, line, column, schema) {
  const range = headerRange(lines);
  if (!range || line < range.start || line >= range.end) return undefined;
  const [, key = "", colon] = KEY_LINE.exec(lines[line] ?? "") ?? [];
  return colon && column <= lines[line].indexOf(":") ? fieldNamed(key, schema)?.markdownDescription : undefined;
}

/** The findings of `check --format json` by file, with the part of the line that is underlined. */
function problems(json, textOf) {
  const byFile = new Map();
  for (const { file, line, column, code, severity, message, consequence, fix } of JSON.parse(json).findings) {
    const text = textOf(file)?.split(/\r\n|\r|\n/)[line - 1] ?? "";
    const start = Math.min(column - 1, text.length);
    const problem = {
      line: line - 1,
      start,
      end: Math.max(text.trimEnd().length, start + 1),
      code,
      severity,
      message: `${message} ${consequence}\n→ ${fix}`,
    };
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  return byFile;
}

module.exports = { completions, hover, problems };
