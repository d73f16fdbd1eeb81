/** A build loads nothing from the network, whatever its texts name. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const network = suite("hostile: network");

network("nothing is connected to", async () => {
  const trap = `const { Socket } = await import("node:net");
  const { default: dns } = await import("node:dns");
  Socket.prototype.connect = () => { console.error("NETWORK"); throw new Error("NETWORK"); };
  dns.lookup = () => { console.error("NETWORK"); throw new Error("NETWORK"); };`;
  const text = `Title: A
Date: 2020-01-01
Template: https://example.org/a

![a](https://example.org/a.png) <iframe src="https://example.org/"></iframe> <script src="//example.org/a.js"></script>
<link rel="stylesheet" href="https://example.org/a.css"> <https://example.org/feed.xml> [a](http://127.0.0.1/)
`;
  const settings = { siteUrl: "https://example.org", images: true, socialImages: true };
  const built = await buildSite({ "content/a.md": text }, { config: trap, settings, by: "command" });
  assert.is(built.exitCode, 0, built.printed);
  assert.not.match(built.printed, /NETWORK/);
  built.dispose();
});

network.run();
