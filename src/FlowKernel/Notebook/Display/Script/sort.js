// Click a heading to sort by the exact values, again to turn the order, a third time for the order of the result.
const sortStyle = `.flowkernel-table th button{all:unset;cursor:pointer}
.flowkernel-table th button:focus-visible{outline:2px solid Highlight;outline-offset:2px}
.flowkernel-table th button::after{content:"\\2195";opacity:.35;padding-left:.3em}
.flowkernel-table [aria-sort=ascending] button::after{content:"\\2191";opacity:1}
.flowkernel-table [aria-sort=descending] button::after{content:"\\2193";opacity:1}
.flowkernel-table tbody tr:hover{background:rgba(128,128,128,.15)}
.flowkernel-scroll{max-height:36em;overflow:auto;resize:vertical;width:max-content;max-width:100%}
.flowkernel-scroll thead th{position:sticky;top:0;z-index:1;
background:var(--flowkernel-page,var(--jp-layout-color0,var(--vscode-editor-background,Canvas)))}
@media print{.flowkernel-scroll{max-height:none;overflow:visible}.flowkernel-scroll thead th{position:static}
.flowkernel-table th button{display:none}.flowkernel-table th[data-name]::before{content:attr(data-name)}}`;

// Nulls and NaN have no place in the order: they come last.
const keysOf = (cells, type) => {
  const texts = cells.map(cell => isNull(cell) ? null : exact(cell));
  if (readers[type]) {
    return texts.map(text => text === null ? null : readers[type](text)).map(key => Number.isNaN(key) ? null : key);
  }
  const found = texts.map(text => text && address(text));
  return found.some(a => a) && texts.every((text, i) => !text || found[i])
    ? found.map(a => a ? (a.bits > 32n ? 1n << 32n : 0n) + a.n : null)
    : texts;
};
const sortRows = (rows, column, direction, type) => {
  const keys = keysOf(rows.map(row => row.cells[column]), type);
  return rows.map((_, i) => i).sort((a, b) => {
    const [x, y] = [keys[a], keys[b]];
    const order = x === null || y === null ? (x === null) - (y === null) : direction * compare(x, y);
    return order || a - b;
  }).map(i => rows[i]);
};

forEachTable('sort', (root, table) => {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const headings = Array.from(table.tHead.rows[0].cells);
  const turns = { ascending: 'descending', descending: null };
  const turn = (th, column) => {
    const current = th.getAttribute('aria-sort');
    const next = current ? turns[current] : 'ascending';
    headings.forEach(other => other.removeAttribute('aria-sort'));
    if (next) { th.setAttribute('aria-sort', next); }
    const direction = next === 'ascending' ? 1 : -1;
    body.append(...(next ? sortRows(rows, column, direction, th.dataset.type) : rows));
  };
  addStyle(root, 'sort', sortStyle);
  headings.forEach((th, column) => {
    const button = make('button', { type: 'button', textContent: th.textContent, title: th.title + ': sort' });
    button.onclick = () => turn(th, column);
    // Browsers leave buttons out of the headings that they repeat on each printed page.
    th.dataset.name = th.textContent;
    th.replaceChildren(button);
  });
  if (rows.length > 25) { table.parentElement.className = 'flowkernel-scroll'; }
});
