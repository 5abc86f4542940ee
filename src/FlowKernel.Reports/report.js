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

  // Where the data of a table did not come along, since another session saved the notebook, what it shows is its data.
  function exact(cell) {
    if ('null' in cell.dataset) { return ''; }
    return cell.dataset.v !== undefined ? cell.dataset.v
      : cell.title || (cell.querySelector('details > :last-child') || cell).textContent;
  }

  function field(text, type) {
    var runs = /^[=+\-@\t\r]/.test(text) && (type === 'string' || !/^-[\d.:e+\-]+$/i.test(text));
    var safe = runs ? "'" + text : text;
    return /[,"\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function shown(table) {
    var headings = Array.from(table.tHead.rows[0].cells);
    var lines = Array.from(table.tBodies[0].rows, function (row) {
      return Array.from(row.cells, function (cell, i) { return field(exact(cell), headings[i] && headings[i].dataset.type); });
    });
    lines.unshift(headings.map(function (th) { return field(th.textContent, 'string'); }));
    return lines.map(function (line) { return line.join(',') + '\n'; }).join('');
  }

  function offerShown(root, number) {
    var output = root.closest('.output');
    var table = root.querySelector('table');
    var rows = table && table.tHead && table.tBodies.length ? table.tBodies[0].rows.length : 0;
    if (!rows || output.nextElementSibling && output.nextElementSibling.matches('.csv')) { return; }
    var offer = document.createElement('div');
    offer.className = 'csv';
    var button = document.createElement('button');
    button.dataset.do = 'csv';
    button.dataset.file = 'shown-' + (number + 1) + '.csv';
    button.textContent = 'CSV, ' + rows.toLocaleString('en') + (rows === 1 ? ' row' : ' rows') + ' shown';
    var data = document.createElement('script');
    data.type = 'application/json';
    data.textContent = JSON.stringify(shown(table));
    offer.append(button, data);
    output.after(offer);
  }

  var actions = {
    theme: function () {
      root.dataset.theme = dark() ? 'light' : 'dark';
      drawAll();
    },
    code: function () {
      var all = document.querySelectorAll('section.code > details');
      var open = document.querySelector('section.code > details[open]') === null;
      all.forEach(function (details) { details.open = open; });
    },
    csv: save
  };

  // What charts have on white (FlowKernel.Charts, Palette), and what they have in its place on dark.
  var white = '#ffffff';
  var onDark = {
    '#333333': '#e6e9ec', '#666666': '#a9b1b8', '#e3e3e3': '#343b41', '#bbbbbb': '#4a525a', '#ececec': '#2a3036'
  };

  // A figure that says nothing of colours gets those of the page; plotly.js would give it a white background.
  function ofPage(spec) {
    var style = getComputedStyle(root);
    var colour = function (name) { return style.getPropertyValue(name).trim(); };
    var axis = { gridcolor: colour('--line'), linecolor: colour('--line'), zerolinecolor: colour('--line') };
    var template = { layout: {
      paper_bgcolor: colour('--bg'), plot_bgcolor: colour('--bg'), font: { color: colour('--fg') },
      xaxis: axis, yaxis: axis,
      scene: { xaxis: axis, yaxis: axis, zaxis: axis }
    } };
    return Object.assign({}, spec, { layout: Object.assign({}, spec.layout, { template: template }) });
  }

  // A figure with a background of its own stays as it is.
  function inTheme(spec) {
    if (!dark() || !spec.layout) { return spec; }
    if (!spec.layout.paper_bgcolor && !spec.layout.template) { return ofPage(spec); }
    if (spec.layout.paper_bgcolor !== white) { return spec; }
    var text = JSON.stringify(spec);
    Object.keys(onDark).forEach(function (colour) {
      text = text.split('"' + colour + '"').join('"' + onDark[colour] + '"');
    });
    var made = JSON.parse(text);
    made.layout.paper_bgcolor = made.layout.plot_bgcolor = getComputedStyle(root).getPropertyValue('--bg').trim();
    return made;
  }

  function draw(figure) {
    var live = figure.querySelector('.live');
    if (!live) { return; }
    var spec = inTheme(JSON.parse(figure.querySelector('script').textContent));
    var config = Object.assign({ responsive: true, displaylogo: false }, spec.config || {});
    Plotly.react(live, spec.data, spec.layout, config).then(
      function () { figure.classList.add('drawn'); },
      function () { live.remove(); });
  }

  function drawAll() {
    if (typeof Plotly !== 'undefined') { document.querySelectorAll('figure.chart').forEach(draw); }
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-do]');
    if (!button) { return; }
    actions[button.dataset.do](button);
    nameTools();
  });
  document.querySelectorAll('.output .flowkernel-table').forEach(offerShown);
  document.querySelectorAll('.tools, .csv').forEach(function (tools) { tools.hidden = false; });
  nameTools();

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    nameTools();
    drawAll();
  });
  drawAll();
})();
