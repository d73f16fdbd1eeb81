import { suite } from "uvu";
import * as assert from "uvu/assert";
import { meantAddress } from "../../src/plugin/dialect/meant-address.ts";

const meant = suite("addresses: what was meant");

const MEANT: readonly [string, string | undefined][] = [
  ["ann@example.org", "mailto:ann@example.org"],
  ["www.example.de/a", "https://www.example.de/a"],
  ["example.org?q=1", "https://example.org?q=1"],
  ["HTTP//example.org", "http://example.org"],
  ["https:/example.org", "https://example.org"],
  ["https:///example.org", "https://example.org"],
  ["hhtps://example.org", "https://example.org"],
  ["%E2%80%9Cabout.html%E2%80%9D", "about.html"],
  ["about.html", undefined],
  ["notes.md", undefined],
  ["images/x@2.png", undefined],
  ["http/notes", undefined],
  ["https://example.org", undefined],
  ["http://[::1]/", undefined],
  ["tel:112", undefined],
  ["sip:a@b.example", undefined],
  ["%E0%A4%A", undefined],
  ["", undefined],
];

for (const [link, address] of MEANT) meant(`“${link}” is “${address}”`, () => assert.is(meantAddress(link), address));

meant.run();
