import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseDate } from "../../src/plugin/pages/date.ts";
import { pageOf, placesOf, readText } from "../make.ts";

const dates = suite("dates");

for (const [text, zone, moment] of [
  ["2010-10-04 07:44", "UTC", "2010-10-04T07:44:00.000Z"],
  ["2010-10-04 07:44", "Europe/Paris", "2010-10-04T05:44:00.000Z"],
  ["2010-01-04 07:44", "Europe/Paris", "2010-01-04T06:44:00.000Z"],
  ["2010-10-04 07:44:30", "UTC", "2010-10-04T07:44:30.000Z"],
  ["2010-10-04", "UTC", "2010-10-04T00:00:00.000Z"],
  ["2010-10-04", "Europe/Paris", "2010-10-03T22:00:00.000Z"],
  ["2010-10-04T07:44", "Europe/Paris", "2010-10-04T05:44:00.000Z"],
  ["2010-10-04T07:44:00Z", "Europe/Paris", "2010-10-04T07:44:00.000Z"],
  ["2010-10-04T07:44:00+05:00", "Europe/Paris", "2010-10-04T02:44:00.000Z"],
  ["2010-10-04 07:44 +0500", "Europe/Paris", "2010-10-04T02:44:00.000Z"],
  ["  2010-10-04  ", "UTC", "2010-10-04T00:00:00.000Z"],
  ["2010-1-4 7:4", "UTC", "2010-01-04T07:04:00.000Z"],
  ["2012-02-29", "UTC", "2012-02-29T00:00:00.000Z"],
] as const) {
  dates(`${text} in ${zone}`, () => assert.is(parseDate(text, zone)?.toUTC().toISO(), moment));
}

dates("one that names an offset keeps it: its day is the author's, in addresses, too", () => {
  const settings = { timezone: "Europe/Lisbon", articleSaveAs: "{date:%Y}/{date:%d}-{date:%H}/{slug}.html" };
  const saveAs = (date: string) => pageOf({ Date: date, Title: "A" }, "posts/a.md", settings).saveAs;
  assert.is(saveAs("2014-08-20T23:30:00-07:00"), "2014/20-23/a.html");
  assert.is(saveAs("Wed, 20 Aug 2014 10:00:00 GMT"), "2014/20-10/a.html");
  assert.is(saveAs("2014-08-20 10:00"), "2014/20-10/a.html");
});

for (const text of ["", "soon", "2010-13-04", "2011-02-29", "2010-10-04 25:00", "04.10.2010 or so"]) {
  dates(`${JSON.stringify(text)} is none`, () => assert.is(parseDate(text, "UTC"), undefined));
}

dates.run();

const names = suite("dates in files' names");

for (const [path, date] of [
  ["2021-01-20.md", "2021-01-20"],
  ["blog/2021-01-20-newsletter.md", "2021-01-20"],
  ["blog/2021-01-20 talk.md", "2021-01-20"],
  ["2021-01-20/index.md", undefined],
  ["newsletter-2021.md", undefined],
  ["newsletter.md", undefined],
] as const) {
  names(path, () => assert.is(pageOf({}, path).date?.toISODate(), date));
}

names("a post has it, in the site's time zone", () => {
  const settings = { timezone: "Europe/Paris" };
  assert.is(pageOf({}, "posts/2021-01-20.md", settings).date?.toISO(), "2021-01-20T00:00:00.000+01:00");
});

names("the header's date comes first", () => {
  assert.is(pageOf({ Date: "2020-02-02" }, "posts/2021-01-20.md").date?.toISODate(), "2020-02-02");
});

names("a name that is no date is none", () => {
  const { page, findings } = readText("posts/2021-99-99.md", "---\nTitle: A\n---\n");
  assert.is(page.date, undefined);
  assert.equal(placesOf(findings), ["the setting filenameMetadata:1:1 date-value"]);
});

names.run();

const faults = suite("dates in headers that are none");

faults("a finding, and the page has none", () => {
  const { page, findings } = readText("a.md", "---\nTitle: A\nDate: soon\nModified: later\n---\n");
  assert.equal([page.date, page.modified], [undefined, undefined]);
  assert.equal(
    placesOf(findings).filter((line) => line.endsWith("date-value")),
    ["a.md:3:7 date-value", "a.md:4:11 date-value"],
  );
});

faults("Modified", () => assert.is(pageOf({ Modified: "2012-01-02" }).modified?.toISODate(), "2012-01-02"));

faults.run();
