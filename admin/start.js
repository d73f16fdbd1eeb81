import { FIELDS } from "./fields.js";
import { pelicanFormat } from "./pelican-format.js";

/** Sveltia CMS, of the package that is installed beside the site: nothing is loaded from elsewhere. */
const CMS_SCRIPT = "/admin/sveltia-cms.js";

window.CMS_MANUAL_INIT = true;
const script = Object.assign(document.createElement("script"), { src: CMS_SCRIPT });
script.addEventListener("load", () => {
  window.CMS.registerCustomFormat("pelican", "md", pelicanFormat(FIELDS));
  window.CMS.init();
});
script.addEventListener("error", () => {
  document.body.textContent = `The editor could not be loaded from ${CMS_SCRIPT}.`;
});
document.head.append(script);
