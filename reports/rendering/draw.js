// Runs in the warm page of ChromiumChartRenderer, after echarts.min.js.
// Each drawing is made twice, with and without the data of its series: what both share is only the frame.
(() => {
  'use strict';
  const withoutData = option => ({ ...option, series: option.series.map(s => ({ ...s, data: [], markLine: undefined })) });

  const svgOf = (option, width, height) => {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      chart.setOption(option);
      return chart.renderToSVGString({ useViewBox: true });
    } finally {
      chart.dispose();
    }
  };

  const visible = value => value && value !== 'none' && value !== 'transparent';
  const marksIn = svg => [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('path,text,image')]
    .filter(e => e.tagName === 'image' || visible(e.getAttribute('fill')) || visible(e.getAttribute('stroke'))).length;

  window.drawSvg = ([option, width, height]) => {
    const svg = svgOf(option, width, height);
    return { svg, marks: marksIn(svg), frame: marksIn(svgOf(withoutData(option), width, height)) };
  };

  const pngOf = (option, width, height, scale) => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const chart = echarts.init(holder, null, { renderer: 'canvas', devicePixelRatio: scale, width, height });
    try {
      chart.setOption(option);
      return chart.getDataURL({ type: 'png', pixelRatio: scale, backgroundColor: '#ffffff' });
    } finally {
      chart.dispose();
      holder.remove();
    }
  };

  window.drawPng = ([option, width, height, scale]) => {
    const png = pngOf(option, width, height, scale);
    return { png: png.substring(png.indexOf(',') + 1), blank: png === pngOf(withoutData(option), width, height, scale) };
  };

  // Two different characters that look the same are two empty boxes: no font has them.
  window.chineseIsDrawn = () => {
    const pixels = text => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const pen = canvas.getContext('2d');
      pen.font = '32px sans-serif';
      pen.fillText(text, 2, 32);
      return canvas.toDataURL();
    };
    return pixels('国') !== pixels('馆');
  };
})();
