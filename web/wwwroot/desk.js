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

// Characters are counted while one writes.
function count(area) {
  let line = area.nextElementSibling;
  if (!line?.classList.contains("count-line")) {
    line = document.createElement("div");
    line.className = "count-line";
    area.after(line);
  }
  line.textContent = area.dataset.count.replace("#", [...area.value].length);
}
for (const area of document.querySelectorAll("textarea[data-count]")) count(area);
document.addEventListener("input", e => { if (e.target.matches("textarea[data-count]")) count(e.target); });

// A template goes where the cursor stands; what is written already stays.
document.addEventListener("click", e => {
  const link = e.target.closest("a[data-insert]");
  const area = link?.closest("form")?.querySelector("textarea[data-reply]");
  if (!area) return;
  e.preventDefault();
  area.setRangeText(link.dataset.insert, area.selectionStart, area.selectionEnd, "end");
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
  htmx.trigger(area, "qi:inserted");
});

// Colleagues see that somebody is here, and whether something is being filled in; leaving says so too.
const presence = document.querySelector("form[data-presence]");
if (presence) {
  presence.addEventListener("submit", e => e.preventDefault());
  document.addEventListener("input", e => {
    if (presence.contains(e.target) || !e.target.closest("main form[method=post]")) return;
    const writing = presence.elements.writing;
    if (writing.value === "true") return;
    writing.value = "true";
    htmx.trigger(presence, "qi:writing");
  });
  window.addEventListener("pagehide", () => {
    const leave = new FormData(presence);
    leave.set("leaving", "true");
    navigator.sendBeacon(presence.action, leave);
  });
  window.addEventListener("pageshow", e => { if (e.persisted) htmx.trigger(presence, "qi:writing"); });
}
