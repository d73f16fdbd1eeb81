/**
 * The plugin for projects whose build is a process of its own: in one file, which is made anew when a source changes. To
 * load the sources one by one takes more time than most of these builds.
 */
import { loadTypeScript } from "../src/site/load-typescript.js";

const here = (path) => new URL(path, import.meta.url);
const plugin = await loadTypeScript(here("../src/plugin/index.ts"), here("../node_modules/.cache/pelican/"));
export const { pelican } = plugin;
export default plugin.default;
