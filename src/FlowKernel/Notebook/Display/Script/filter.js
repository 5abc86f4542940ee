// A box that searches all columns, and one for each column that also compares: >1e6, <=10MB, 10.1.0.0/16.
const filterStyle = `.flowkernel-tools{display:flex;flex-wrap:wrap;gap:.6em;align-items:center;padding:0 0 .4em}
.flowkernel-table :is(.flowkernel-filter,.flowkernel-filter *){font-size:12px;font-weight:normal}
.flowkernel-table input,.flowkernel-tools button{color:inherit;background:transparent;height:auto;margin:0;
border:1px solid rgba(128,128,128,.6);border-radius:3px;padding:2px 5px}
.flowkernel-table th input{width:100%;min-width:5em;box-sizing:border-box}
.flowkernel-table [aria-invalid=true]{border-color:#c4314b;outline-color:#c4314b}
@media print{.flowkernel-table .flowkernel-filter{display:none}}`;
const hint = 'text · !text · =80 · >1e6 · <=10MB · >2024-04-23 · >5m · 10.1.0.0/16 · =null';

const network = text => {
  const [base, length] = text.split('/');
  const found = /^\d{1,3}$/.test(length) && address(base);
  return found && BigInt(length) <= found.bits ? { ...found, shift: found.bits - BigInt(length) } : null;
};
const isInside = (text, net) => {
  const found = address(text);
  return found !== null && found.bits === net.bits && found.n >> net.shift === net.n >> net.shift;
};

// What people write for a value: 1e6, 10 MB, 4GiB, 5m, 2024-04-23 10:00.
const powers = { k: 1, m: 2, g: 3, t: 4, p: 5 };
const units = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86400 };
const amount = text => {
  const m = /^([-+]?[\d.,]+(?:e[-+]?\d+)?)\s*([kmgtp]?)(i?)b?$/i.exec(text);
  return m ? Number(m[1].replace(/,/g, '')) * (m[3] ? 1024 : 1000) ** (powers[m[2].toLowerCase()] || 0) : NaN;
};
const duration = text => {
  const m = /^(-?[\d.]+)\s*(ms|s|min|m|h|d)$/i.exec(text);
  return m ? Number(m[1]) * units[m[2].toLowerCase()] : seconds(text);
};
const operandOf = (text, type) => type === 'timespan' ? duration(text)
  : type === 'datetime' ? (/^\d{4}(-\d\d){0,2}([ T]|$)/.test(text) ? text.replace(' ', 'T') : NaN)
  : readers[type] ? amount(text) : text;
const orders = { '<': o => o < 0, '<=': o => o <= 0, '>': o => o > 0, '>=': o => o >= 0 };

const searchable = cell => (cell.textContent + '\n' + exact(cell)).toLowerCase();
const orderTo = (word, type, operand) => {
  const ip = address(word);
  return cell => {
    const text = exact(cell);
    const other = ip && address(text);
    if (ip) { return other && other.bits === ip.bits ? compare(other.n, ip.n) : NaN; }
    return compare(readers[type] ? readers[type](text) : text, operand);
  };
};
// The test that a filter text stands for; null for none, undefined for a comparison that means nothing.
const conditionOf = (text, type) => {
  const [, sign = '', word] = /^(<=|>=|!=|<|>|=|!)?\s*(.*)$/.exec(text.trim());
  if (!word) { return null; }
  const no = sign[0] === '!';
  const net = network(word);
  if (net && (no || !sign)) { return cell => isInside(exact(cell), net) !== no; }
  const lower = word.toLowerCase();
  if (!sign || sign === '!') { return cell => searchable(cell).includes(lower) !== no; }
  if (lower === 'null' && !orders[sign]) { return cell => isNull(cell) !== no; }
  const operand = operandOf(word, type);
  if (Number.isNaN(operand)) { return undefined; }
  const order = orderTo(word, type, operand);
  const same = type === 'datetime' ? cell => exact(cell).startsWith(operand)
    : readers[type] ? cell => order(cell) === 0 : cell => exact(cell).toLowerCase() === lower;
  return cell => !isNull(cell) && (orders[sign] ? orders[sign](order(cell)) : same(cell) !== no);
};

forEachTable('filter', (root, table) => {
  addStyle(root, 'filter', filterStyle);
  const rows = Array.from(table.tBodies[0].rows);
  const headings = Array.from(table.tHead.rows[0].cells);
  const conditions = headings.map(() => null);
  const [all, shown] = [Number(root.dataset.rows), rows.length];
  const status = make('span', { role: 'status' });
  const count = n => n.toLocaleString('en');
  let words = [];

  const finds = (row, word) => {
    const net = network(word);
    return (row.flowkernelText ??= Array.from(row.cells, searchable).join('\n')).includes(word)
      || (net && Array.from(row.cells).some(cell => isInside(exact(cell), net)));
  };
  const filter = () => {
    const left = rows.filter(row => {
      const fits = words.every(word => finds(row, word))
        && conditions.every((condition, c) => !condition || condition(row.cells[c]));
      row.style.display = fits ? '' : 'none';
      return fits;
    }).length;
    const those = `${count(shown)} rows` + (shown < all ? ` shown, of ${count(all)} in the result` : '');
    status.textContent = left < shown ? `${count(left)} of ${those}` : shown < all ? `Sorts and filters ${those}` : '';
  };
  const box = (properties, read) => {
    const input = make('input', { type: 'search', ...properties });
    let timer;
    input.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { read(input); filter(); }, shown > 200 ? 120 : 0);
    };
    // Notebooks have shortcuts of one letter.
    input.onkeydown = e => e.stopPropagation();
    return input;
  };

  const boxFor = (th, c) => box({ title: hint, ariaLabel: 'Filter ' + th.textContent }, input => {
    conditions[c] = conditionOf(input.value, th.dataset.type);
    input.ariaInvalid = String(conditions[c] === undefined);
  });
  const boxes = headings.map((th, c) => make('th', {}, boxFor(th, c)));
  const line = make('tr', { className: 'flowkernel-filter', hidden: true }, ...boxes);
  const search = box(
    { placeholder: 'Filter rows', ariaLabel: 'Filter rows', title: 'Words, or a network such as 10.1.0.0/16' },
    input => { words = input.value.toLowerCase().split(/\s+/).filter(word => word); });
  const more = make('button', { type: 'button', textContent: 'By column', ariaExpanded: 'false' });
  more.onclick = () => {
    line.hidden = !line.hidden;
    more.ariaExpanded = String(!line.hidden);
  };
  table.tHead.append(line);
  table.parentElement.before(make('div', { className: 'flowkernel-tools flowkernel-filter' }, search, more, status));
  filter();
});
