/** The page of the tool matrix: a table that can be filtered and sorted. */
import type { Matrix, Texts } from '../src/webview/messages';
import { button, element } from './elements';
import { keep, keptState, listen, page, post, say, status } from './frame';

type Row = Matrix['rows'][number] & { readonly number: number };
type Column = Matrix['columns'][number] & { readonly number: number };

interface State {
  filter: string;
  /** The group of tools that agents must have; empty for all agents. */
  may: string;
  /** Whether tools are shown that no agent lists. */
  all: boolean;
  /** `agent`, `file`, `group` and a group, or `tool`, a group and a tool. */
  sort: string;
  isDown: boolean;
}

const state: State = keptState<State>({ filter: '', may: '', all: false, sort: 'agent', isDown: false });

/** More rows at once are slow to show, and longer than a person reads. */
const MOST_ROWS = 500;

/** The marks that mean that an agent has the tool, and what is shown for each. */
const signs: Readonly<Record<string, string>> = { l: '●', i: '○', d: '✕', w: '◐', '.': '' };
const rank = (mark: string): number => '.dwil'.indexOf(mark);
const has = (mark: string): boolean => mark === 'l' || mark === 'i';

let data: Matrix | undefined;
let texts: Texts = {};
const said = status();
const area = element('div', { class: 'table', role: 'region', tabindex: 0 });

listen<Matrix>(
  (answer, words) => {
    const isFirst = data === undefined;
    data = answer;
    texts = words;
    if (isFirst) frame();
    render();
  },
  (words) => page().replaceChildren(element('p', { role: 'alert' }, say(words, 'failed'))),
);

/** Everything but the table, which is made again when something changes. */
function frame(): void {
  const filter = element('input', {
    type: 'search',
    id: 'filter',
    value: state.filter,
    placeholder: say(texts, 'filterHint'),
  });
  filter.addEventListener('input', () => change({ filter: filter.value }));
  const may = element(
    'select',
    { id: 'may' },
    element('option', { value: '' }, say(texts, 'anything')),
    ...['writes', 'runs', 'network', 'delegates', 'servers', 'asks'].map((group) =>
      element('option', { value: group }, say(texts, group)),
    ),
  );
  may.value = state.may;
  may.addEventListener('change', () => change({ may: may.value }));
  const all = element('input', { type: 'checkbox', id: 'all', checked: state.all });
  all.addEventListener('change', () => change({ all: all.checked }));
  const copy = (as: 'markdown' | 'csv'): void =>
    post({ kind: 'copy', as, rows: shownRows().map(({ number }) => number), all: state.all });
  area.setAttribute('aria-label', say(texts, 'table'));
  area.addEventListener('keydown', moveInTable);
  page().replaceChildren(
    element('h1', {}, say(texts, 'title')),
    element(
      'div',
      { class: 'bar' },
      element('label', { for: 'filter' }, say(texts, 'filter')),
      filter,
      element('label', { for: 'may' }, say(texts, 'may')),
      may,
      all,
      element('label', { for: 'all' }, say(texts, 'all')),
      button(say(texts, 'copyMarkdown'), () => copy('markdown')),
      button(say(texts, 'copyCsv'), () => copy('csv')),
    ),
    said,
    area,
    element(
      'ul',
      { class: 'legend', 'aria-label': say(texts, 'legend') },
      ...['l', 'i', 'w', 'd'].map((mark) =>
        element(
          'li',
          {},
          element('span', { class: `mark ${mark}`, 'aria-hidden': 'true' }, signs[mark]),
          say(texts, mark),
        ),
      ),
    ),
  );
}

function change(to: Partial<typeof state>): void {
  Object.assign(state, to);
  keep(state);
  render();
}

const shownColumns = (): readonly Column[] =>
  (data?.columns ?? [])
    .map((column, number) => ({ ...column, number }))
    .filter(({ isListed }) => state.all || isListed);

