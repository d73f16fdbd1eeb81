import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "vscode-languageserver-types";
import { isWithin } from "../../plugin/files/is-within.ts";
import { messageOf } from "../../plugin/findings/plain-error.ts";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import { diagnosticsOf, uriOf } from "./answers.ts";
import type { EditedSite } from "./edited-site.ts";

/** What a session asks of the editor that it is with. */
export interface Editor {
  readonly show: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** Something that only a person can mend: the site cannot be loaded. */
  readonly tell: (message: string) => void;
}

/** One editor in one project, from the first text that is opened to the end. */
export interface Session {
  /** A text that somebody has before them, by what the editor calls it. */
  readonly setText: (uri: string, text: string) => void;
  readonly close: (uri: string) => void;
  /** Something was written to the disk, or may have been. */
  readonly lookAtDisk: () => void;
  /** The site with all texts as they are now; undefined as long as it is not loaded. */
  readonly site: () => EditedSite | undefined;
  /** An open text as the site knows it; undefined for what is not in the content, or not open. */
  readonly document: (uri: string) => OpenDocument | undefined;
  /** What the editor calls a file. */
  readonly nameOf: (file: string) => string;
}

export interface OpenDocument {
  /** From the content folder. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Who types on waits for at most so many milliseconds longer than a check takes. */
const PAUSE = { least: 20, most: 400 };
/** Programs write several files at once. */
const SETTLED = 150;

/**
 * @param load loads the site of the project; it may take seconds
 * @param project the project's folder
 */
export function createSession(load: () => Promise<EditedSite>, project: string, editor: Editor): Session {
  const open = new Map<string, { readonly uri: string; readonly text: string }>();
  const shown = new Map<string, string>();
  let site: EditedSite | undefined;
  let isLoading = false;
  let took = 0;
  let told = "";

  const nameOf = (file: string) => open.get(file)?.uri ?? uriOf(file);

  const show = (all: ReadonlyMap<string, readonly Diagnostic[]>) => {
    const now = new Map([...all].map(([file, some]) => [nameOf(file), some]));
    for (const uri of shown.keys()) if (!now.has(uri)) editor.show(uri, []);
    for (const [uri, some] of now) if (shown.get(uri) !== JSON.stringify(some)) editor.show(uri, some);
    shown.clear();
    for (const [uri, some] of now) shown.set(uri, JSON.stringify(some));
  };

  const attempt = <Result>(act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (error) {
      tell(error);
      return undefined;
    }
  };
  const tell = (error: unknown) => {
    const message = messageOf(error);
    // Each keystroke would say it again.
    if (message !== told) editor.tell(message);
    told = message;
  };

  const check = () => {
    if (!site) return;
    const started = performance.now();
    show(diagnosticsOf(site.now(), { content: site.content, project }));
    took = performance.now() - started;
    told = "";
  };
  const checkSoon = later(() => attempt(check));

  /** Until what it was loaded of is what is there. */
  const loadAnew = async () => {
    for (let isStale = true; isStale; ) {
      const loaded = await load();
      for (const [file, { text }] of open) if (isWithin(file, loaded.content)) loaded.setText(file, text);
      site = loaded;
      isStale = !loaded.followDisk();
    }
  };
  const follow = later(() => {
    if (isLoading) return;
    if (site && attempt(site.followDisk)) {
      attempt(check);
      return;
    }
    isLoading = true;
    loadAnew()
      .catch(tell)
      .finally(() => {
        isLoading = false;
        attempt(check);
      });
  });

  const change = (file: string, text: string | undefined) => {
    if (!site || !isWithin(file, site.content)) return;
    site.setText(file, text);
    checkSoon(Math.min(PAUSE.most, Math.max(PAUSE.least, took / 4)));
  };
  const setText = (uri: string, text: string) => {
    const file = fileAt(uri);
    if (file === undefined) return;
    open.set(file, { uri, text });
    change(file, text);
  };
  const close = (uri: string) => {
    const file = fileAt(uri);
    if (file === undefined) return;
    open.delete(file);
    change(file, undefined);
  };
  const document = (uri: string) => {
    const file = fileAt(uri);
    const text = file === undefined ? undefined : open.get(file)?.text;
    if (file === undefined || text === undefined || !site || !isWithin(file, site.content)) return undefined;
    return { path: relativePath(site.content, file), lines: text.split(/\r\n|\r|\n/) };
  };
  return { setText, close, lookAtDisk: () => follow(SETTLED), site: () => site, document, nameOf };
}

/** The file of an address; undefined for what is no file: a text that was never saved, an old version. */
function fileAt(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? resolve(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}

/** Does something once, so many milliseconds after it was last asked for. */
function later(act: () => void): (milliseconds: number) => void {
  let timer: NodeJS.Timeout | undefined;
  return (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
