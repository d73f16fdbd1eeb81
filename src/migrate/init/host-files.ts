import { decodeAddress } from "../../plugin/dialect/address.ts";
import type { Settings } from "../../plugin/settings.ts";

/** Where GitHub looks for what it does with a repository. */
export const WORKFLOW = ".github/workflows/pages.yml";

/** What Netlify reads. Source: https://docs.netlify.com/build/configure-builds/file-based-configuration/ */
export function netlifyToml(pathPrefix: string): string {
  return `[build]
  command = ${JSON.stringify(wholeCommand(pathPrefix))}
  publish = "_site"

[build.environment]
  NODE_VERSION = "24"
`;
}

/**
 * What builds a site into the folder that is published. Below a path its files are in a folder there, but for those that a
 * host looks for at the top: redirects, headers, and the page for what is not found.
 */
export function wholeCommand(pathPrefix: string): string {
  if (pathPrefix === "") return "npx eleventy";
  const folder = shellWord(`_site${decodeAddress(pathPrefix)}`);
  return `npx eleventy --output=${folder} && cp ${folder}/404.html _site && find ${folder} -maxdepth 1 -type f -name '_*' -exec mv {} _site ';'`;
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What Cloudflare's own command reads. Source: https://developers.cloudflare.com/pages/functions/wrangler-configuration/ */
export function wranglerToml({ siteName, siteUrl }: Settings): string {
  const host = URL.canParse(siteUrl) ? new URL(siteUrl).hostname.replace(/\.pages\.dev$/, "") : siteName;
  const name = host
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 58);
  return `name = "${name || "site"}"
pages_build_output_dir = "_site"
`;
}

/** GitHub's actions by the commits of their releases: a name could be given to another commit. */
export const ACTIONS = {
  checkout: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  setupNode: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  uploadArtifact: "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  upload: "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
  deploy: "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
};

/**
 * What builds and publishes a site on GitHub. Only the job that publishes may do that, and it runs nothing of the site's.
 * Source: https://docs.github.com/en/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages
 */
export function pagesWorkflow(): string {
  return `name: Pages

on:
  push:
    branches: [main, master]
  workflow_dispatch:

permissions: {}

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: ${ACTIONS.checkout}
        with:
          persist-credentials: false
      - uses: ${ACTIONS.setupNode}
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx eleventy
      - uses: ${ACTIONS.upload}
        with:
          path: _site

  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: ${ACTIONS.deploy}
`;
}
