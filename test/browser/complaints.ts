import type { Page } from "playwright-core";

/**
 * What a browser has to complain of from now on, each as a text: what it printed on its console, such as a broken
 * Content-Security-Policy; what a script threw; what was not loaded, or not answered with 200. The list grows as the page
 * is used; `page.removeAllListeners()` ends it.
 *
 * @param status with which the page itself is to be answered
 */
export function listenForComplaints(page: Page, status = 200): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser prints an error for each page that is answered with 404.
    if (status === 200 || message.location().url !== page.url())
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    const wanted = response.request().isNavigationRequest() ? status : 200;
    if (response.status() !== wanted) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
