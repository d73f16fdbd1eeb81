// The search page: without this script it is a list of all pages. The index and what reads it are loaded by the first
// search. All is in a block, so that its names are its own.
{
  const form = document.querySelector(".search");
  const field = form.elements.q;
  const languages = form.elements.lang;
  const status = document.querySelector(".search-status");
  const list = document.querySelector(".results");
  const more = document.querySelector(".results-more");
  const all = document.querySelector(".all-pages");
  const { lang, title } = { lang: document.documentElement.lang, title: document.title };
  // The language of the words, which is not always that of the page.
  const spoken = form.closest("[lang]").lang;
  const AT_ONCE = 10;
  const PARTS = 3;
  const said = JSON.parse(form.dataset.said);

  let library;
  const engines = new Map();
  let searches = 0;
  let results = [];

  // Pagefind reads a page's language when an engine is made, and knows no other way to be told one.
  const makeEngine = ({ createInstance }, language) => {
    document.documentElement.lang = language;
    const engine = createInstance({ excerptLength: 30 });
    document.documentElement.lang = lang;
    return engine;
  };

  const engineFor = async (language) => {
    // A script's own address is what its imports are relative to.
    library ??= import(new URL(form.dataset.library, document.baseURI));
    const loaded = await library;
    if (!engines.has(language)) engines.set(language, makeEngine(loaded, language));
    return engines.get(language);
  };

  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  // An author may have written any address, and any markup, into a page: only marks and text are taken over.
  const link = (address, text) => {
    const made = element("a", text);
    const url = new URL(address, location.origin);
    if (url.origin === location.origin) made.href = url.pathname + url.hash;
    return made;
  };

  const excerpt = (html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const parts = [...body.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent,
    );
    return element("p", ...parts);
  };

  const item = ({ url, meta, excerpt: html, sub_results: parts }) => {
    const made = element("li", element("h2", link(url, meta.title || url)));
    if (meta.section) {
      const section = element("p", meta.section);
      section.className = "byline";
      made.append(section);
    }
    made.append(excerpt(html));
    const headings = parts.filter(({ anchor }) => anchor).slice(0, PARTS);
    if (headings.length)
      made.append(element("ul", ...headings.map((part) => element("li", link(part.url, part.title)))));
    return made;
  };

  const show = async (isMeant, from) => {
    const data = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
    if (!isMeant()) return;
    const items = data.map(item);
    if (from) list.append(...items);
    else list.replaceChildren(...items);
    more.hidden = results.length <= list.children.length;
    if (from) items[0].querySelector("a").focus();
  };

  const shown = (isList) => {
    list.hidden = isList || !results.length;
    if (isList || !results.length) more.hidden = true;
    all.hidden = !isList;
  };

  const fill = (word, values) => word.replace(/{(\w+)}/g, (place, name) => values[name] ?? place);

  const say = (count, query) => {
    if (count === 0) return fill(said.searchFoundNothing, { query });
    const { searchFound: forms } = said;
    const form = forms[new Intl.PluralRules(spoken).select(count)] ?? forms.other ?? forms;
    return fill(form, { query, count: count.toLocaleString(spoken) });
  };

  const search = async () => {
    const number = ++searches;
    const isMeant = () => number === searches;
    const query = field.value.trim();
    const language = languages?.value ?? lang;
    document.title = query ? `${fill(said.searchTitle, { query })} | ${title}` : title;
    if (!query) {
      status.textContent = "";
      shown(true);
      return;
    }
    all.hidden = true;
    if (!list.children.length) status.textContent = said.searching;
    try {
      const found = await (await engineFor(language)).search(query);
      if (!isMeant()) return;
      ({ results } = found);
      list.lang = language;
      list.dir = languages?.selectedOptions[0].dir ?? "";
      await show(isMeant, 0);
      if (!isMeant()) return;
      shown(false);
      status.textContent = say(results.length, query);
    } catch {
      if (!isMeant()) return;
      library = undefined;
      shown(true);
      status.textContent = said.searchFailed;
    }
  };

  // Behind the sign that ends what a browser sends, whether as the address or as where one came from: the words are kept
  // for who comes back or passes them on, and nobody else learns of them.
  const keep = () => {
    const words = field.value.trim() ? `#${new URLSearchParams(new FormData(form))}` : "";
    history.replaceState(null, "", location.pathname + words);
  };

  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    keep();
    search();
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      search();
    }, 300);
  });
  more.addEventListener("click", () => {
    const number = searches;
    show(() => number === searches, list.children.length);
  });

  const searchFor = (words) => {
    const asked = new URLSearchParams(words);
    // Browsers fill in what was typed before when one comes back.
    field.value = asked.get("q") ?? "";
    const wanted = (asked.get("lang") ?? "").split("-")[0].toLowerCase();
    if (languages && [...languages.options].some(({ value }) => value === wanted)) languages.value = wanted;
    keep();
    search();
  };
  addEventListener("hashchange", () => searchFor(location.hash.slice(1)));
  searchFor(location.search.slice(1) || location.hash.slice(1));
}
