// The least that a build in Node has to do: read each page, cut its header off, render its Markdown, write it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import markdownIt from "markdown-it";

const markdown = markdownIt({ html: true });
for (const path of readdirSync("content", { recursive: true, encoding: "utf8" })) {
  if (!path.endsWith(".md")) continue;
  const text = readFileSync(join("content", path), "utf8");
  const body = text.slice(text.indexOf("\n---\n") + "\n---\n".length);
  const file = join("site", path.replace(/\.md$/, ".html"));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, markdown.render(body));
}
