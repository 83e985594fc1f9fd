// The search: Pagefind's index, what is looked for in it, and the address under which that can be linked.
// Filters, their order, their chips and the example questions come from the site's search.json.
(() => {
  "use strict";
  const { root, stored } = window.claimbookSearch;
  const STEP = 8; // results shown at once, and more at a time
  const PAUSE = 150; // milliseconds without a key before looking
  const MOST = 12; // words that are looked for
  // A word in the question that a page's topic answers, or in its title, tells more than one in a long text.
  const RANKING = { metaWeights: { question: 4, title: 3 }, pageLength: 0.3 };
  // A question's own words, which nearly every page has or only some by chance.
  const ASKING = new Set((
    "a about am an and any are as at be been by can could did do does for from had has have how i if in into is it its "
    + "long make makes many me much my of often on one or people really should so some than that the their them there "
    + "they this to was we were what when where whether which who why will with would you your"
  ).split(" "));
  const view = window.claimbookSearch.view(root);
  const { dialog, part, words } = view;
  const chosen = new Map(); // a filter's name → the values that the reader chose
  let index, table, everything, shown = [], turn = 0, timer;

  // --- The address: ?q=words&filter=value ------------------------------------------------------

  const keep = (on) => {
    const here = new URL(location.href);
    for (const name of ["q", ...chosen.keys()]) here.searchParams.delete(name);
    if (on) here.searchParams.set("q", words.value.trim());
    for (const [name, values] of on ? chosen : []) for (const value of values) here.searchParams.append(name, value);
    history.replaceState(history.state, "", here);
  };

  const choose = (address) => {
    for (const { name, values } of table.facets) {
      const known = new Set(values.map(({ word }) => word));
      chosen.set(name, new Set(address.getAll(name).filter((value) => known.has(value))));
    }
  };

  // --- Looking -----------------------------------------------------------------------------------

  const prepare = async () => {
    const fetched = async () => {
      const answer = await fetch(new URL("search.json", root));
      if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
      return answer.json();
    };
    const [pagefind, told] = await Promise.all([import(new URL("pagefind/pagefind.js", root)), fetched()]);
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 26, ranking: RANKING });
    everything = await pagefind.filters(); // loads them all; pages are counted only by those that are loaded
    table = told;
    view.begin(table);
    choose(new URLSearchParams());
    index = pagefind;
  };

  /** Several values of one filter: any will do. Several filters: each must fit. */
  const filters = (but) => Object.fromEntries([...chosen]
    .filter(([name, values]) => values.size && name !== but)
    .map(([name, values]) => [name, { any: [...values] }]));

  /** What to look for: words and "whole phrases", without those that only ask, unless there are no others. */
  const terms = (text) => {
    const all = text.match(/"[^"]+"|[^\s"]+/g) ?? [];
    const telling = all.filter((word) => !ASKING.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")));
    return (telling.length ? telling : all).slice(0, MOST);
  };

  /** The pages with all words. Left out are words of no page, over which Pagefind passes in silence, then the shortest. */
  const find = async (text) => {
    const search = (some) => index.search(some.join(" ") || null, { filters: filters() });
    const left = terms(text), out = [];
    const drop = (word) => out.push(...left.splice(left.indexOf(word), 1));
    if (left.length > 1) {
      const alone = await Promise.all(left.map((word) => search([word])));
      const unknown = left.filter((_, at) => !alone[at].results.length);
      if (unknown.length < left.length) unknown.forEach(drop);
    }
    let found = await search(left);
    for (const word of [...left].sort((a, b) => a.length - b.length).slice(0, -1)) {
      if (found.results.length) break;
      drop(word);
      found = await search(left);
    }
    return { found, out, query: left.join(" ") || null };
  };

  /** How many pages each value would show: within a filter, as if nothing were chosen there. */
  const counted = async (query, found) => {
    const counts = { ...found.filters };
    for (const name of Object.keys(filters())) {
      counts[name] = (await index.search(query, { filters: filters(name) })).filters[name];
    }
    return counts;
  };

  const look = async () => {
    if (!index || !dialog.open) return;
    const mine = ++turn;
    const asked = Boolean(words.value.trim()) || Object.keys(filters()).length > 0;
    const { found, out, query } = asked ? await find(words.value) : { found: { results: [], filters: everything }, out: [], query: null };
    const counts = asked ? await counted(query, found) : everything;
    if (mine !== turn) return;
    shown = found.results;
    keep(asked);
    view.count(counts, chosen);
    part("start").hidden = asked;
    const next = await following(0);
    if (mine !== turn) return;
    part("results").replaceChildren(...next);
    part("more").hidden = next.length >= shown.length;
    view.say(asked ? told(shown.length, out) : "");
  };

  const told = (number, out) => {
    if (!number) return "No page found. Try other words, or take a filter away.";
    const pages = `${number.toLocaleString("en")} ${number === 1 ? "page" : "pages"}`;
    return out.length ? `No page has all these words. ${pages} found without “${out.join("”, “")}”.` : `${pages} found`;
  };

  const following = async (from) => {
    const next = await Promise.all(shown.slice(from, from + STEP).map((each) => each.data()));
    return next.map((page) => view.result(page, table.facets));
  };

  const more = async () => {
    const mine = turn;
    const next = await following(part("results").children.length);
    if (mine !== turn) return;
    part("results").append(...next);
    part("more").hidden = part("results").children.length >= shown.length;
    next[0]?.querySelector("a").focus();
  };

  const tried = (work) => work().catch(() => view.fail());

  // --- What the reader does ------------------------------------------------------------------------

  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tried, PAUSE, look);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    tried(look);
  });
  words.addEventListener("keydown", (event) => { // in a filled search field some browsers only empty it
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  part("facets").addEventListener("change", ({ target }) => {
    chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
    tried(look);
  });
  part("clear").addEventListener("click", () => {
    choose(new URLSearchParams());
    words.focus();
    tried(look);
  });
  part("start").addEventListener("click", ({ target }) => {
    if (target.tagName !== "BUTTON") return;
    words.value = target.textContent;
    words.focus();
    tried(look);
  });
  part("more").addEventListener("click", () => tried(more));
  part("close").addEventListener("click", () => dialog.close());
  part("key").addEventListener("change", ({ target }) => { stored.keyOff = !target.checked; });
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => {
    turn++; // what is still being looked for is not wanted any more
    clearTimeout(timer);
    keep(false);
  });

  // --- Opening -----------------------------------------------------------------------------------

  document.body.append(dialog);
  part("filters").open = matchMedia("(min-width: 45em)").matches;

  window.claimbookSearch.open = async (address) => {
    part("key").checked = !stored.keyOff;
    if (!dialog.open) dialog.showModal();
    words.focus();
    if (address) words.value = address.get("q") ?? "";
    if (!index) view.say("Loading the search …");
    await tried(async () => {
      if (!index) await prepare();
      if (address) choose(address);
      await look();
    });
  };
})();
