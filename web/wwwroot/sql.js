// Completes tables, columns, macros and metrics in the SQL desk's editor. Without it the editor is a plain text field.
"use strict";
(() => {
  const area = document.querySelector("textarea.sql");
  const data = document.getElementById("sql-names");
  if (!area || !data) return;
  const names = JSON.parse(data.textContent);
  const list = document.createElement("ul");
  list.className = "completions";
  list.id = "completions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", area.dataset.list);
  list.hidden = true;
  area.after(list);
  area.setAttribute("role", "combobox");
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-expanded", "false");
  let shown = [], at = 0;

  const word = () => /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(area.value.slice(0, area.selectionStart))?.[0] ?? "";
  const rank = { table: 0, metric: 1, macro: 2, column: 3, word: 4 };

  // Columns of a table one names with a dot (or its alias); else names that begin so, then names that hold it.
  const find = typed => {
    const dot = typed.lastIndexOf(".");
    const key = typed.slice(dot + 1).toLowerCase();
    if (dot > 0) {
      const owner = typed.slice(0, dot).toLowerCase();
      const alias = new RegExp(`([\\p{L}\\p{N}_]+)\\s+(?:as\\s+)?${owner.replace(/[^\p{L}\p{N}_]/gu, "")}\\b`, "iu").exec(area.value)?.[1]?.toLowerCase();
      return names.filter(x => x.k === "column" && (x.o === owner || x.o === alias) && x.n.toLowerCase().startsWith(key));
    }
    if (key.length < 2) return [];
    const seen = new Set();
    return names.filter(x => x.n.toLowerCase() !== key && x.n.toLowerCase().includes(key))
      .sort((a, b) => (b.n.toLowerCase().startsWith(key) - a.n.toLowerCase().startsWith(key)) || rank[a.k] - rank[b.k] || (a.n < b.n ? -1 : 1))
      .filter(x => !seen.has(x.n) && seen.add(x.n));
  };

  const close = () => {
    list.hidden = true;
    shown = [];
    area.setAttribute("aria-expanded", "false");
    area.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", i === at ? "true" : "false"));
    area.setAttribute("aria-activedescendant", `completion-${at}`);
  };
  const show = () => {
    shown = find(word()).slice(0, 8);
    if (!shown.length) { close(); return; }
    at = 0;
    list.replaceChildren(...shown.map((x, i) => {
      const li = document.createElement("li");
      li.id = `completion-${i}`;
      li.setAttribute("role", "option");
      const name = document.createElement("b");
      name.textContent = x.n;
      const note = document.createElement("span");
      note.textContent = [x.k === "word" ? "" : x.k, x.o, x.s].filter(Boolean).join(" · ");
      li.append(name, " ", note);
      li.addEventListener("mousedown", e => { e.preventDefault(); at = i; accept(); });
      return li;
    }));
    list.hidden = false;
    area.setAttribute("aria-expanded", "true");
    mark();
  };
  const accept = () => {
    const typed = word(), key = typed.slice(typed.lastIndexOf(".") + 1), end = area.selectionStart;
    area.setRangeText(shown[at].n, end - key.length, end, "end");
    close();
    area.focus();
  };

  area.addEventListener("input", show);
  area.addEventListener("blur", close);
  area.addEventListener("keydown", e => {
    if (e.key === " " && e.ctrlKey) { e.preventDefault(); show(); return; }
    if (list.hidden) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      at = (at + (e.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
      mark();
    } else if (e.key === "Tab" || (e.key === "Enter" && !e.ctrlKey && !e.metaKey)) {
      e.preventDefault();
      accept();
    } else if (e.key === "Escape") {
      e.preventDefault();
      close();
    }
  });
})();
