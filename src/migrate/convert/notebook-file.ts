import { z } from "zod";

/** Jupyter writes a text as one string, or as its lines. */
const text = z.union([z.string(), z.array(z.string()).transform((lines) => lines.join(""))]);

/** What is shown in one of several forms, by their media types. */
const bundle = z.record(z.string(), z.unknown());
export type Bundle = z.infer<typeof bundle>;

const output = z.discriminatedUnion("output_type", [
  z.object({ output_type: z.literal("stream"), text }),
  z.object({ output_type: z.enum(["execute_result", "display_data"]), data: bundle }),
  z.object({
    output_type: z.literal("error"),
    traceback: z.array(z.string()).default([]),
    evalue: z.string().default(""),
  }),
]);
export type Output = z.infer<typeof output>;

const cell = z.object({
  cell_type: z.enum(["markdown", "code", "raw"]),
  source: text,
  metadata: z.record(z.string(), z.unknown()).default({}),
  attachments: z.record(z.string(), bundle).default({}),
  outputs: z.array(output).default([]),
});
export type Cell = z.infer<typeof cell>;

/** Source: https://nbformat.readthedocs.io/en/latest/format_description.html */
const notebook = z.object({
  nbformat: z.literal(4),
  metadata: z.record(z.string(), z.unknown()).default({}),
  cells: z.array(cell),
});
export type Notebook = z.infer<typeof notebook>;

/** Reads a notebook, or says why it is none. */
export function parseNotebook(source: string): Notebook | { readonly fault: string } {
  const json = parsed(source);
  if (json === undefined) return { fault: "it is no JSON" };
  const { nbformat } = z.object({ nbformat: z.number().optional() }).catch({}).parse(json);
  if (nbformat !== undefined && nbformat !== 4) {
    return { fault: `it is of nbformat ${nbformat}, and only 4 is read: save it with a Jupyter of these days` };
  }
  const { success, data, error } = notebook.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  return { fault: `it is no notebook: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? ""}` };
}

/** A text of a bundle, in a form that is one. */
export function textIn(value: unknown): string | undefined {
  const read = text.safeParse(value);
  return read.success ? read.data : undefined;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
