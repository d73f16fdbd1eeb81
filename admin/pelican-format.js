/**
 * How Decap CMS and Sveltia CMS read and write a page: Pelican's header of `Key: value` lines, and the text below it.
 *
 * To the CMS a page is an object of texts, by the fields' names; the numbered fields are two lists, `dropdown` and
 * `sidebar`, of `{ name, url }`; `body` is the text, and `header` the header as it was. Lines that nobody changed are
 * written as they were, and so are fields that the form does not know.
 */

const KEY_LINE = /^( {0,3})([A-Za-z0-9_-]+):[ \t]*(.*)$/;
const MORE_LINE = /^(?: {4}|\t)/;
const OPENING = /^-{3,}(?:\s.*)?$/;
const CLOSING = /^(?:-{3}|\.{3}\s*$)/;
const NUMBERED = /^(dropdown|sidebar)_menu_elem_(name|url)_(\d+)$/i;
const MENUS = ["dropdown", "sidebar"];
/** What only YAML says: a key of Eleventy's own, or a list or mapping below a key. */
const YAML =
  /^(?:layout|permalink|pagination|templateEngineOverride|dynamicPermalink|eleventy\w*)[ \t]*:|^[ \t]*-[ \t]|^[ \t]+[^\s:]+:(?:[ \t]|$)/im;
const SIZE = /^(dropdown|sidebar)_menu_size$/i;

/** Splits a file into the header's lines, with what is around them, and the text. */
function split(text) {
  const lines = text.split("\n");
  let start = 0;
  const first = lines.findIndex((line) => line.trim() !== "");
  const isFenced = OPENING.test(lines[first] ?? "");
  if (isFenced) start = first + 1;
  if (isFenced && lines[start]?.trim() === "" && KEY_LINE.test(lines[start + 1] ?? "")) start += 1;
  if (!KEY_LINE.test(lines[start] ?? "")) return { above: [], header: [], between: [], below: lines };
  let end = start;
  while (end < lines.length && lines[end].trim() !== "" && !CLOSING.test(lines[end])) {
    if (!isFenced && !KEY_LINE.test(lines[end]) && !MORE_LINE.test(lines[end])) break;
    end += 1;
  }
  let body = CLOSING.test(lines[end] ?? "") ? end + 1 : end;
  while (body < lines.length && lines[body].trim() === "") body += 1;
  return {
    above: lines.slice(0, start),
    header: lines.slice(start, end),
    between: lines.slice(end, body),
    below: lines.slice(body),
  };
}

/** The fields of a header's lines: each with the lines that it takes. */
function fieldsOf(lines) {
  const fields = [];
  for (const line of lines) {
    const match = KEY_LINE.exec(line);
    if (match) fields.push({ key: match[2], value: match[3].trimEnd(), lines: [line] });
    else if (MORE_LINE.test(line) && fields.length > 0) {
      const last = fields.at(-1);
      last.value += `\n${line.trim()}`;
      last.lines.push(line);
    } else fields.push({ key: "", value: "", lines: [line] });
  }
  return fields;
}

function entriesOf(fields, menu) {
  const byNumber = new Map();
  for (const { key, value } of fields) {
    const match = NUMBERED.exec(key);
    if (match?.[1].toLowerCase() !== menu) continue;
    const parts = byNumber.get(Number(match[3])) ?? { name: [], url: [] };
    parts[match[2].toLowerCase()].push(value);
    byNumber.set(Number(match[3]), parts);
  }
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .flatMap(([, { name, url }]) =>
      Array.from({ length: Math.max(name.length, url.length) }, (_, index) => ({
        name: name[index] ?? "",
        url: url[index] ?? "",
      })),
    );
}

/**
 * @param {readonly string[]} names the fields of the form, as it writes them; case does not count in a file
 */
