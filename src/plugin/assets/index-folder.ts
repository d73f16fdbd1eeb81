/** Where the index is, from the output folder: Pagefind's own name for it. */
export const INDEX_FOLDER = "pagefind";
