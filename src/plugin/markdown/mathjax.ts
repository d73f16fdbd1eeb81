/** A text in braces, which may have others in it. */
const BRACES = "\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\}";
const NAME = "(?:\\{\\s*\\\\[A-Za-z]+\\s*\\}|\\\\[A-Za-z]+)";
const DEFINITION = new RegExp(
  `\\\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|DeclareMathOperator)\\*?\\s*${NAME}(?:\\[\\d\\])*(?:\\[[^\\]]*\\])?\\s*${BRACES}|\\\\def\\s*\\\\[A-Za-z]+(?:#\\d)*\\s*${BRACES}`,
  "g",
);
const NEW = new RegExp(`\\\\newcommand\\*?\\s*(${NAME})`, "g");

/** What a formula defines for those below it. */
export function definitionsIn(tex: string): string {
  if (!/\\(?:\w*command|def|DeclareMathOperator)/.test(tex)) return "";
  return (tex.match(DEFINITION) ?? []).join("");
}

/** MathJax takes a command that is there already for a new one. */
export function redefining(tex: string): string {
  return tex.includes("\\newcommand") ? tex.replace(NEW, "\\providecommand$1{}\\renewcommand$1") : tex;
}

/** What MathJax reads and Temml does not, in its own form. */
const FORMS: readonly (readonly [RegExp, string | ((whole: string, ...parts: string[]) => string)])[] = [
  [/&(?:lt|gt|amp);/g, (reference) => ({ "&lt;": "<", "&gt;": ">" })[reference] ?? "&"],
  [/\\require\s*\{[^{}]*\}/g, ""],
  [/\\(?:mbox|hbox)(?![A-Za-z])/g, "\\text"],
  [/\\(text[a-z]*)\{([^{}]*)\}/g, (_, name, words) => `\\${name}{${words.replace(/(?<!\\)#/g, "\\#")}}`],
  [/\\unicode\{x([\da-fA-F]{1,5})\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))],
  [/\\(?:style|class|cssId|href)\s*\{[^{}]*\}|\\bbox(?:\[[^\]]*\])?/g, ""],
  [
    /\\begin\{eqnarray\*?\}([\s\S]*?)\\end\{eqnarray\*?\}/g,
    // Of an array, only the whole can have a number.
    (whole, rows) => (rows.includes("\\tag") ? `\\begin{alignat*}{2}${rows}\\end{alignat*}` : whole),
  ],
  [/\\begin\{array\}\s*[^\s{[]/g, "\\begin{array}{rcl}"],
  [/\\(begin|end)\{eqnarray\*?\}/g, (_, end) => `\\${end}{array}${end === "begin" ? "{rcl}" : ""}`],
  [/\\(?:nonumber|notag)(?![A-Za-z])/g, ""],
  [new RegExp(`([_^])\\s*(\\\\[A-Za-z]+${BRACES})`, "g"), "$1{$2}"],
  [/([_^])\s*(\\(?:inf|sup|lim|max|min|det|dim|deg|gcd|arg)(?![A-Za-z]))/g, "$1{$2}"],
];

/** What MathJax reads in the form that Temml does. */
export function asTemml(tex: string): string {
  return FORMS.reduce((form, [pattern, becomes]) => form.replace(pattern, becomes as string), tex);
}

const REFERENCE = /(<a href='#[^']*' class="tml-ref(?: tml-eqref)?">)(<\/a>)/g;

/** What `\tag` calls the equations of a formula that have a label, by these. */
export function numbersIn(tex: string): readonly (readonly [label: string, number: string])[] {
  return tex.split("\\\\").flatMap((equation) => {
    const [, number] = /\\tag\*?\s*\{([^{}$\\]*)\}/.exec(equation) ?? [];
    const [, label] = /\\label\s*\{([^{}]*)\}/.exec(equation) ?? [];
    return number === undefined || label === undefined ? [] : [[label, number] as const];
  });
}

/**
 * Links to formulas say which: other numbers than those that their authors gave are for scripts, which visitors are spared.
 *
 * @param numbers these, by the labels
 */
export function withNames(html: string, tex: string, numbers: ReadonlyMap<string, string>): string {
  if (!html.includes("tml-ref")) return html;
  const references = [...tex.matchAll(/\\(?:eq)?ref\s*\{([^{}]*)\}/g)];
  const names = references.map(([, name = ""]) => (numbers.get(name) ?? name).replace(/[<>&"]/g, ""));
  return html.replace(REFERENCE, (_, open: string, close: string) => `${open}(${names.shift() ?? ""})${close}`);
}
