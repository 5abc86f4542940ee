(function () {
  if (typeof Plotly === 'undefined') { return; }
  document.querySelectorAll('figure.chart').forEach(function (figure) {
    var still = figure.querySelector('.still');
    var live = figure.querySelector('.live');
    var spec = JSON.parse(figure.querySelector('script').textContent);
    var config = Object.assign({ responsive: true, displaylogo: false }, spec.config || {});
    Plotly.newPlot(live, spec.data, spec.layout, config).then(
      function () { still.hidden = true; },
      function () { live.remove(); });
  });
})();
