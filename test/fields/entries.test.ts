import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codesOf, fieldsOf, placesOf } from "../make.ts";

const entries = suite("fields: numbered entries");

/** The lines of a menu's entries of these numbers. */
function lines(menu: "Dropdown" | "Sidebar", ...numbers: readonly (number | string)[]): string[] {
  return numbers.flatMap((number) => [
    `${menu}_menu_elem_name_${number}: Name ${number}`,
    `${menu}_menu_elem_url_${number}: url-${number}`,
  ]);
}

function dropdown(...header: readonly string[]) {
  const { fields, findings } = fieldsOf(...header);
  return { titles: fields.dropdown.map(({ title }) => title), codes: codesOf(findings), findings };
}

entries("they are sorted by number: 10 comes after 9 and 2", () => {
  const { titles, codes } = dropdown(...lines("Dropdown", 10, 2, 9, 1, 3, 8, 4, 7, 5, 6));
  assert.equal(
    titles,
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `Name ${number}`),
  );
  assert.equal(codes, []);
});

entries("titles and addresses", () => {
  const { fields } = fieldsOf("Sidebar_menu_elem_name_1:  Myths  & Legends ", "sidebar_menu_ELEM_url_1: about/myths ");
  assert.equal(
    fields.sidebar.map(({ title, url, place, field }) => ({ title, url, place, field })),
    [
      {
        title: "Myths & Legends",
        url: "about/myths",
        place: { file: "a.md", line: 3, column: 26 },
        field: "sidebar_menu_ELEM_url_1",
      },
    ],
  );
  assert.equal(fields.dropdown, []);
});

entries("a gap: all are shown, and it is a finding", () => {
  const { titles, findings } = dropdown(...lines("Dropdown", 1, 3, 4));
  assert.equal(titles, ["Name 1", "Name 3", "Name 4"]);
  assert.equal(placesOf(findings), ["a.md:4:1 menu-number"]);
  assert.is(findings[0]?.message, "After entry 1 comes entry 3.");
});

entries("a number written twice: both are shown, and it is a finding", () => {
  const { titles, findings } = dropdown(...lines("Dropdown", 1, 2), ...lines("Dropdown", 2));
  assert.equal(titles, ["Name 1", "Name 2", "Name 2"]);
  assert.equal(codesOf(findings), ["menu-number"]);
  assert.is(findings[0]?.message, "There are two entries with the number 2.");
});

entries("counting from 0: it is shown first, and the finding does not speak of two entries", () => {
  const { titles, findings } = dropdown(...lines("Dropdown", 0, 1, 2));
  assert.equal(titles, ["Name 0", "Name 1", "Name 2"]);
  assert.equal(codesOf(findings), ["menu-number"]);
  assert.not.match(findings[0]?.message ?? "", /two entries/);
});

entries("leading zeros do not count", () => {
  assert.equal(dropdown(...lines("Dropdown", "01", "02")).codes, []);
});

for (const number of ["99999999", "1000000000", "123456789012345678901234567890"]) {
  entries(`entry ${number}: it is shown, and costs nothing`, () => {
    const { titles, findings } = dropdown(...lines("Dropdown", 1, number));
    assert.equal(titles, ["Name 1", `Name ${number}`]);
    assert.equal(codesOf(findings), ["menu-number"]);
  });
}

entries("no finding proposes the name that is written", () => {
  for (const { message } of dropdown(...lines("Dropdown", "1000000000")).findings) {
    assert.not.match(message, /no field (\S+): did you mean \1\?/);
  }
});

entries("a name without an address is left out", () => {
  for (const more of [[], ["Dropdown_menu_elem_url_1:"], ["Dropdown_menu_elem_url_1:   "]]) {
    const { titles, codes } = dropdown("Dropdown_menu_elem_name_1: A", ...more);
    assert.equal(titles, []);
    assert.equal(codes, ["menu-url-missing"]);
  }
});

entries("an address without a name has no label yet", () => {
  for (const more of [[], ["Dropdown_menu_elem_name_1:"]]) {
    const { titles, codes } = dropdown("Dropdown_menu_elem_url_1: a", ...more);
    assert.equal(titles, [""]);
    assert.equal(codes, ["menu-name-missing"]);
  }
});

entries.run();

const size = suite("fields: menu sizes");

for (const [text, codes] of [
  ["2", []],
  [" 2 ", []],
  ["02", []],
  ["1", ["menu-size"]],
  ["0", ["menu-size"]],
  ["3", ["menu-size"]],
  ["1000000000", ["menu-size"]],
  ["9".repeat(500), ["menu-size"]],
  ["-2", ["field-value"]],
  ["2.0", ["field-value"]],
  ["", ["field-value"]],
] as const) {
  size(`${text.slice(0, 12) || "nothing"} for two entries: both are shown`, () => {
    const found = dropdown(`Dropdown_menu_size: ${text}`, ...lines("Dropdown", 1, 2));
    assert.equal(found.titles, ["Name 1", "Name 2"]);
    assert.equal(found.codes, [...codes]);
  });
}

size("of no entries", () => {
  assert.equal(dropdown("Sidebar_menu_size: 4").codes, ["menu-size"]);
  assert.equal(dropdown("Sidebar_menu_size: 0").codes, []);
});

size("a menu has its own", () => {
  const { codes } = dropdown(
    "Sidebar_menu_size: 1",
    "Dropdown_menu_size: 2",
    ...lines("Dropdown", 1, 2),
    ...lines("Sidebar", 1),
  );
  assert.equal(codes, []);
});

size("none is no disagreement", () => {
  assert.equal(dropdown(...lines("Dropdown", 1)).codes, []);
});

size("a number of five hundred digits is not printed whole", () => {
  const { findings } = dropdown(`Dropdown_menu_size: ${"9".repeat(500)}`);
  assert.ok((findings[0]?.message.length ?? 500) < 120);
});

size.run();
