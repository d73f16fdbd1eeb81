/** Broken files of every format that people put beside pages: made by rules, so that they are the same each time. */
import { randomFrom } from "./seed.ts";

/** Sound bytes, by the ending of the files. */
export type Sound = Readonly<Record<string, Buffer>>;

const bytes = (text: string) => Buffer.from(text, "latin1");
const DEEP = 100_000;

/** Formats that nothing here draws: what has their endings is copied, or read as text. */
export const SOUND: Sound = {
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h30v20z"/></svg>\n'),
  json: Buffer.from('{ "a": [1, 2, { "b": "c" }], "d": null }\n'),
  ipynb: Buffer.from('{ "cells": [{ "cell_type": "markdown", "source": ["# A"] }], "metadata": {}, "nbformat": 4 }\n'),
  xml: Buffer.from('<?xml version="1.0"?><feed><entry id="1">A</entry></feed>\n'),
  ico: Buffer.concat([bytes("\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x18\0\x68\x03\0\0\x16\0\0\0"), Buffer.alloc(100)]),
  bmp: Buffer.concat([
    bytes("BM\x7a\0\0\0\0\0\0\0\x7a\0\0\0\x6c\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0"),
    Buffer.alloc(96),
  ]),
  tiff: Buffer.concat([
    bytes("II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x03\0\x01\0\0\0\x10\0\0\0"),
    Buffer.alloc(64),
  ]),
  icns: Buffer.concat([bytes("icns\0\0\0\x48ic07\0\0\0\x40"), Buffer.alloc(56)]),
  jxl: Buffer.concat([bytes("\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl \0\0\0\0jxl "), Buffer.alloc(64)]),
  heic: Buffer.concat([bytes("\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\x0emeta\0\0\0\0\0\0"), Buffer.alloc(64)]),
  woff2: Buffer.concat([bytes("wOF2\0\x01\0\0\0\0\0\x60\0\x01\0\0"), Buffer.alloc(80)]),
  pdf: Buffer.from("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"),
  zip: Buffer.concat([bytes("PK\x03\x04\x14\0\0\0\x08\0"), Buffer.alloc(60), bytes("PK\x05\x06"), Buffer.alloc(18)]),
  mp4: Buffer.concat([bytes("\0\0\0\x14ftypisom\0\0\0\0isom\0\0\0\x10moov\0\0\0\x08mvhd"), Buffer.alloc(40)]),
};

/** Every number of four bytes that may be a length, from some place on, is this one. */
function withNumbers(sound: Buffer, value: number, from: number): Buffer {
  const changed = Buffer.from(sound);
  for (let at = from; at + 4 <= Math.min(changed.length, 400); at += 4) changed.writeUInt32BE(value, at);
  return changed;
}

function withNoise(sound: Buffer, seed: number, places: number): Buffer {
  const random = randomFrom(seed);
  const changed = Buffer.from(sound);
  for (let place = 0; place < places; place++) {
    changed[Math.floor(random() * Math.min(changed.length, 600))] = Math.floor(random() * 256);
  }
  return changed;
}

/** What is nested as deep as nobody reads; for a format that is no text, its first bytes again and again. */
const NESTED: Readonly<Record<string, () => string>> = {
  svg: () => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${"<g>".repeat(DEEP)}`,
  json: () => "[".repeat(DEEP),
  ipynb: () => `{ "cells": ${'[{ "a": '.repeat(DEEP)}`,
  xml: () => "<a>".repeat(DEEP),
};

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? "" : index - 1};`.repeat(10)}">`).join("")}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&a19;</text></svg>`;
const CYCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><g id="a"><use xlink:href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>';

/** The 22 ways in which a sound file is broken. */
export function brokenFiles(ending: string, sound: Buffer): readonly (readonly [way: string, content: Buffer])[] {
  const cut = (share: number) => sound.subarray(0, Math.floor(sound.length * share));
  const marks = [0xef, 0xbb, 0xbf];
  return [
    ["empty", Buffer.alloc(0)],
    ["one byte", sound.subarray(0, 1)],
    ["its first bytes", sound.subarray(0, 12)],
    ["a quarter", cut(0.25)],
    ["a half", cut(0.5)],
    ["nearly all", sound.subarray(0, -1)],
    ["its end alone", sound.subarray(Math.floor(sound.length / 2))],
    ["its middle is gone", Buffer.concat([cut(0.3), sound.subarray(Math.floor(sound.length * 0.7))])],
    ["zeros", Buffer.alloc(sound.length)],
    ["ones", Buffer.alloc(sound.length, 0xff)],
    ["zeros behind its first bytes", Buffer.concat([sound.subarray(0, 16), Buffer.alloc(sound.length)])],
    ["another beginning", Buffer.concat([bytes("GIF89a"), sound])],
    ["lengths of 0", withNumbers(sound, 0, 8)],
    ["lengths of 1", withNumbers(sound, 1, 8)],
    ["lengths of 2^31", withNumbers(sound, 0x80000000, 8)],
    ["lengths of 2^32 - 1", withNumbers(sound, 0xffffffff, 8)],
    ["lengths that lead back", withNumbers(sound, 8, 12)],
    ["many times itself", Buffer.concat(Array.from({ length: 50 }, () => sound))],
    ["a mark before it", Buffer.concat([Buffer.from(marks), sound])],
    ["every other byte is zero", Buffer.from([...sound.subarray(0, 2000)].flatMap((byte) => [byte, 0]))],
    ["noise", withNoise(sound, ending.length * 7919, 40)],
    [
      "without an end",
      Buffer.from(
        NESTED[ending]?.() ??
          sound
            .subarray(0, 16)
            .toString("latin1")
            .repeat(DEEP / 10),
        "latin1",
      ),
    ],
    ...(ending === "svg"
      ? ([
          ["entities of entities", Buffer.from(ENTITIES)],
          ["a circle of uses", Buffer.from(CYCLE)],
        ] as const)
      : []),
  ];
}
