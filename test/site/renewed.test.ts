import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { renewed, renewedOf } from "../../src/site/renewed.ts";

const software = suite("renewed");

const now = DateTime.fromISO("2026-06-15T12:00", { zone: "Europe/Paris" });

for (const [date, stays] of [
  ["2026-06-15", true],
  ["2026-06-14", true],
  ["2025-06-16", true],
  ["2025-06-15", true],
  ["2025-06-14", false],
  ["2016-01-01", false],
  ["2026-06-15T13:00", true],
  ["soon", false],
  ["", false],
] as const) {
  software(`renewed on “${date}”`, () => assert.is(renewed([{ renewed: date }], now).length, stays ? 1 : 0));
}

software("a year from a leap day is a year", () => {
  const leap = DateTime.fromISO("2024-02-29T12:00", { zone: "UTC" });
  assert.is(renewed([{ renewed: "2023-02-28" }], leap).length, 1);
  assert.is(renewed([{ renewed: "2023-02-27" }], leap).length, 0);
});

software("the day is one of the site's time zone", () => {
  const early = DateTime.fromISO("2026-06-14T22:30:00Z", { zone: "Europe/Paris" });
  assert.is(renewed([{ renewed: "2025-06-14" }], early).length, 0);
  assert.is(renewed([{ renewed: "2025-06-15" }], early).length, 1);
});

software("order and entries stay as they are", () => {
  const entries = [
    { name: "b", renewed: "2026-01-01" },
    { name: "old", renewed: "2020-01-01" },
    { name: "a", renewed: "2026-02-01" },
  ];
  assert.equal(
    renewed(entries, now).map(({ name }) => name),
    ["b", "a"],
  );
  assert.is(entries.length, 3);
});

software("a list that has become empty is told", () => {
  const told: string[] = [];
  const tell = (words: string) => told.push(words);
  const entries = [
    { kind: "client", renewed: "2026-01-01" },
    { kind: "server", renewed: "2020-01-01" },
  ];
  assert.equal(renewedOf(entries, "client", now, tell), [entries[0]]);
  assert.equal(told, []);
  assert.equal(renewedOf(entries, "server", now, tell), []);
  assert.equal(told, [
    "_data/programs.json has no server that was renewed within a year, so its list is empty: look at them, and renew their dates.",
  ]);
});

software.run();
