// What the search shows: its dialog, filters, chips and results. Texts become text, never markup.
window.claimbookSearch.view = (root) => {
  "use strict";
  const make = (tag, given = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...inside);
    return element;
  };

  const dialog = make("dialog", { className: "cb-search" });
  dialog.setAttribute("aria-labelledby", "cb-search-title");
  dialog.innerHTML = `
    <div class="cb-search-head">
      <h2 id="cb-search-title">Search</h2>
      <button type="button" class="cb-search-close">Close</button>
    </div>
    <form role="search">
      <label for="cb-search-words">Words or a question</label>
      <input id="cb-search-words" type="search" autocomplete="off" spellcheck="false" maxlength="200">
    </form>
    <p class="cb-search-status" role="status"></p>
    <div class="cb-search-body">
      <details class="cb-search-filters">
        <summary>Filters<span class="cb-search-chosen"></span></summary>
        <div class="cb-search-facets"></div>
        <button type="button" class="cb-search-clear" hidden>Clear all filters</button>
      </details>
      <div class="cb-search-found">
        <div class="cb-search-start" hidden></div>
        <ol class="cb-search-results"></ol>
        <button type="button" class="cb-search-more" hidden>Show more</button>
      </div>
    </div>
    <p class="cb-search-foot"><label><input type="checkbox" class="cb-search-key"> The key / opens this search</label></p>`;

  const part = (name) => dialog.querySelector(`.cb-search-${name}`);
  if (window.livereload) { // the live server's script: it renews single pages, and the index only with all of them
    part("foot").append(" This is a preview: the search knows the pages as they were when all were last built.");
  }
  const label = (element, name) => (element.setAttribute("aria-label", name), element);

  const facet = ({ name, title, values }) => {
    const boxes = values.map(({ word }) => make("label", {},
      make("input", { type: "checkbox", name, value: word }),
      make("span", { textContent: word }),
      make("span", { className: "cb-search-count" })));
    const group = label(make("div", {}, ...boxes), title);
    group.setAttribute("role", "group");
    return make("details", {}, make("summary", {}, title, make("span", { className: "cb-search-chosen" })), group);
  };

  const chip = ({ word, sign, look }) => {
    const drawn = make("span", { className: `cb-chip ${look}` });
    if (sign) {
      drawn.append(make("span", { textContent: sign }), " ");
      drawn.firstChild.setAttribute("aria-hidden", "true");
    }
    drawn.append(word);
    return drawn;
  };

  /** The marked words of an excerpt, read in a document of their own, where nothing runs or loads. */
  const excerpt = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(
    (node) => node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);

  return {
    dialog,
    part,
    words: dialog.querySelector("#cb-search-words"),

    say(text) { part("status").textContent = text; },

    fail() {
      this.say("The search cannot be loaded. It needs the site as it is served; a copy opened from the disk has none. ");
      part("status").append("See ",
        make("a", { href: new URL("topics/index.html", root), textContent: "all topics" }), " or ",
        make("a", { href: new URL("claims/index.html", root), textContent: "all claims" }), ".");
    },

    begin({ facets, questions }) {
      const asked = questions.map((question) => make("li", {}, make("button", { type: "button", textContent: question })));
      part("facets").replaceChildren(...facets.map(facet));
      part("start").replaceChildren(make("p", { textContent: "For example:" }), make("ul", {}, ...asked));
    },

    /** A page found, with the chips of its filters' values. */
    result(page, facets) {
      const has = (name, { word, look }) => look && page.filters[name]?.includes(word);
      const chips = facets.flatMap(({ name, values }) => values.filter((value) => has(name, value)));
      return make("li", {},
        make("a", { href: page.url, textContent: page.meta.title }),
        make("p", { className: "cb-chips" }, ...chips.flatMap((each) => [chip(each), " "])),
        make("p", { className: "cb-search-excerpt" }, ...excerpt(page.excerpt)));
    },

    /** Numbers beside the filters' values; a value that no page has is hidden. */
    count(counts, chosen) {
      for (const box of part("facets").querySelectorAll("input")) {
        const number = counts[box.name]?.[box.value] ?? 0;
        box.checked = chosen.get(box.name)?.has(box.value) ?? false;
        box.parentNode.hidden = !number && !box.checked && box !== document.activeElement;
        box.parentNode.lastChild.textContent = number;
      }
      for (const group of [...part("facets").children, part("filters")]) {
        const set = group.querySelectorAll(":checked").length;
        group.hidden = !group.querySelector("label:not([hidden])");
        group.querySelector(".cb-search-chosen").textContent = set ? ` (${set} chosen)` : "";
        part("clear").hidden = !set;
      }
    },
  };
};
