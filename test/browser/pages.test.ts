/** What holds of every page of the site, in a real browser. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { CDPSession, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page as file } from "../build-tree.ts";
import { listenForComplaints } from "./complaints.ts";
import { type OpenSite, openSite } from "./open-site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL_RULES: RunOptions = {
  resultTypes: ["violations"],
  preload: false,
  rules: { "target-size": { enabled: true } },
};
/** Those that go by colours and sizes: the others find in any colours what they found before. */
const RULES_OF_LOOKS: RunOptions = {
  resultTypes: ["violations"],
  preload: false,
  runOnly: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
};
const NOT_FOUND = "/no/such/page";
const WIDTHS = [320, 768, 1280];
/** What a text page may cost, in bytes as they come over the wire, headers included, and in requests. */
const MOST_BYTES = 10 * 1024;
const MOST_REQUESTS = 3;

interface Visited {
  readonly address: string;
  /** What the browser printed, threw, or refused to load, and requests that were not answered with 200. */
  readonly complaints: readonly string[];
  readonly accessibility: readonly string[];
  /** The widths of the window in which the page can be scrolled sideways. */
  readonly overflows: readonly number[];
  readonly layoutShift: number;
  readonly bytes: number;
  readonly requests: readonly string[];
  readonly images: number;
}

const pages = suite("every page");
let site: OpenSite;
let visited: readonly Visited[];

/** What authors can write that is wide, and none of the site's own pages has. */
const WIDE = `${"Long".repeat(60)} and \`${"code".repeat(60)}\`

| ${"Column | ".repeat(14)}
| ${"--- | ".repeat(14)}
| ${"cell | ".repeat(14)}

<table><tr>${`<td>${"cell".repeat(8)}</td>`.repeat(12)}</tr></table>

    ${"code in a block ".repeat(30)}

<pre>${"an author's own code ".repeat(30)}</pre>

## ${"Heading".repeat(30)}

- https://example.org/${"path/".repeat(40)}
`;

pages.before(async () => {
  site = await openSite({
    "wide.md": file({ Title: "Wide".repeat(40), Url: "wide", Save_as: "wide.html" }, WIDE),
    "columns.md": file(
      {
        Title: "Columns",
        Parent_id: "about",
        Inherit_sidebar: "about",
        Sidebar_menu_show: "true",
        Content_layout: "multiple-columns",
      },
      WIDE,
    ),
  });
  const addresses = [...site.pages, NOT_FOUND];
  visited = (
    await Promise.all([0, 1, 2].map((share) => visitAll(addresses.filter((_, index) => index % 3 === share))))
  ).flat();
});
pages.after(() => site?.close());

/** In one tab, one after the other: its engine reads axe-core once. */
function visitAll(addresses: readonly string[]): Promise<Visited[]> {
  return site.visit({}, async (page) => {
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.get(window, "shifts").push(Reflect.get(entry, "value"));
      }).observe({ type: "layout-shift", buffered: true });
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const results: Visited[] = [];
    for (const address of addresses) results.push(await look(page, session, address));
    return results;
  });
}

/** One navigation, and all that is to be known of it. */
async function look(page: Page, session: CDPSession, address: string): Promise<Visited> {
  const complaints = listenForComplaints(page, address === NOT_FOUND ? 404 : 200);
  const traffic = measureTraffic(session);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address, { waitUntil: "load" });
  const { bytes, requests } = traffic.soFar();
  const layoutShift = await page.evaluate(() =>
    Reflect.get(window, "shifts").reduce((sum: number, one: number) => sum + one, 0),
  );
  const images = await page.locator("main img").count();
  // A script that is evaluated by the debugger does not come from the page, and its policy does not hold for it.
  await page.evaluate(`${AXE};undefined`);
  const light = await runAxe(page, ALL_RULES);
  const overflows: number[] = [];
  for (const width of WIDTHS.toReversed()) {
    await page.setViewportSize({ width, height: 800 });
    if (await page.evaluate(() => document.scrollingElement && document.scrollingElement.scrollWidth > innerWidth))
      overflows.push(width);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await runAxe(page, RULES_OF_LOOKS);
  page.removeAllListeners();
  traffic.stop();
  return { address, complaints, accessibility: [...light, ...dark], overflows, layoutShift, bytes, requests, images };
}

function measureTraffic(session: CDPSession): { soFar: () => { bytes: number; requests: string[] }; stop: () => void } {
  const requests: string[] = [];
  let bytes = 0;
  const onRequest = ({ request }: { request: { url: string } }) => {
    if (!request.url.startsWith("data:")) requests.push(new URL(request.url).pathname);
  };
  const onFinished = ({ encodedDataLength }: { encodedDataLength: number }) => {
    bytes += encodedDataLength;
  };
  session.on("Network.requestWillBeSent", onRequest).on("Network.loadingFinished", onFinished);
  return {
    soFar: () => ({ bytes, requests: [...requests] }),
    stop: () => session.off("Network.requestWillBeSent", onRequest).off("Network.loadingFinished", onFinished),
  };
}

async function runAxe(page: Page, rules: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => Reflect.get(window, "axe").run(document, options),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

const faults = (of: (visit: Visited) => readonly unknown[]) =>
  visited.flatMap((visit) => of(visit).map((fault) => `${visit.address}: ${fault}`));

pages("all were visited", () => {
  assert.ok(visited.length > 50);
});

pages("axe-core finds nothing, in light and wide, and in dark and narrow", () => {
  assert.equal(
    faults(({ accessibility }) => accessibility),
    [],
  );
});

pages("the browser has nothing to complain of, and no policy is broken", () => {
  assert.equal(
    faults(({ complaints }) => complaints),
    [],
  );
});

pages(`nothing sticks out sideways at ${WIDTHS.join(", ")} px`, () => {
  assert.equal(
    faults(({ overflows }) => overflows),
    [],
  );
});

pages("nothing moves while it loads", () => {
  assert.equal(
    faults(({ layoutShift }) => (layoutShift > 0 ? [layoutShift] : [])),
    [],
  );
});

pages(`a page of text costs at most ${MOST_BYTES} bytes and ${MOST_REQUESTS} requests`, () => {
  assert.equal(
    faults(({ bytes, images }) => (images === 0 && bytes > MOST_BYTES ? [bytes] : [])),
    [],
  );
  assert.equal(
    faults(({ requests, images }) => (images === 0 && requests.length > MOST_REQUESTS ? [requests] : [])),
    [],
  );
});

pages.run();
