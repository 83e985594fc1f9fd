// The theme leaves the list below a section's own page without a name; a screen reader needs one.
for (const list of document.querySelectorAll(".md-nav[aria-labelledby]")) {
  const label = document.getElementById(list.getAttribute("aria-labelledby"));
  if (label?.textContent.trim()) continue;
  list.removeAttribute("aria-labelledby");
  list.setAttribute("aria-label", label?.parentElement.textContent.trim() || "Section");
}

// A table that scrolls in its own box must be in reach of the keyboard; those with links in them are.
(() => {
  "use strict";
  const reach = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const table of document.querySelectorAll(":is(.md-typeset, .cb-numbers) > table")) reach.observe(table);
})();

// The switch of colours; they were set by a script in the page, before anything was drawn.
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-cb-colours] button")];
  buttons.forEach((button, at) => {
    button.addEventListener("click", () => {
      const next = (at + 1) % buttons.length;
      claimbookColours(next);
      buttons[next].focus();
      __md_set("__palette", { index: next });
    });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (buttons.length) claimbookColours(buttons.findIndex((button) => !button.hidden));
  });
})();

// Opens the search: by its button, by the key /, by a form on a page, and by an address with ?q=words.
// Its dialog and its index are loaded when somebody first asks for them.
(() => {
  "use strict";
  const assets = document.currentScript.src;
  const root = new URL("..", assets); // the site's own base, so that it works below any path
  const KEY_OFF = "claimbook-search-key-off";
  let loading;

  const stored = { // a browser may refuse to store anything
    get keyOff() {
      try { return localStorage.getItem(KEY_OFF) !== null; } catch { return false; }
    },
    set keyOff(off) {
      try { off ? localStorage.setItem(KEY_OFF, "") : localStorage.removeItem(KEY_OFF); } catch { /* then it stays on */ }
    },
  };

  const loaded = (tag, given) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), given, { onload: done, onerror: failed }));
  });

  // Plain scripts, no modules: from a site opened from the disk a browser loads only those.
  const load = async () => {
    window.claimbookSearch = { root, stored };
    const script = (name) => loaded("script", { src: new URL(name, assets), async: false });
    const style = loaded("link", { rel: "stylesheet", href: new URL("search.css", assets) });
    await Promise.all([style, script("search-view.js"), script("search.js")]);
    return window.claimbookSearch;
  };

  const open = async (address) => {
    try {
      (await (loading ??= load())).open(address);
    } catch {
      location.assign(new URL("claims/", root)); // nearest to a search without its scripts
    }
  };

  const typing = (element) => element.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

  const asked = (event) => event.key === "/" && !stored.keyOff && !typing(event.target)
    && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;

  document.addEventListener("keydown", (event) => {
    if (!asked(event)) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("button[data-cb-search]")) open();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-cb-search]")) return;
    event.preventDefault();
    open(new URLSearchParams(new FormData(event.target)));
  });

  // What needs this script is hidden until it runs, so that nothing is a dead control.
  for (const control of document.querySelectorAll("[data-cb-search]")) control.hidden = false;

  const address = new URLSearchParams(location.search);
  if (address.has("q")) open(address);
})();
