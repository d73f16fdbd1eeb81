/** Which files the build writes for which host, and what is in those that are small. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { NO_ASSETS } from "../make.ts";
import { siteOf } from "../site-helpers.ts";

const test = suite("files for hosts");

const PAGES = { "a.md": { Title: "A", Aliases: "b" } };

function written(settings: SettingsInput): Record<string, string> {
  const site = siteOf(PAGES, { settings: { robotsSaveAs: "", sitemapSaveAs: "", feeds: false, ...settings } });
  return Object.fromEntries(textFiles(site).map(({ saveAs, text }) => [saveAs, text(site, NO_ASSETS)]));
}

const HOSTS: readonly (readonly [SettingsInput, files: readonly string[]])[] = [
  [{}, ["_redirects"]],
  [{ host: "netlify", headers: true }, ["_redirects", "_headers"]],
  [{ host: "cloudflare", headers: true }, ["_redirects", "_headers"]],
  [{ host: "github" }, [".nojekyll"]],
  [{ host: "github", siteUrl: "https://a.example", redirectPages: true }, [".nojekyll", "CNAME", "b.html"]],
  [{ host: "github", siteUrl: "https://ann.github.io" }, [".nojekyll"]],
  [{ host: "github", siteUrl: "https://a.example/garden" }, [".nojekyll"]],
  [{ host: "nginx" }, [".nginx.conf"]],
  [{ host: "apache" }, [".htaccess"]],
  [{ host: "caddy" }, [".Caddyfile"]],
  [{ host: "none", headers: true }, []],
];

for (const [settings, files] of HOSTS) {
  test(`${JSON.stringify(settings)}: ${files.join(", ")}`, () => assert.equal(Object.keys(written(settings)), files));
}

test("CNAME is the domain; a policy is sent where headers are on", () => {
  assert.is(written({ host: "github", siteUrl: "https://a.example" }).CNAME, "a.example\n");
  for (const [host, file] of [["nginx", ".nginx.conf"] as const, ["apache", ".htaccess"] as const]) {
    assert.not.match(written({ host })[file] ?? "", "Content-Security-Policy");
    assert.match(written({ host, headers: true })[file] ?? "", "Content-Security-Policy");
    assert.match(written({ host })[file] ?? "", "immutable");
  }
});

test.run();
