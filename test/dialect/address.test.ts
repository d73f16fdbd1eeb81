import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hrefOf, lookupKey, trimAddress } from "../../src/plugin/dialect/address.ts";

const keys = suite("lookupKey: one form of an address");

for (const [address, key] of [
  ["about", "about"],
  ["/about", "about"],
  ["about/", "about"],
  ["//about//", "about"],
  [" about ", "about"],
  ["about.html", "about"],
  ["about.htm", "about"],
  ["about.HTML", "about"],
  ["about/index.html", "about"],
  ["about/index", "about"],
  ["about/history.html", "about/history"],
  ["index.html", ""],
  ["index", ""],
  ["/", ""],
  ["", ""],
  ["about/reindex", "about/reindex"],
  ["file.xml", "file.xml"],
  ["caf%C3%A9", "café"],
  ["100%", "100%"],
  ["About", "About"],
] as const) {
  keys(JSON.stringify(address), () => assert.is(lookupKey(address), key));
}

keys.run();

const hrefs = suite("hrefOf: where a written file is");

for (const [saveAs, href] of [
  ["about/index.html", "/about/"],
  ["index.html", "/"],
  ["about.html", "/about.html"],
  ["about/history.html", "/about/history.html"],
  ["about", "/about"],
  ["a/myindex.html", "/a/myindex.html"],
  ["a b/é.html", "/a%20b/%C3%A9.html"],
  ["a?b#c.html", "/a%3Fb%23c.html"],
  ["tag/c++, @home;x=$1/a&b:c.html", "/tag/c++,%20@home;x=$1/a%26b%3Ac.html"],
  ['"><script>.html', "/%22%3E%3Cscript%3E.html"],
] as const) {
  hrefs(saveAs, () => assert.is(hrefOf(saveAs), href));
}

hrefs.run();

const trims = suite("trimAddress");

for (const [address, trimmed] of [
  [" /about/ ", "about"],
  ["about", "about"],
  ["/", ""],
  ["a/b/", "a/b"],
] as const) {
  trims(JSON.stringify(address), () => assert.is(trimAddress(address), trimmed));
}

trims.run();
