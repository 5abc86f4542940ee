// ECharts looks for timers even where it draws once; there are none here, and nothing has to wait.
globalThis.setTimeout = globalThis.setInterval = function () { return 0; };
globalThis.clearTimeout = globalThis.clearInterval = function () {};

(function () {
  function scaled(value, units, base) {
    let size = Math.abs(value);
    let index = 0;
    while (size >= base && index < units.length - 1) {
      size /= base;
      index++;
    }
    return (value < 0 ? '-' : '') + String(Number(size.toPrecision(6))) + units[index];
  }

  function duration(seconds) {
    if (seconds < 0) { return '-' + duration(-seconds); }
    if (seconds === 0) { return '0'; }
    const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
    for (let i = 0; i < units.length; i++) {
      const [size, name] = units[i];
      if (seconds < size) { continue; }
      const whole = Math.floor(seconds / size + 1e-9);
      if (i === units.length - 1) { return Number((seconds / size).toPrecision(4)) + ' s'; }
      const rest = Math.floor((seconds - whole * size) / units[i + 1][0] + 1e-9);
      return whole + ' ' + name + (rest > 0 ? ' ' + rest + ' ' + units[i + 1][1] : '');
    }
    const [size, name] = seconds >= 0.001 ? [1e3, ' ms'] : [1e6, ' µs'];
    return Number((seconds * size).toPrecision(4)) + name;
  }

  // ECharts begins a bar that lies on nothing at zero, which has no place on a logarithmic axis: it begins at its end.
  function stand(series) {
    const axis = series.coordinateSystem.getOtherAxis(series.coordinateSystem.getBaseAxis());
    const data = series.getData();
    const sums = data.getCalculationInfo('stackResultDimension');
    if (axis.type !== 'log' || !sums) { return; }
    const [start, length] = axis.isHorizontal() ? ['x', 'width'] : ['y', 'height'];
    const end = axis.toGlobalCoord(axis.getExtent()[0]);
    for (let i = 0; i < data.count(); i++) {
      const bar = data.getItemLayout(i);
      const tip = axis.toGlobalCoord(axis.dataToCoord(data.get(sums, i)));
      if (bar && !isFinite(bar[start]) && isFinite(tip)) {
        data.setItemLayout(i, Object.assign({}, bar, { [start]: end, [length]: tip - end }));
      }
    }
  }
  echarts.registerLayout(echarts.PRIORITY.VISUAL.POST_CHART_LAYOUT, model => model.eachSeriesByType('bar', stand));

  const formatters = {
    '@bytes': value => scaled(value, [' B', ' kB', ' MB', ' GB', ' TB', ' PB', ' EB'], 1000),
    '@number': value => Math.abs(value) < 10000
      ? String(Number(value.toPrecision(6)))
      : scaled(value, ['', 'k', 'M', 'B', 'T'], 1000),
    '@percent': value => Number(value.toPrecision(4)) + '%',
    '@duration': duration
  };

  // A rectangle from a start to an end on the x axis, in a row of the y axis; data are [start, end, row].
  function span(params, api) {
    const from = api.coord([api.value(0), api.value(2)]);
    const to = api.coord([api.value(1), api.value(2)]);
    const height = api.size([0, 1])[1] * 0.6;
    return {
      type: 'rect',
      shape: {
        x: Math.min(from[0], to[0]), y: from[1] - height / 2, width: Math.max(1, Math.abs(to[0] - from[0])), height: height
      },
      style: { fill: api.visual('color') }
    };
  }

  // Functions cannot travel in JSON: they go by name, and only where ECharts takes a function.
  function revive(key, value) {
    if (key === 'formatter' && Object.hasOwn(formatters, value)) { return formatters[value]; }
    if (key === 'renderItem' && value === '@span') { return span; }
    return value;
  }

  globalThis.registerWorld = geoJson => echarts.registerMap('world', geoJson);

  globalThis.drawChart = function (option, width, height) {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
    try {
      chart.setOption(JSON.parse(option, revive));
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
})();
