import { FIELDS } from "./fields.js";
import { pelicanFormat } from "./pelican-format.js";

/** Sveltia CMS, of one version and unchanged: browsers compare it with this hash. */
const CMS_SCRIPT = {
  src: "https://unpkg.com/@sveltia/cms@0.221.1/dist/sveltia-cms.js",
  integrity: "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6",
  crossOrigin: "anonymous",
};

window.CMS_MANUAL_INIT = true;
const script = Object.assign(document.createElement("script"), CMS_SCRIPT);
script.addEventListener("load", () => {
  window.CMS.registerCustomFormat("pelican", "md", pelicanFormat(FIELDS));
  window.CMS.init();
});
script.addEventListener("error", () => {
  document.body.textContent = `The editor could not be loaded from ${CMS_SCRIPT.src}.`;
});
document.head.append(script);
