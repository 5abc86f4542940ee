(function () {
  'use strict';
  var root = document.documentElement;

  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function nameTools() {
    document.querySelector('[data-do=theme]').textContent = dark() ? 'Light' : 'Dark';
    var open = document.querySelector('section.code > details[open]');
    document.querySelector('[data-do=code]').textContent = open ? 'Hide code' : 'Show code';
  }

  function save(button) {
    var csv = JSON.parse(button.nextElementSibling.textContent);
    var link = document.createElement('a');
    // The mark tells spreadsheets that the text is UTF-8.
    link.href = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
    link.download = button.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  var actions = {
    theme: function () { root.dataset.theme = dark() ? 'light' : 'dark'; },
    code: function () {
      var all = document.querySelectorAll('section.code > details');
      var open = document.querySelector('section.code > details[open]') === null;
      all.forEach(function (details) { details.open = open; });
    },
    csv: save
  };

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-do]');
    if (!button) { return; }
    actions[button.dataset.do](button);
    nameTools();
  });
  document.querySelectorAll('.tools, .csv').forEach(function (tools) { tools.hidden = false; });
  nameTools();

  if (typeof Plotly === 'undefined') { return; }
  document.querySelectorAll('figure.chart').forEach(function (figure) {
    var live = figure.querySelector('.live');
    var spec = JSON.parse(figure.querySelector('script').textContent);
    var config = Object.assign({ responsive: true, displaylogo: false }, spec.config || {});
    Plotly.newPlot(live, spec.data, spec.layout, config).then(
      function () { figure.classList.add('drawn'); },
      function () { live.remove(); });
  });
})();
