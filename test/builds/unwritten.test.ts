/** Pages that no file is written for. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const unwritten = suite("an empty Save_as");

const FILES = {
  "content/posts/a.md": "Title: Aaa\nDate: 2020-01-03\nSave_as:\n\nThe text of it. [b]({filename}b.md)\n",
  "content/posts/b.md": "Title: Bbb\nDate: 2020-01-02\n\n[a]({filename}a.md)\n",
  "content/posts/c.md": "Title: Ccc\nDate: 2020-01-01\nSave_as:\nUrl: https://far.example/c\n\nElsewhere.\n",
  "content/index.md": "Title: Home\nUrl:\nSave_as: index.html\n\nHome.\n",
};

for (const fastPages of [false, true]) {
  unwritten(`writes nothing, and the post is in lists and feeds all the same (fastPages: ${fastPages})`, async () => {
    const settings = { siteUrl: "https://a.example", indexSaveAs: "blog.html", addresses: "url", fastPages };
    const built = await buildSite(FILES, { settings });
    try {
      assert.equal([built.has("aaa.html"), built.has("bbb.html"), built.has("ccc.html")], [false, true, false]);
      const blog = built.read("blog.html");
      for (const text of ["Aaa", "The text of it.", "/aaa.html", "https://far.example/c"])
        assert.ok(blog.includes(text), text);
      assert.ok(built.read("feeds/all.atom.xml").includes("<title>Aaa</title>"));
      assert.not.ok(built.read("sitemap.xml").includes("aaa"));
      assert.match(built.read("index.html"), /Home/);
      assert.match(built.printed, /posts\/b.md[\s\S]*leads to the file “a.md”|source-missing/);
      assert.match(built.printed, /posts\/a.md[\s\S]*page-unwritten/);
      assert.not.match(built.printed, /save-as-unsafe|save-as-taken/);
    } finally {
      built.dispose();
    }
  });
}

unwritten("a setting that is empty does the same for all posts without a file of their own", async () => {
  const settings = { articleSaveAs: "", siteUrl: "https://a.example", indexSaveAs: "blog.html" };
  const files = { ...FILES, "content/posts/d.md": "Title: Ddd\nDate: 2020-01-01\nSave_as: d.html\n\nText.\n" };
  const built = await buildSite(files, { settings });
  try {
    assert.equal([built.has("bbb.html"), built.has("d.html")], [false, true]);
    assert.ok(built.read("blog.html").includes("Bbb"));
  } finally {
    built.dispose();
  }
});

unwritten.run();
