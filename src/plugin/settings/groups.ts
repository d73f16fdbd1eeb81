import type { z } from "zod";
import { listOf } from "../findings/list-of.ts";
import { nearest } from "../findings/nearest.ts";
import { isRecord } from "../maps/is-record.ts";

type Values = Readonly<Record<string, unknown>>;

/** An option that holds others: `true` and `false` switch all of them, an object switches them on and sets some. */
export interface Group {
  /** What the site has by it. */
  readonly about: string;
  /** What its object may hold. */
  readonly settings: z.ZodObject;
  /** What the settings are where it is `true`, and their defaults would be off. */
  readonly on: Values;
  /** What they are where it is `false`. */
  readonly off: Values;
}

/** Options with the settings of their groups beside all others. */
export interface Spread {
  readonly values: Values;
  readonly faults: readonly string[];
  /** The groups that nobody said anything of. */
  readonly unasked: readonly string[];
}

/**
 * Puts the settings that groups hold beside all others, under the same names: what reads the settings knows no groups.
 * A setting may be given in its group or beside it, and not in both with two meanings.
 */
export function spreadGroups(input: Values, groups: Readonly<Record<string, Group>>): Spread {
  const isGroup = (name: string) => Object.hasOwn(groups, name);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const beside = Object.fromEntries(Object.entries(given).filter(([name]) => !isGroup(name)));
  const asked = Object.entries(groups).filter(([name]) => name in given);
  const read = asked.map(([name, group]) => readGroup(name, given[name], group, beside));
  return {
    values: Object.assign({}, ...read.map(({ values }) => values), beside),
    faults: read.flatMap(({ faults }) => faults),
    unasked: Object.keys(groups).filter(
      (name) => !(name in given) && !switchesOf(groups[name]).some((one) => one in beside),
    ),
  };
}

/** The settings whose values say whether the site has what a group is about. */
function switchesOf(group: Group | undefined): string[] {
  return Object.keys({ ...group?.on, ...group?.off });
}

function readGroup(name: string, value: unknown, group: Group, beside: Values): Pick<Spread, "values" | "faults"> {
  const names = Object.keys(group.settings.shape);
  if (value === true || value === false) {
    const odd = oddBeside(value, group, beside);
    const words = (one: string) => `${one}: it is ${shown(beside[one])}, and ${name} is ${value}; ${REMOVE}`;
    return { values: value ? group.on : group.off, faults: odd.map(words) };
  }
  if (!isRecord(value)) {
    const some = names.length > MOST_NAMES ? `, such as ${names.slice(0, 3).join(", ")}` : `: ${names.join(", ")}`;
    const settings = names.length === 0 ? "true or false" : `true, false or an object of its settings${some}`;
    return { values: {}, faults: [`${name}: write ${settings}`] };
  }
  // Of images, the object is a setting itself, and is read as one.
  if (typeof group.off[name] === "object") return { values: { [name]: value }, faults: [] };
  const set = Object.entries(value).filter(([, one]) => one !== undefined);
  const [known, unknown] = [true, false].map((isKnown) => set.filter(([one]) => names.includes(one) === isKnown));
  const odd = known?.filter(([one, its]) => one in beside && !isSame(beside[one], its)) ?? [];
  return {
    values: { ...group.on, ...Object.fromEntries(known ?? []) },
    faults: [
      ...(unknown ?? []).map(([one]) => unknownSetting(`${name}.${one}`, one, names)),
      ...odd.map(([one, its]) => `${one}: it is ${shown(beside[one])}, and ${shown(its)} in ${name}; ${REMOVE}`),
    ],
  };
}

/** The settings beside a switch that say the opposite: one is enough where it is off, where it is on all must. */
function oddBeside(isOn: boolean, { on, off }: Group, beside: Values): string[] {
  const isOff = (name: string) => isSame(beside[name], off[name]);
  const given = Object.keys(off).filter((name) => name in beside);
  if (!isOn) return given.filter((name) => !isOff(name));
  return given.length === Object.keys({ ...on, ...off }).length && given.every(isOff) ? given : [];
}

/** What is said of a name that is none, with the nearest that is one. */
export function unknownSetting(path: string, key: string, names: readonly string[]): string {
  const near = nearest(key, names);
  const few = names.length > MOST_NAMES ? "" : `; there ${names.length === 1 ? "is" : "are"} ${listOf(names)}`;
  const instead = near === undefined ? (names.length === 0 ? "" : few) : `; did you mean ${near}?`;
  return `${path}: there is no such setting${instead}`;
}

/** More are not listed. */
const MOST_NAMES = 8;

const REMOVE = "remove one of the two";

/** Whether two settings have one value. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
