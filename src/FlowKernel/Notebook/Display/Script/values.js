// What cells hold, as things that compare. TableMarks.cs says what the attributes mean.
const collator = new Intl.Collator('en', { numeric: true });
const exact = cell => cell.dataset.v
  ?? (cell.title || (cell.querySelector('details > :last-child') || cell).textContent);
const isNull = cell => 'null' in cell.dataset;

// Addresses as numbers: IPv4 in 32 bits, IPv6 in 128.
const ipv4 = text => {
  const parts = text.split('.').map(Number);
  return parts.every(p => p < 256) ? { bits: 32n, n: parts.reduce((n, p) => n * 256n + BigInt(p), 0n) } : null;
};
const ipv6 = text => {
  const halves = text.split('::').map(half => half ? half.split(':') : []);
  const gap = 8 - halves.flat().length;
  if (halves.length > 2 || (halves.length > 1 ? gap < 1 : gap)) { return null; }
  const groups = [...halves[0], ...Array(gap).fill('0'), ...(halves[1] || [])];
  return groups.every(g => /^[\da-f]{1,4}$/i.test(g))
    ? { bits: 128n, n: BigInt('0x' + groups.map(g => g.padStart(4, '0')).join('')) }
    : null;
};
const address = text => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) ? ipv4(text) : text.includes(':') ? ipv6(text) : null;

// Whole numbers stay exact beyond 2^53; what is no number gives NaN.
const whole = text => /^-?\d+$/.test(text) ? BigInt(text) : NaN;
const seconds = text => {
  const m = /^(-?)(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  return m ? (m[1] ? -1 : 1) * ((((+m[2] || 0) * 24 + +m[3]) * 60 + +m[4]) * 60 + +m[5]) : NaN;
};
const readers = { int: whole, long: whole, real: Number, decimal: Number, timespan: seconds, datetime: text => text };
const compare = (a, b) => typeof a === 'string' ? collator.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;

// Runs once for each table of the page that asks for a feature; a page may hold many, and copies of one.
const forEachTable = (feature, run) => document.querySelectorAll('.flowkernel-table').forEach(root => {
  if (root.dataset.script?.includes(feature) && !root['flowkernel-' + feature]) {
    root['flowkernel-' + feature] = true;
    run(root, root.querySelector('table'));
  }
});
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
// What a feature added before the page was saved goes first.
const addStyle = (root, feature, text) => {
  root.querySelectorAll('.flowkernel-' + feature).forEach(old => old.remove());
  root.prepend(make('style', { className: 'flowkernel-' + feature, textContent: text }));
};
