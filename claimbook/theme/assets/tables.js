// Tables of claims that can be sorted and filtered. Without this script they are plain tables.
(() => {
  "use strict";
  const FEW = 3; // rows below which there is nothing to sort
  const MANY = 20; // different values above which there is nothing to choose from
  const keyOf = (cell) => cell.querySelector("[data-sort]")?.dataset.sort ?? cell.textContent.trim().toLowerCase();
  // The sign of a chip is for the eye only: its word is what is filtered by.
  const wordOf = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("[aria-hidden]").forEach((sign) => sign.remove());
    return copy.textContent.trim();
  };

  const compare = (one, other) => one.localeCompare(other, document.documentElement.lang, { numeric: true });

  const sort = (table, column, up) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => compare(keyOf(a.cells[column]), keyOf(b.cells[column])));
    body.append(...(up ? rows : rows.reverse()));
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", up ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
  };

  const sortable = (table, say) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "cb-sort" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const graded = table.tBodies[0].rows[0].cells[column].querySelector("[data-sort]") !== null;
        const sorted = head.getAttribute("aria-sort"); // what is surest comes first
        const up = sorted ? sorted === "descending" : !graded;
        sort(table, column, up);
        say(`Sorted by ${button.textContent.trim()}, ${up ? "ascending" : "descending"}.`);
      });
      head.append(button);
    });
  };

  const choice = (name, words) => {
    const select = document.createElement("select");
    select.append(new Option("All", ""), ...words.map((word) => new Option(word, word)));
    const label = document.createElement("label");
    label.append(`${name} `, select);
    return [label, select];
  };

  const filters = (table, say) => {
    const rows = [...table.tBodies[0].rows];
    const bar = Object.assign(document.createElement("div"), { className: "cb-filters" });
    const chosen = [];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (column === 0) return; // the claims themselves
      const words = [...new Set(rows.map((row) => wordOf(row.cells[column])))].sort(compare);
      if (words.length < 2 || words.length > MANY || words.every((word) => !isNaN(word))) return;
      const [label, select] = choice(head.textContent.trim(), words);
      chosen.push([column, select]);
      bar.append(label);
    });
    bar.addEventListener("change", () => {
      rows.forEach((row) => {
        row.hidden = chosen.some(([at, select]) => select.value && wordOf(row.cells[at]) !== select.value);
      });
      say(`${rows.filter((row) => !row.hidden).length} of ${rows.length} rows shown.`);
    });
    return bar;
  };

  document.querySelectorAll(".cb-sortable").forEach((box) => {
    const table = box.querySelector("table");
    if (!table?.tHead || table.tBodies[0].rows.length < FEW) return;
    const status = Object.assign(document.createElement("p"), { className: "cb-status" });
    status.setAttribute("role", "status");
    const say = (text) => { status.textContent = text; };
    const bar = filters(table, say);
    sortable(table, say);
    table.tHead.className = "cb-sorts";
    box.before(bar, status); // outside the box, so that they stay where they are when it scrolls
  });
})();
