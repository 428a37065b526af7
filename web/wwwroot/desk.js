// Small conveniences on top of pages that work without them.
"use strict";
document.documentElement.classList.remove("nojs");

// A menu closes when one clicks elsewhere or presses Escape.
document.addEventListener("click", e => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(e.target)) menu.open = false;
});
document.addEventListener("keydown", e => {
  if (e.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Filters apply themselves; the button stays for keyboards and for readers without scripts.
document.addEventListener("change", e => {
  const form = e.target.closest("form[data-auto]");
  if (form && e.target.matches("select, input[type=date], input[type=checkbox]")) form.requestSubmit();
});

// A form is sent once.
document.addEventListener("submit", e => {
  if (e.target.method !== "post" || e.defaultPrevented) return;
  if (e.target.dataset.sent) { e.preventDefault(); return; }
  if (!e.target.dataset.download) e.target.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Queue by keyboard: j and k move, Enter opens, / searches.
document.addEventListener("keydown", e => {
  if (e.target.closest("input, textarea, select, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey) return;
  const rows = [...document.querySelectorAll("[data-rows] tbody tr a.case")];
  if (e.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) { e.preventDefault(); search.focus(); }
  } else if ((e.key === "j" || e.key === "k") && rows.length) {
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + (e.key === "j" ? 1 : -1)))].focus();
  }
});

// Ctrl+Enter runs the query of the SQL desk.
document.addEventListener("keydown", e => {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.matches("textarea.sql")) e.target.form.requestSubmit();
});
