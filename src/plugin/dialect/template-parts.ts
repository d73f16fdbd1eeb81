/** What each part of a template of Jinja's or Nunjucks' that is more than text ends with: a comment, a statement, an output. */
const ENDS: Readonly<Record<string, string>> = { "{#": "#}", "{%": "%}", "{{": "}}" };
const START = /\{[#%{]/g;

/** A part of a template that is more than text, with its brackets. */
export interface TemplatePart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of a template that are more than text, in their order. What has no end is text. */
export function templateParts(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const endless = new Set<string>();
  let done = 0;
  for (const { 0: open, index: start } of template.matchAll(START)) {
    const close = ENDS[open] ?? "";
    if (start < done || endless.has(open)) continue;
    const at = template.indexOf(close, start + open.length);
    if (at < 0) {
      endless.add(open);
      continue;
    }
    done = at + close.length;
    parts.push({ start, end: done, text: template.slice(start, done) });
  }
  return parts;
}
