import type { z } from "zod";
import { listOf } from "../findings/list-of.ts";
import { nearest } from "../findings/nearest.ts";

/** What a setting is to be, as people write it in JavaScript. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks, such as "…"',
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list: […]",
  tuple: "a list: […]",
  object: "an object: { … }",
  record: "an object: { … }",
  null: "null",
};

/**
 * What is wrong with the value of a setting, and what to write, for whoever knows neither types nor schemas. Undefined where
 * the setting has words of its own.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  const isMissing = input === undefined;
  switch (issue.code) {
    case "invalid_type":
      return isMissing
        ? `is missing: write ${kind(issue.expected)}`
        : instead(kind(issue.expected), input, issue.expected);
    case "invalid_value":
      return oneOf(issue.values.map(String), input);
    case "invalid_union":
      return `write ${anyOf(issue.errors.flatMap(([first]) => alternative(first)))}, not ${shown(input)}`;
    case "too_small":
      if (issue.origin === "string") return "write a text that is not empty";
      if (issue.origin === "array") return `write a list of ${issue.minimum} values, not of ${lengthOf(input)}`;
      return `write a number ${issue.inclusive ? `from ${issue.minimum}` : `above ${issue.minimum}`}, not ${shown(input)}`;
    case "too_big":
      if (issue.origin === "array") return `write a list of ${issue.maximum} values, not of ${lengthOf(input)}`;
      return `write a number up to ${issue.maximum}, not ${shown(input)}`;
    default:
      return undefined;
  }
}

const kind = (expected: string): string => KINDS[expected] ?? expected;

function alternative(issue: z.core.$ZodIssue | undefined): string[] {
  if (issue?.code === "invalid_type") return [kind(issue.expected)];
  return issue?.code === "invalid_value" ? issue.values.map((value) => JSON.stringify(value)) : [];
}

/** Where it is plain what was meant, that is said. */
function instead(wanted: string, input: unknown, expected: string): string {
  if (expected === "array") return typeof input === "string" ? `write a list: [${shown(input)}]` : not(wanted, input);
  if (typeof input === "number" && expected === "string") return `write it in quotation marks: "${input}"`;
  if (typeof input !== "string") return not(wanted, input);
  const isNumber = expected === "number" && input.trim() !== "" && Number.isFinite(Number(input));
  const isBoolean = expected === "boolean" && /^(?:true|false)$/i.test(input);
  return isNumber || isBoolean ? `write ${input.toLowerCase()} without quotation marks` : not(wanted, input);
}

const not = (wanted: string, input: unknown): string => `write ${wanted}, not ${shown(input)}`;

function oneOf(values: readonly string[], input: unknown): string {
  const near = typeof input === "string" ? nearest(input, values) : undefined;
  return `there is no ${shown(input)}: write ${anyOf(values)}${near === undefined ? "" : `; did you mean ${near}?`}`;
}

const anyOf = (values: readonly string[]): string => listOf([...new Set(values)], "or");
const lengthOf = (input: unknown): number => (Array.isArray(input) ? input.length : 0);

/** So much of a value is shown. */
const LONGEST = 40;

function shown(input: unknown): string {
  if (typeof input === "function") return "a function";
  const text = JSON.stringify(input) ?? String(input);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
