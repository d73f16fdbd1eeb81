/** A built site, a server for it and a browser, as one thing that a test file opens and closes. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Built, Tree } from "../build-tree.ts";
import { ownSite } from "../own-site.ts";
import { launchChromium } from "./chromium.ts";
import { serveAsNetlify } from "./server.ts";

export interface OpenSite {
  readonly built: Built;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly browser: Browser;
  /** The addresses of all pages, in the form in which the site links to them; without the page for what is not found. */
  readonly pages: readonly string[];
  /** Does something with a page of the browser that has cookies, storage and settings of its own, and closes it. */
  readonly visit: <T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** No step of a test may hang. */
const TIMEOUT = 15_000;

/**
 * Builds the site's own content, with these files beside it; serves what was built as Netlify does; and starts the browser.
 *
 * @throws where the build fails, or there is no browser
 */
export async function openSite(more: Tree = {}): Promise<OpenSite> {
  try {
    const built = await ownSite(more);
    if (built.exitCode !== 0) throw new Error(`The site was not built:\n${built.findings}`);
    const browser = await launchChromium();
    return await serveAndOpen(built, browser);
  } catch (error) {
    // uvu keeps to itself what a suite's `before` throws.
    console.error(error);
    throw error;
  }
}

async function serveAndOpen(built: Built, browser: Browser): Promise<OpenSite> {
  const server = await serveAsNetlify(built.output);
  const { origin } = server;
  return {
    built,
    origin,
    browser,
    pages: built.written.filter((path) => path.endsWith(".html") && path !== "404.html").map(addressOf),
    visit: async (options, act) => {
      const context = await newContext(browser, origin, options);
      try {
        return await act(await context.newPage());
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function newContext(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, ...options });
  context.setDefaultTimeout(TIMEOUT);
  return context;
}

function addressOf(path: string): string {
  return `/${path
    .replace(/(^|\/)index\.html$/, "$1")
    .split("/")
    .map(encodeURIComponent)
    .join("/")}`;
}