/** The rows that match the filter, in the order of the chosen column. */
function shownRows(): readonly Row[] {
  if (data === undefined) return [];
  const { columns } = data;
  const inGroup = columns.flatMap(({ group }, i) => (group === state.may ? [i] : []));
  const words = state.filter.toLowerCase().split(/\s+/);
  const rows = data.rows
    .map((row, number) => ({ ...row, number }))
    .filter(({ cells }) => state.may === '' || inGroup.some((i) => has(cells.charAt(i))))
    .filter((row) => {
      const names = columns.flatMap(({ name }, i) => (has(row.cells.charAt(i)) ? [name] : []));
      const text = [row.name, row.place, row.host, ...names].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const value = sortValueOf(state.sort);
  const sign = state.isDown ? -1 : 1;
  return rows.sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    return (one < other ? -1 : one > other ? 1 : 0) * sign || a.number - b.number;
  });
}

/** What rows are sorted by: a name, the mark of a tool, or how many tools of a group an agent has. */
function sortValueOf(sort: string): (row: Row) => string | number {
  const columns = data?.columns ?? [];
  if (sort === 'file') return ({ place }) => place.toLowerCase();
  if (sort === 'agent') return ({ name }) => name.toLowerCase();
  const [kind, name] = [sort.slice(0, sort.indexOf(' ')), sort.slice(sort.indexOf(' ') + 1)];
  const numbers = columns.flatMap(({ group, name: tool }, i) =>
    (kind === 'group' ? group === name : `${group} ${tool}` === name) ? [i] : [],
  );
  if (kind !== 'group') return ({ cells }) => rank(cells.charAt(numbers[0] ?? -1));
  return ({ cells }) => numbers.filter((i) => has(cells.charAt(i))).length;
}

function render(): void {
  if (data === undefined) return;
  const rows = shownRows();
  const columns = shownColumns();
  const focused = document.activeElement?.getAttribute('data-key');
  const scroll = { left: area.scrollLeft, top: area.scrollTop };
  const isEmpty = data.rows.length === 0;
  const count = say(texts, 'count', rows.length, data.rows.length + data.leftOut, columns.length);
  const hidden = rows.length - MOST_ROWS + data.leftOut;
  said.textContent = [
    ...(data.isReading ? [say(texts, 'reading')] : []),
    isEmpty ? (data.isReading ? '' : say(texts, 'none')) : rows.length === 0 ? say(texts, 'noMatch') : count,
    ...(hidden > 0 && rows.length > 0 ? [say(texts, 'more', hidden)] : []),
  ].join(' ');
  area.replaceChildren(...(isEmpty ? [] : [tableOf(rows.slice(0, MOST_ROWS), columns)]));
  area.scrollTo(scroll);
  if (focused != null)
    for (const one of area.querySelectorAll('button')) if (one.getAttribute('data-key') === focused) one.focus();
}

function tableOf(rows: readonly Row[], columns: readonly Column[]): HTMLTableElement {
  const groups = [...new Set(columns.map(({ group }) => group))];
  const hasIgnored = rows.some(({ ignored }) => ignored.length > 0);
  const first = element(
    'tr',
    {},
    sortable('agent', say(texts, 'agent'), { scope: 'col', rowspan: 2, class: 'name' }),
    ...groups.map((group) =>
      sortable(`group ${group}`, say(texts, group), {
        scope: 'colgroup',
        colspan: columns.filter((column) => column.group === group).length,
        class: 'group',
      }),
    ),
    hasIgnored ? element('th', { scope: 'col', rowspan: 2, class: 'first' }, say(texts, 'ignored')) : undefined,
    sortable('file', say(texts, 'file'), { scope: 'col', rowspan: 2, class: 'first' }),
  );
  const second = element(
    'tr',
    {},
    ...columns.map(({ group, name, summary }, i) =>
      sortable(`tool ${group} ${name}`, name, {
        scope: 'col',
        title: summary === '' ? undefined : summary,
        class: columns[i - 1]?.group === group ? undefined : 'first',
      }),
    ),
  );
  return element(
    'table',
    {},
    element('caption', { class: 'hidden' }, say(texts, 'caption')),
    element('thead', {}, first, second),
    element('tbody', {}, ...rows.map((row) => rowOf(row, columns, hasIgnored))),
  );
}

