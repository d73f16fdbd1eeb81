import { isSame } from "../../plugin/settings/groups.ts";
import {
  type GroupName,
  groups,
  isOn,
  type PelicanOptions,
  readSettings,
  settingsSchema,
} from "../../plugin/settings.ts";

/** Options as a person would write them: what a site has, each with its settings. */
export interface Grouped {
  readonly general: PelicanOptions;
  /** What Pelican writes, too. */
  readonly ofPelican: PelicanOptions;
  readonly ours: PelicanOptions;
}

/** Puts settings into the options that hold them, and says of each option that it is on, or is not. */
export function grouped(options: PelicanOptions): Grouped {
  const defaults = readSettings({});
  const shape: Readonly<Record<string, { readonly description?: string | undefined } | undefined>> =
    settingsSchema.shape;
  const given = Object.entries(options);
  const settingsOf = (name: GroupName) => Object.keys(groups[name].settings.shape);
  const all = (Object.keys(groups) as GroupName[]).flatMap((name) => {
    const held = Object.fromEntries(given.filter(([setting]) => settingsOf(name).includes(setting)));
    const isGiven = Object.keys(held).length > 0;
    if (!isGiven && !isOn(defaults, name)) return [];
    const isSet = isOn(readSettings(held), name);
    return [[name, isGiven && isSet && !isSame(held, groups[name].on) ? held : isSet] as const];
  });
  const isPelicans = ([name]: readonly [GroupName, unknown]) =>
    settingsOf(name).some((setting) => shape[setting] && !shape[setting].description?.endsWith("Ours."));
  const held = new Set(all.flatMap(([name]) => settingsOf(name)));
  return {
    general: Object.fromEntries(given.filter(([name]) => !held.has(name))),
    ofPelican: Object.fromEntries(all.filter(isPelicans)),
    ours: Object.fromEntries(all.filter((one) => !isPelicans(one))),
  };
}
