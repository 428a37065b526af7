// The queue: selecting by keyboard, live counters. Everything works without it, by mouse and by reloading.
"use strict";
{
  const rows = () => [...document.querySelectorAll("[data-rows] tbody tr")];
  const form = () => document.querySelector("form[data-bulk]");

  // How many are selected; the actions appear with the first.
  const tally = () => {
    const f = form();
    if (!f) return;
    const n = f.querySelectorAll("input[name=no]:checked").length;
    f.classList.toggle("chosen", n > 0);
    const out = f.querySelector("[data-chosen]");
    if (out) out.textContent = n;
  };
  document.addEventListener("change", e => {
    if (e.target.matches("[data-all]"))
      for (const box of form().querySelectorAll("input[name=no]")) box.checked = e.target.checked;
    if (e.target.matches("[data-all], input[name=no]")) tally();
  });
  document.addEventListener("htmx:afterSettle", tally);
  window.addEventListener("pageshow", tally);

  document.addEventListener("keydown", e => {
    if (e.target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "?") document.getElementById("keys").showModal();
    if (e.key === "x") {
      const row = document.activeElement.closest("tr");
      const box = row && rows().includes(row) ? row.querySelector("input[name=no]") : null;
      if (box) { box.checked = !box.checked; tally(); }
    }
  });

  // Counters, asked for again while somebody looks; a hidden page asks nothing.
  const nav = document.querySelector("nav[data-counts]");
  if (nav) {
    let tag = "";
    const read = () => [...nav.querySelectorAll("[data-view]")].map(a => a.dataset.view + a.querySelector(".count").textContent).join();
    let seen = read();
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(nav.dataset.counts, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", redirect: "error" });
        if (answer.status !== 200) return;
        tag = answer.headers.get("ETag") || "";
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const link of nav.querySelectorAll("[data-view]")) {
          const now = fresh.querySelector(`[data-view="${link.dataset.view}"] .count`);
          if (now) link.querySelector(".count").textContent = now.textContent;
        }
        const then = read();
        if (then !== seen) document.getElementById("moved").hidden = false;
        seen = then;
      } catch {
        // The next time will tell.
      }
    };
    setInterval(ask, 20000);
    document.addEventListener("visibilitychange", ask);
  }
}