function sortable(key: string, label: string, attributes: Parameters<typeof element>[1]): HTMLTableCellElement {
  const isSorted = state.sort === key;
  const order = isSorted ? (state.isDown ? 'descending' : 'ascending') : 'none';
  // The agents that have a tool are what people look for.
  const startsDown = key !== 'agent' && key !== 'file';
  const act = (): void => change({ sort: key, isDown: isSorted ? !state.isDown : startsDown });
  const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? (state.isDown ? '▼' : '▲') : '');
  const one = button(label, act, { 'data-key': `sort ${key}`, title: say(texts, 'sort', label) });
  one.append(arrow);
  return element('th', { ...attributes, 'aria-sort': order }, one);
}

function rowOf(row: Row, columns: readonly Column[], hasIgnored: boolean): HTMLTableRowElement {
  const { name, place, host, state: loads, ignored, number } = row;
  const note = loads === 'loads' ? undefined : element('span', { class: 'note' }, say(texts, loads));
  const open = button(name, () => post({ kind: 'open', row: number }), {
    'data-key': `agent ${row.uri}`,
    class: 'link',
    title: say(texts, 'open', name),
  });
  return element(
    'tr',
    { class: loads },
    element('th', { scope: 'row', class: 'name' }, open, note),
    ...columns.map((column, i) => cellOf(row, column, columns[i - 1]?.group !== column.group)),
    hasIgnored
      ? element(
          'td',
          { class: 'first' },
          ...ignored.map((one) => element('span', { title: one.why }, element('code', {}, one.name), ' ')),
        )
      : undefined,
    element('td', { class: 'place first' }, place, element('span', { class: 'note' }, host)),
  );
}

function cellOf(row: Row, column: Column, isFirst: boolean): HTMLTableCellElement {
  const mark = row.cells.charAt(column.number);
  const note = row.notes[column.number];
  const words =
    mark === 'w' && note !== undefined ? note : [say(texts, mark), ...(note === undefined ? [] : [note])].join(': ');
  if (mark === '.' || mark === '') return element('td', { class: isFirst ? 'first' : undefined });
  const label = say(texts, 'cell', row.name, column.name, words);
  const open = button(signs[mark] ?? '', () => post({ kind: 'open', row: row.number, tool: column.name }), {
    'data-key': `cell ${row.uri} ${column.group} ${column.name}`,
    class: `mark ${mark}`,
    title: label,
    'aria-label': label,
    // The arrow keys lead here; one stop for each agent is enough for the Tab key.
    tabindex: -1,
  });
  return element('td', { class: isFirst ? 'first' : undefined }, open);
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves from button to button with the arrow keys, over cells that have none. */
function moveInTable(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell =
    event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
  const row = cell?.parentElement;
  if (step === undefined || cell === null || !(row instanceof HTMLTableRowElement)) return;
  const [down, right] = step;
  const { cellIndex } = cell;
  event.preventDefault();
  if (right !== 0) {
    for (let next = cellIndex + right; next >= 0 && next < row.cells.length; next += right)
      if (focusIn(row.cells[next])) return;
    return;
  }
  const rows = [...(row.parentElement?.children ?? [])];
  for (let next = rows.indexOf(row) + down; next >= 0 && next < rows.length; next += down) {
    const other = rows[next];
    if (other instanceof HTMLTableRowElement && focusIn(other.cells[cellIndex])) return;
  }
}

/**
 * Focuses the button of a cell.
 * @returns Whether there is one.
 */
function focusIn(cell: HTMLTableCellElement | undefined): boolean {
  const target = cell?.querySelector('button');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return target != null;
}
