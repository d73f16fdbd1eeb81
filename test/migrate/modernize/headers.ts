/** Headers of all sorts, for the property tests. */
import * as fc from "fast-check";

/** What YAML would read as something else, or not at all. */
const NASTY = [
  "yes",
  "1.0",
  "2016-01-01",
  "2010-10-04 07:44",
  "007",
  "~",
  "null",
  "Café: a “quote”",
  'Café: a "quote"',
  "it's 'so'",
  "XMPP Roundup #5",
  "Sponsor: ProcessOne",
  "ends with a colon:",
  "- a list",
  "? what",
  "[Draft] The title",
  "[Draft]",
  "{ Draft }",
  "*stars*",
  "&anchor x",
  "!tag x",
  "|",
  "> folded",
  "%x",
  "@x",
  "`code`",
  '"quoted"',
  '"unended',
  "'a' b",
  "a\\b",
  "a\tb",
  "a\u00a0b",
  "a\u0085b",
  "a\u2028b",
  "日本語 🎉",
  "two  blanks",
  "<b>bold</b> & more",
  "a, b; c",
  "",
  "a #b",
  "a# b",
  "{{ title }}",
  "=",
  "<<",
  "0x1F",
  "12:30:45",
  ".5",
  "true",
  "---x",
  "-",
] as const;

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }).map((value) => value.replace(/[\r\n\0]/g, " ")) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }).map((value) => value.replace(/[\r\n\0]/g, " ")),
  },
);
const address = fc.oneof(
  fc.constantFrom(
    "history",
    "../extensions",
    "/about/",
    "#x",
    "?y",
    "https://example.org/a?b=c#d",
    "mailto:a@b.c",
    "//h/x",
  ),
  text,
);
const gap = fc.constantFrom(" ", " ", " ", "", "  ", "\t");
const indent = fc.constantFrom("", "", "", "", " ", "   ");
const more = fc.array(
  text.map((value) => `    ${value}`),
  { maxLength: 2 },
);

function line(key: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      indent,
      key,
      gap,
      value,
      fc.oneof({ weight: 5, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: more }),
    )
    .map(([before, name, between, own, others]) => [`${before}${name}:${between}${own}`, ...others].join("\n"));
}

const numbered = line(
  fc
    .tuple(
      fc.constantFrom("Dropdown", "Sidebar", "dropdown", "SIDEBAR"),
      fc.constantFrom("name", "url", "name", "url", "URL"),
      fc.constantFrom("1", "2", "3", "10", "02", "7"),
    )
    .map(([menu, part, number]) => `${menu}_menu_elem_${part}_${number}`),
  address,
);
const known = line(
  fc.constantFrom(
    "Title",
    "Tags",
    "Summary",
    "Menu_name",
    "Author",
    "Category",
    "Sidebar_menu_title",
    "title",
    "Aliases",
    "Date",
  ),
  text,
);
const size = line(
  fc.constantFrom("Dropdown_menu_size", "Sidebar_menu_size"),
  fc.constantFrom("0", "1", "2", "9", "many", ""),
);
const flag = line(fc.constantFrom("Dropdown_menu_show", "Sidebar_menu_show"), fc.constantFrom("true", "True", "no"));
const unknown = line(
  fc.constantFrom(
    "X_note",
    "note",
    "software",
    "menu",
    "Menu",
    "page",
    "tags",
    "layout2",
    "1",
    "01",
    "null",
    "-",
    "a-b",
  ),
  text,
);
const eleventys = line(fc.constantFrom("Layout", "permalink", "eleventyImport"), fc.constantFrom("x", "a: b"));
const slip = line(fc.constantFrom("Dropdwn_menu_elem_name_1", "Sidebar_menu_elem_ulr_2"), text);
const noField = fc.constantFrom("no field", "<!-- order -->", "// order", "- item");

export interface GeneratedHeader {
  readonly text: string;
  readonly body: string;
}

/** A file with a Pelican header that has numbered fields. */
export const pelicanFile: fc.Arbitrary<GeneratedHeader> = fc
  .record({
    lines: fc.array(
      fc.oneof(
        { weight: 8, arbitrary: numbered },
        { weight: 3, arbitrary: known },
        { weight: 1, arbitrary: size },
        { weight: 1, arbitrary: flag },
        { weight: 3, arbitrary: unknown },
        { weight: 1, arbitrary: slip },
        { weight: 1, arbitrary: noField },
        { weight: 1, arbitrary: eleventys },
      ),
      { maxLength: 14 },
    ),
    fence: fc.constantFrom(
      ["---", "---"],
      ["---", "---"],
      ["------", "---  "],
      ["", ""],
      ["---", "..."],
      ["---", ""],
      ["\n---", "---x"],
    ),
    end: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    body: fc.constantFrom("", "Text.\n", "Text.", "\n\nText\n\n", "# Heading\nX: y\n", "\n---\nUrl: z\n"),
  })
  .map(({ lines, fence: [open = "", close = ""], end, body }) => {
    const isFenced = open !== "";
    const own = [
      "Title: The page",
      ...lines.filter((one) => isFenced || /^ {0,3}[\w-]+:/.test(one)),
      "Dropdown_menu_elem_url_1: x",
    ];
    const text = [...(isFenced ? [open] : []), ...own, close].join("\n");
    return {
      text: `${text}\n${body}`.replaceAll("\n", end),
      body: body.replaceAll("\n", end),
    };
  });

export interface GeneratedHtml {
  readonly text: string;
  /** What is no field of a menu, in its order. */
  readonly kept: readonly string[];
}

function attribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

const meta = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc
    .tuple(name, value, fc.constantFrom(">", " />", "/>"))
    .map(([key, content, close]) => `<meta name="${key}" content="${attribute(content)}"${close}`);

/** An HTML page whose head has numbered fields. */
export const htmlFile: fc.Arbitrary<GeneratedHtml> = fc
  .record({
    parts: fc.array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: meta(
            fc
              .tuple(
                fc.constantFrom("Dropdown", "sidebar"),
                fc.constantFrom("name", "url"),
                fc.constantFrom("1", "2", "3", "10"),
              )
              .map(([menu, part, number]) => `${menu}_menu_elem_${part}_${number}`),
            address,
          ).map((element) => ({ element, isKept: false })),
        },
        {
          weight: 2,
          arbitrary: fc
            .oneof(
              meta(fc.constantFrom("Url", "X_note", "Top_menu_show"), text),
              fc.constantFrom('<!-- <meta name="Dropdown_menu_elem_name_1" content="No"> -->', "<!-- order -->"),
            )
            .map((element) => ({ element, isKept: true })),
        },
      ),
      { maxLength: 10 },
    ),
    between: fc.constantFrom("\n  ", "\n", " ", "", "\n\n\t"),
    end: fc.constantFrom("\n", "\r\n"),
    tail: fc.constantFrom("\n</head>\n<body>\n<p>Text</p>\n</body>\n</html>\n", "<body>Text", "\n<p>No body"),
  })
  .map(({ parts, between, end, tail }) => {
    const own = [
      { element: "<title>The page</title>", isKept: true },
      ...parts,
      { element: '<meta name="Sidebar_menu_elem_url_1" content="x">', isKept: false },
    ];
    const head = own.map(({ element }) => element).join(between);
    return {
      text: `<html><head>${between}${head}${tail}`.replaceAll("\n", end),
      kept: [
        ...own.filter(({ isKept }) => isKept).map(({ element }) => element),
        tail.trimStart().replaceAll("\n", end),
      ],
    };
  });
