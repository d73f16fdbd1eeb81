import { suite } from "uvu";
import * as assert from "uvu/assert";
import { headerRules, netlifyHeaders } from "../../src/plugin/netlify/headers.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";

const headers = suite("Netlify's headers");

const rules = (settings: SettingsInput = {}) => headerRules(settingsSchema.parse(settings));
const everywhere = (settings: SettingsInput = {}) => rules(settings).find(({ path }) => path === "/*")?.headers ?? {};

function policyOf(settings: SettingsInput = {}): Record<string, string> {
  const directives = (everywhere(settings)["Content-Security-Policy"] ?? "").split("; ");
  return Object.fromEntries(directives.map((one) => one.split(/ (.*)/, 2)));
}

headers("nothing is allowed that is not named, and nothing inline", () => {
  const policy = policyOf();
  assert.is(policy["default-src"], "'none'");
  assert.not.match(Object.values(policy).join(" "), /unsafe|https?:|\*/);
  for (const name of ["base-uri", "frame-ancestors"]) assert.is(policy[name], "'none'");
});

headers("a site can change single directives, and take one that has no sources", () => {
  const settings = { contentSecurityPolicy: { "img-src": "'self' https:", "upgrade-insecure-requests": "" } };
  const { "img-src": images, ...rest } = policyOf(settings);
  const { "img-src": _, ...before } = policyOf();
  assert.is(images, "'self' https:");
  assert.equal(Object.keys(rest), [...Object.keys(before), "upgrade-insecure-requests"]);
});

headers("a site that is searched may run WebAssembly, and nothing else more; its index is kept by browsers", () => {
  const search = { searchSaveAs: "search.html" };
  const { "script-src": scripts, ...rest } = policyOf(search);
  const { "script-src": strict, ...before } = policyOf();
  assert.is(scripts, `${strict} 'wasm-unsafe-eval'`);
  assert.equal(rest, before);
  assert.is(policyOf({ ...search, contentSecurityPolicy: { "script-src": "'none'" } })["script-src"], "'none'");
  const kept = rules(search).filter((rule) => "Cache-Control" in rule.headers);
  assert.equal(
    kept.map(({ path }) => path),
    ["/assets/*", "/pagefind/index/*", "/pagefind/fragment/*"],
  );
});

headers("only a preview is kept from search engines", () => {
  assert.is(everywhere()["X-Robots-Tag"], undefined);
  assert.is(everywhere({ showDrafts: true })["X-Robots-Tag"], "noindex");
});

headers("as a file", () => {
  const text = netlifyHeaders([
    { path: "/*", headers: { A: "b", C: "d; e" } },
    { path: "/f", headers: { G: "h" } },
  ]);
  assert.is(text, "/*\n  A: b\n  C: d; e\n\n/f\n  G: h\n");
});

headers.run();
