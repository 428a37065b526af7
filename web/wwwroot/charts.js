// Draws every figure.chart from the option beside it; the table under it says the same in numbers.
"use strict";
(() => {
  // A heat map made for the full width: hatching as wide as a cell, the caption broken where the frame ends.
  const fit = (option, width) => {
    const hatched = [].concat(option.series ?? []).filter(s => s.type === "scatter" && Array.isArray(s.symbolSize) && option.xAxis?.data);
    const room = width - (option.grid?.left ?? 0) - (option.grid?.right ?? 0);
    for (const s of hatched) s.symbolSize = [Math.max(4, room / option.xAxis.data.length - 4), s.symbolSize[1]];
    if (hatched.length > 0)
      for (const g of [].concat(option.graphic ?? [])) Object.assign(g.style ??= {}, { width: width - g.left - 6, overflow: "break" });
    return hatched.length > 0;
  };
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
    fit(option, chart.getWidth());
    chart.setOption(option);
    chart.on("click", e => { const to = links[e.name]; if (to) location.href = to; });
    new ResizeObserver(() => { chart.resize(); if (fit(option, chart.getWidth())) chart.setOption(option); }).observe(box);
    box.dataset.drawn = "1";
  };
  const all = () => document.querySelectorAll("figure.chart").forEach(draw);
  all();
  document.addEventListener("htmx:afterSettle", all);
})();
