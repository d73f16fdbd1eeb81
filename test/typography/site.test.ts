import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const POST = `---
Title: "A" -- b \\"c\\"
Date: 2020-01-01
Summary: It's "short"
---

It's "long" & \`"code"\`.

### The "head"
`;

const typography = suite("typography");

typography("a text, its title and its summary have typographic marks where the site wants them", async () => {
  const settings = {
    siteUrl: "https://a.example",
    typogrify: true,
    typogrifyIgnoreTags: ["h3"],
    typogrifyOmitFilters: ["amp"],
  };
  const site = await buildSite({ "content/posts/a.md": POST }, { settings });
  const html = site.read("a-b-c.html");
  assert.match(html, "<h1>“A” — b &quot;c&quot;</h1>");
  assert.match(html, "It’s “long” &amp; <code>");
  assert.match(html, "<code>&quot;code&quot;</code>.");
  assert.match(html, "The &quot;head");
  assert.match(site.read("index.html"), "It’s\u00a0“short”");
  assert.match(site.read("feeds/all.atom.xml"), "“A” — b");
  site.dispose();
});

typography("without the setting a text stays as it is", async () => {
  const site = await buildSite({ "content/posts/a.md": POST });
  assert.match(site.read("a-b-c.html"), "It's &quot;long&quot;");
  site.dispose();
});

typography.run();
