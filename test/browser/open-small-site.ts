/** A small site, served, and a browser to look at it, as one thing that a test file opens and closes. */
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Tree } from "../build-tree.ts";
import { buildSite, type SmallSite } from "../small-site.ts";
import { launchChromium } from "./chromium.ts";
import { serveAsNetlify } from "./server.ts";

export interface OpenSmallSite {
  readonly built: SmallSite;
  readonly visit: (act: (page: Page) => Promise<void>, options?: BrowserContextOptions) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openSmallSite(files: Tree, settings: Readonly<Record<string, unknown>>): Promise<OpenSmallSite> {
  const built = await buildSite(files, { settings });
  if (built.exitCode !== 0) throw new Error(built.printed);
  const server = await serveAsNetlify(join(built.folder, "_site"));
  const browser = await launchChromium();
  return {
    built,
    visit: async (act, options = {}) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      context.setDefaultTimeout(15_000);
      try {
        await act(await context.newPage());
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
      built.dispose();
    },
  };
}
