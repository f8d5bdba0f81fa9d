// Shows one row of a file as it stands there, in the box that the page carries. The file is fetched when a row is
// asked for, not before; whoever wants all of it follows the link in the box.

/** The cells of every record up to `last`, as RFC 4180 writes them; `undefined` where the file ends before. */
function record(text, last) {
  // Packages of others may set cells apart by another mark, which their first line shows.
  const first = text.split('\n', 1)[0];
  const marks = [',', ';', '\t', '|'].map((mark) => [first.split(mark).length, mark]);
  const [, mark] = marks.reduce((most, other) => (other[0] > most[0] ? other : most));
  let cells = [], cell = '', quoted = false, at = 0, line = 1, from = 1, head;
  const end = () => { cells.push(cell); cell = ''; };
  for (; at <= text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === undefined) return undefined;
      if (sign !== '"') { cell += sign; if (sign === '\n') line += 1; }
      else if (text[at + 1] === '"') { cell += '"'; at += 1; }
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === mark) end();
    else if (sign === '\n' || sign === undefined) {
      if (cell.endsWith('\r')) cell = cell.slice(0, -1);
      end();
      head ??= cells;
      if (from === last) return { head, cells };
      line += 1;
      from = line;
      cells = [];
    } else cell += sign;
  }
  return undefined;
}

const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

export async function openRow(link) {
  const box = document.getElementById('row-box');
  if (!box?.showPopover) return false;
  const address = new URL(link.href);
  const values = { line: new URLSearchParams(address.hash.slice(1)).get('row'), file: decodeURIComponent(address.pathname.split('/').pop()) };
  const title = box.querySelector('.term-name');
  const body = box.querySelector('.row-cells');
  title.textContent = say(box.dataset.title, values);
  body.textContent = box.dataset.loading;
  box.querySelector('a').href = link.href;
  box.showPopover({ source: link });
  box.focus();
  try {
    const answer = await fetch(address);
    const found = answer.ok && record((await answer.text()).replace(/^\uFEFF/, ''), Number(values.line));
    if (!found) throw new Error(`${answer.status} ${values.line}`);
    const table = document.createElement('table');
    table.className = 'raw';
    found.head.forEach((name, at) => {
      const row = table.insertRow();
      const column = document.createElement('th');
      column.scope = 'row';
      column.textContent = name;
      const cell = row.insertCell();
      row.prepend(column);
      cell.textContent = found.cells[at] || box.dataset.empty;
      if (!found.cells[at]) cell.className = 'aside';
    });
    body.replaceChildren(table);
  } catch {
    body.textContent = say(box.dataset.failed, values);
  }
  return true;
}
