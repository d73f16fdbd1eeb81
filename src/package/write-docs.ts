/** Writes the pages of the documentation that follow from the code: `npm run docs`. */
import { writeFileSync } from "node:fs";
import { settingsSchema } from "../plugin/settings.ts";
import { settingsDoc } from "./settings-doc.ts";

writeFileSync(new URL("../../docs/settings.md", import.meta.url), settingsDoc(settingsSchema));
