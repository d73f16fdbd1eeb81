// Comfort on top of menus that work without it, and the switch between light and dark. It is loaded before the first
// paint, so that nobody sees the other of the two flash up. All is in a block, so that its names are its own.
{
  const root = document.documentElement;
  const nav = document.querySelector(".top-menu");
  const panels = [...nav.querySelectorAll("details")];
  const dropdowns = panels.filter(({ className }) => className === "dropdown");
  const mouse = matchMedia("(hover: hover) and (pointer: fine) and (width >= 48rem)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let pressed = false;

  // A panel with the link beside it; the phone menu's toggle has the whole menu beside it.
  const around = (panel) => panel.parentNode;

  const closeOutside = (target) => {
    for (const panel of panels) if (!around(panel).contains(target)) panel.open = false;
  };

  const closeByKey = ({ key }) => {
    if (key !== "Escape") return;
    // The innermost: a dropdown before the menu that it is in.
    const panel = panels.findLast(({ open }) => open);
    if (!panel) return;
    if (around(panel).contains(document.activeElement)) panel.querySelector("summary").focus();
    panel.open = false;
  };

  // While a button is down nothing may move: the click would miss what it was meant for.
  for (const type of ["pointerdown", "keydown", "click"]) {
    document.addEventListener(
      type,
      () => {
        pressed = type === "pointerdown";
      },
      true,
    );
  }
  document.addEventListener("focusin", ({ target }) => pressed || closeOutside(target));
  document.addEventListener("click", ({ target }) => closeOutside(target));
  document.addEventListener("keydown", closeByKey);

  for (const panel of dropdowns) {
    let timer;
    let byHover = false;
    const later = (open, delay) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (open ? panel.open || !mouse.matches : !byHover) return;
        panel.open = open;
        byHover = open;
      }, delay);
    };
    around(panel).addEventListener("pointerenter", ({ pointerType }) => later(pointerType === "mouse", 150));
    around(panel).addEventListener("pointerleave", () => later(false, 300));
    // Who points at it and then clicks wants it open, and not the panel that came up on the way to be gone.
    panel.firstElementChild.addEventListener("click", (event) => {
      if (byHover) event.preventDefault();
      byHover = false;
    });
    // Where browsers do not yet close the others of one name.
    panel.addEventListener("toggle", () => {
      if (!panel.open) byHover = false;
      else for (const other of dropdowns) if (other !== panel) other.open = false;
    });
  }

  // A browser may forbid to store anything; then the choice holds for the page.
  const stored = (change) => {
    try {
      return change ? change(localStorage) : localStorage.theme;
    } catch {}
  };

  const button = document.createElement("button");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

  const show = (theme) => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    else delete root.dataset.theme;
    button.setAttribute("aria-pressed", isDark());
  };

  button.type = "button";
  button.className = "theme-switch";
  if (nav.lang) button.lang = nav.lang;
  button.textContent = nav.dataset.darkTheme ?? "Dark theme";
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    // Who chooses what the system says, too, follows it again, and nothing is stored.
    const isOwn = (theme === "dark") !== dark.matches;
    show(isOwn && theme);
    stored((storage) => (isOwn ? storage.setItem("theme", theme) : storage.removeItem("theme")));
  });
  dark.addEventListener("change", () => show(root.dataset.theme));
  show(stored());
  nav.lastElementChild.append(document.createElement("li"));
  nav.lastElementChild.lastElementChild.append(button);
}
