/** The page of the delegation graph: a picture with keys to move in it, and the same as a list. */
import type { Picture, Texts } from '../src/webview/messages';
import { pictureOf, squeeze } from './drawing';
import { button, element } from './elements';
import { keep, keptState, listen, page, post, say, status } from './frame';
import { svgFileOf } from './svgFile';

interface State {
  /** 1 for pixels as the server gives them. */
  zoom: number;
  /** What was focused last, as its kind and name, because numbers change with the files. */
  node: string;
}

const state: State = keptState<State>({ zoom: 1, node: '' });

let data: Picture | undefined;
let texts: Texts = {};
const said = status();
const area = element('div', { class: 'picture', role: 'region', tabindex: 0 });
const beside = element('div', { class: 'beside' });

listen<Picture>(
  (answer, words) => {
    const isFirst = data === undefined;
    data = answer;
    texts = words;
    if (isFirst) frame();
    render();
  },
  (words) => page().replaceChildren(element('p', { role: 'alert' }, say(words, 'failed'))),
);

function frame(): void {
  area.setAttribute('aria-label', say(texts, 'area'));
  page().replaceChildren(
    element('h1', {}, say(texts, 'title')),
    element(
      'div',
      { class: 'bar' },
      button(say(texts, 'zoomIn'), () => zoom(state.zoom * 1.25)),
      button(say(texts, 'zoomOut'), () => zoom(state.zoom / 1.25)),
      button(say(texts, 'fit'), () => {
        if (data !== undefined) zoom(Math.min(area.clientWidth / data.width, area.clientHeight / data.height, 1));
      }),
      button(say(texts, 'copyMermaid'), () => post({ kind: 'copy-mermaid' })),
      button(say(texts, 'save'), () => {
        const svg = area.querySelector('svg');
        if (svg !== null) post({ kind: 'save', svg: svgFileOf(svg) });
      }),
    ),
    said,
    element('div', { class: 'halves' }, area, beside),
  );
}

function zoom(to: number): void {
  state.zoom = Math.min(3, Math.max(0.2, to));
  keep(state);
  const svg = area.querySelector('svg');
  if (svg === null || data === undefined) return;
  svg.setAttribute('width', String(Math.round(data.width * state.zoom)));
  svg.setAttribute('height', String(Math.round(data.height * state.zoom)));
}

const keyOf = ({ kind, name, at }: Picture['nodes'][number]): string => `${kind} ${name} ${at?.uri ?? ''}`;

function render(): void {
  if (data === undefined) return;
  const { nodes, edges } = data;
  const countOf = (kind: string): number => nodes.filter((node) => node.kind === kind).length;
  said.textContent = [
    ...(data.isReading ? [say(texts, 'reading')] : []),
    nodes.length > 0
      ? say(texts, 'count', countOf('agent'), countOf('skill'), edges.length)
      : data.isReading
        ? ''
        : say(texts, 'none'),
  ].join(' ');
  const hadFocus = area.contains(document.activeElement) && document.activeElement !== area;
  const scroll = { left: area.scrollLeft, top: area.scrollTop };
  const current = Math.max(
    0,
    nodes.findIndex((node) => keyOf(node) === state.node),
  );
  const svg = pictureOf(data, texts, current, {
    open: (node) => post({ kind: 'open-node', node }),
    focused: (node) => {
      const one = nodes[node];
      if (one === undefined) return;
      state.node = keyOf(one);
      keep(state);
    },
  });
  area.replaceChildren(...(nodes.length === 0 ? [] : [svg]));
  squeeze(svg, data);
  zoom(state.zoom);
  area.scrollTo(scroll);
  if (hadFocus) area.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  beside.replaceChildren(...problems(data), ...list(data), legend());
}

/** Everything that the picture marks, in words. */
function problems({ nodes, edges, cycles, leftOut }: Picture): readonly HTMLElement[] {
  const nameOf = (node: number | undefined): string => nodes[node ?? -1]?.name ?? '';
  const item = (text: string, act: () => void): HTMLElement => element('li', {}, button(text, act, { class: 'link' }));
  const items = [
    ...cycles.map((cycle) =>
      item(
        cycle.length === 1
          ? say(texts, 'itself', nameOf(cycle[0]))
          : say(texts, 'circle', [...cycle, cycle[0]].map(nameOf).join(' → ')),
        () => post({ kind: 'open-node', node: cycle[0] ?? 0 }),
      ),
    ),
    ...edges.flatMap(({ from, to }, edge) => {
      const target = nodes[to];
      if (target?.kind !== 'unknown') return [];
      const key = target.marks.includes('ambiguous') ? 'several' : 'notFound';
      return [item(say(texts, key, nameOf(from), target.name), () => post({ kind: 'open-edge', edge }))];
    }),
    ...nodes.flatMap(({ name, marks }, node) =>
      marks.includes('cannot-start') ? [item(say(texts, 'cannot', name), () => post({ kind: 'open-node', node }))] : [],
    ),
    ...(leftOut.count > 0 ? [element('li', {}, say(texts, 'leftOut', leftOut.count, leftOut.names.join(', ')))] : []),
  ];
  if (items.length === 0) return [];
  return [element('h2', {}, say(texts, 'problems')), element('ul', { class: 'problems' }, ...items)];
}

/** The graph for who cannot see it: each agent, and below it what it calls. */
function list({ nodes, edges }: Picture): readonly HTMLElement[] {
  if (nodes.length === 0) return [];
  const rows = nodes.flatMap((node, i): readonly HTMLElement[] => {
    if (node.kind !== 'agent') return [];
    const calls = edges.flatMap((edge, number) => (edge.from === i ? [{ ...edge, number }] : []));
    const inner = calls.map(({ to, number }) => {
      const target = nodes[to];
      const name = target?.name ?? '';
      return element(
        'li',
        {},
        button(name, () => post({ kind: 'open-edge', edge: number }), {
          class: 'link',
          'aria-label': say(texts, 'goToCall', name, node.name),
        }),
        noteOf(target?.kind === 'agent' ? (target.marks ?? []).filter((mark) => mark === 'cycle') : kindOf(target)),
      );
    });
    return [
      element(
        'li',
        {},
        button(node.name, () => post({ kind: 'open-node', node: i }), {
          class: 'link',
          'aria-label': say(texts, 'open', node.name),
        }),
        noteOf(node.marks),
        inner.length === 0 ? undefined : element('ul', {}, ...inner),
      ),
    ];
  });
  return [element('h2', {}, say(texts, 'list')), element('ul', { class: 'calls' }, ...rows)];
}

/** What is called, when it is no agent: a name of several agents is not unknown. */
const kindOf = (target: Picture['nodes'][number] | undefined): readonly string[] =>
  target === undefined ? [] : [target.marks.includes('ambiguous') ? 'ambiguous' : target.kind];

const noteOf = (words: readonly string[]): HTMLElement | undefined =>
  words.length === 0 ? undefined : element('span', { class: 'note' }, words.map((word) => say(texts, word)).join(', '));

function legend(): HTMLElement {
  const line = (kind: string, text: string): HTMLElement =>
    element('li', {}, element('span', { class: `sample ${kind}`, 'aria-hidden': 'true' }), say(texts, text));
  return element(
    'ul',
    { class: 'legend', 'aria-label': say(texts, 'legend') },
    element('li', {}, element('span', { class: 'start', 'aria-hidden': 'true' }, '●'), say(texts, 'start')),
    line('plain', 'plainEdge'),
    line('circle', 'cycleEdge'),
    line('impossible', 'impossibleEdge'),
  );
}
