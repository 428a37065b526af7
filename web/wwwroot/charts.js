// Draws every figure.chart from the option beside it; the table under it says the same in numbers.
"use strict";
(() => {
  const draw = figure => {
    const box = figure.querySelector(".canvas");
    if (!box || box.dataset.drawn) return;
    const option = JSON.parse(figure.querySelector("script[type='application/json'].option").textContent);
    const links = JSON.parse(figure.querySelector("script[type='application/json'].links")?.textContent ?? "{}");
    box.style.height = `${box.dataset.height}px`;
    const chart = echarts.init(box, null, { renderer: "canvas" });
    // Tooltips are drawn on the canvas: markup in a name stays text, and no inline style is needed.
    option.tooltip = { ...(option.tooltip ?? {}), renderMode: "richText", confine: true };
    option.animation = false;
    const style = getComputedStyle(document.body);
    option.textStyle = { fontFamily: style.fontFamily, ...(option.textStyle ?? {}) };
    chart.setOption(option);
    chart.on("click", e => { const to = links[e.name]; if (to) location.href = to; });
    new ResizeObserver(() => chart.resize()).observe(box);
    box.dataset.drawn = "1";
  };
  const all = () => document.querySelectorAll("figure.chart").forEach(draw);
  all();
  document.addEventListener("htmx:afterSettle", all);
})();
