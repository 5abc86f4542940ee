// The drawing library asks for what browsers have and a bare V8 has not: UTF-8 both ways, and WebAssembly that waits.
(function () {
  function bytesOf(text) {
    const escaped = encodeURIComponent(text);
    const bytes = [];
    for (let i = 0; i < escaped.length; i++) {
      if (escaped[i] === '%') {
        bytes.push(parseInt(escaped.slice(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.push(escaped.charCodeAt(i));
      }
    }
    return Uint8Array.from(bytes);
  }

  function textOf(bytes) {
    let escaped = '';
    for (const byte of bytes ?? []) { escaped += '%' + byte.toString(16).padStart(2, '0'); }
    return decodeURIComponent(escaped);
  }

  globalThis.TextEncoder ??= class { encode(text) { return bytesOf(text); } };
  globalThis.TextDecoder ??= class { decode(bytes) { return textOf(bytes); } };
  WebAssembly.instantiate = (module, imports) => Promise.resolve(new WebAssembly.Instance(module, imports));
})();

(function () {
  let options;

  globalThis.startPainting = function (wasm, fonts, family) {
    options = {
      background: '#ffffff',
      font: { fontBuffers: Array.from(fonts), defaultFontFamily: family, sansSerifFamily: family }
    };
    resvg.initWasm(new WebAssembly.Module(wasm));
  };

  globalThis.newBytes = length => new Uint8Array(length);

  globalThis.paint = function (svg, zoom) {
    const drawing = new resvg.Resvg(svg, { ...options, fitTo: { mode: 'zoom', value: zoom } });
    const image = drawing.render();
    try {
      return { width: image.width, height: image.height, pixels: image.pixels };
    } finally {
      image.free();
      drawing.free();
    }
  };
})();
