import { test } from "uvu";
import * as assert from "uvu/assert";
import { readHtml } from "../../src/plugin/html/read.ts";

/** What a reader is told, with the part of the source where it stands. */
function told(html: string): string[] {
  const events: string[] = [];
  const source = (at: { startIndex: number; endIndex: number }) => html.slice(at.startIndex, at.endIndex + 1);
  readHtml(html, [
    {
      onOpen: (name, attributes, at) => events.push(`open ${name} ${JSON.stringify(attributes)} ${source(at)}`),
      onText: (text, at) => events.push(`text ${text} ${source(at)}`),
      onClose: (name, isImplied, at) => events.push(`${isImplied ? "end" : `close ${source(at)}`} ${name}`),
    },
  ]);
  return events;
}

for (const [what, html, expected] of [
  [
    "elements and texts",
    '<p CLASS="a" id=b hidden>c</P>',
    ['open p {"class":"a","id":"b","hidden":""} <p CLASS="a" id=b hidden>', "text c c", "close </P> p"],
  ],
  ["void elements end by themselves", "<br>", ["open br {} <br>", "end br"]],
  ["so do those that another tag ends", "<p><div>", ["open p {} <p>", "end p", "open div {} <div>", "end div"]],
  ["references, each by itself", "a&amp;b", ["text a a", "text & &amp;", "text b b"]],
  ["escaped markup is text", "&lt;p>", ["text < &lt;", "text p> p>"]],
  ["no comments", "<!-- <p> -->", []],
] as const) {
  test(`tells of ${what}`, () => assert.equal(told(html), expected));
}

test("reads on after the end of a line break, which is one", () => {
  const [open, , end, ...rest] = told("<h2>a</br>b</h2>").map((one) => one.split(" ").slice(0, 2).join(" "));
  assert.equal([open, end, ...rest], ["open h2", "open br", "close </br>", "text b", "close </h2>"]);
});

test("elements that are nested deeper than anybody writes are empty, and what is in them is read", () => {
  const events: string[] = [];
  const onOpen = (name: string) => events.push(name);
  const onClose = (name: string, isImplied: boolean) => events.push(`${isImplied ? "end" : "close"} ${name}`);
  readHtml(`${"<b>".repeat(2000)}<i>a<img></i>`, [{ onOpen, onText: (text) => events.push(text), onClose }]);
  assert.equal(events.slice(2000, 2005), ["i", "end i", "a", "img", "end img"]);
  assert.is(events.filter((one) => one === "end b").length, 2000);
});

test("tells each reader what it asks for, in one go", () => {
  const names: string[] = [];
  const texts: string[] = [];
  readHtml("<p>a</p>", [{ onOpen: (name) => names.push(name) }, {}, { onText: (text) => texts.push(text) }]);
  assert.equal([names, texts], [["p"], ["a"]]);
});

test.run();