export function pelicanFormat(names) {
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));

  function fromFile(file) {
    const text = file
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n")
      .replaceAll("\r", "\n");
    const { above, header, between, below } = split(text);
    if (above.length > 0 && YAML.test(header.join("\n"))) {
      throw new Error("The header is Eleventy's front matter in YAML: edit the file as text.");
    }
    const fields = fieldsOf(header);
    const page = {};
    for (const { key, value } of fields) {
      const name = byLowerCase.get(key.toLowerCase());
      if (name !== undefined && page[name] === undefined) page[name] = value;
    }
    return {
      ...page,
      dropdown: entriesOf(fields, "dropdown"),
      sidebar: entriesOf(fields, "sidebar"),
      body: below.join("\n"),
      header: JSON.stringify([above, header, between]),
    };
  }

  function toFile(page) {
    const [above, header, between] = page.header ? JSON.parse(page.header) : [[], [], []];
    const old = fieldsOf(header);
    const lines = [...changed(old, page), ...added(old, page)];
    const isNew = header.length === 0 && lines.length > 0;
    const head = isNew ? ["---", ...lines, "---", ""] : [...above, ...lines, ...between];
    const body = (page.body ?? "").replaceAll("\r\n", "\n");
    // A header without a fence ends at a blank line.
    const gap = body !== "" && lines.length > 0 && between.length === 0 && !isNew ? [""] : [];
    const text = [...head, ...gap, ...(body === "" ? [] : [body])].join("\n");
    return text.endsWith("\n") ? text : `${text}\n`;
  }

  /** The lines of the header as it was, with what was changed in its place. */
  function changed(old, page) {
    const seen = new Set();
    return old.flatMap((field) => {
      const menu = menuOf(field.key);
      const name = menu ?? byLowerCase.get(field.key.toLowerCase());
      if (name === undefined || (menu && isSameMenu(old, page, menu))) return field.lines;
      if (seen.has(name)) return menu ? [] : field.lines;
      seen.add(name);
      if (menu) return menuLines(menu, page[menu]);
      const now = textOf(page[name]);
      if (now === field.value) return field.lines;
      return now === "" ? [] : written(field.key, now);
    });
  }

  /** What was not there before. */
  function added(old, page) {
    const there = new Set(old.map(({ key }) => menuOf(key) ?? key.toLowerCase()));
    const fields = names
      .filter((name) => !menuOf(name) && !there.has(name.toLowerCase()) && textOf(page[name]) !== "")
      .flatMap((name) => written(name, textOf(page[name])));
    return [...fields, ...MENUS.filter((menu) => !there.has(menu)).flatMap((menu) => menuLines(menu, page[menu]))];
  }

  return { fromFile, toFile };
}

/** One line, unless it goes on in others. */
function textOf(value) {
  return value === undefined || value === null ? "" : String(value).trim();
}

/** A value of several lines goes on below its key, indented. */
function written(key, value) {
  const [first, ...more] = value.split(/\r?\n/).filter((line) => line.trim() !== "");
  return [`${key}: ${first ?? ""}`, ...more.map((line) => `    ${line.trim()}`)];
}

/** The menu that a numbered field, or the one with their count, belongs to. */
function menuOf(key) {
  return (NUMBERED.exec(key) ?? SIZE.exec(key))?.[1].toLowerCase();
}

function isSameMenu(old, page, menu) {
  return JSON.stringify(entriesIn(page[menu])) === JSON.stringify(entriesIn(entriesOf(old, menu)));
}

/** A menu as a form hands it back, without entries that hold nothing. */
function entriesIn(menu) {
  return (menu ?? [])
    .map((entry) => ({ name: textOf(entry.name), url: textOf(entry.url) }))
    .filter(({ name, url }) => name !== "" || url !== "");
}

/** The numbered fields of a menu, and how many entries there are. */
function menuLines(menu, list) {
  const entries = entriesIn(list);
  if (entries.length === 0) return [];
  const name = menu === "dropdown" ? "Dropdown" : "Sidebar";
  return [
    `${name}_menu_size: ${entries.length}`,
    ...entries.flatMap((entry, index) => [
      ...(entry.name === "" ? [] : [`${name}_menu_elem_name_${index + 1}: ${entry.name}`]),
      ...(entry.url === "" ? [] : [`${name}_menu_elem_url_${index + 1}: ${entry.url}`]),
    ]),
  ];
}
