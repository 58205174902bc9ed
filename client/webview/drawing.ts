/** Draws the delegation graph as SVG in which nodes can be focused, and moves between them with the arrow keys. */
import type { Picture, Texts } from '../src/webview/messages';
import { drawn } from './elements';
import { say } from './frame';

type Node = Picture['nodes'][number];
type Edge = Picture['edges'][number];

interface Acts {
  readonly open: (node: number) => void;
  readonly focused: (node: number) => void;
}

/** @param current The node at which the Tab key stops. */
export function pictureOf(picture: Picture, texts: Texts, current: number, { open, focused }: Acts): SVGSVGElement {
  const { nodes, edges, width, height } = picture;
  const lines = edges.map((edge) => lineOf(edge));
  const boxes = nodes.map((node, i) => boxOf(node, i, picture, texts, i === current));
  const svg = drawn(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': say(texts, 'picture') },
    drawn('defs', {}, arrow('arrow'), arrow('arrow-circle')),
    ...lines,
    ...boxes,
  );
  const numberOf = (target: EventTarget | null): number | undefined => {
    const box = target instanceof Element ? target.closest('[data-node]') : null;
    return box === null ? undefined : Number(box.getAttribute('data-node'));
  };
  const light = (node: number | undefined): void => {
    for (const [i, line] of lines.entries())
      line.classList.toggle('lit', edges[i]?.from === node || edges[i]?.to === node);
  };
  const go = (to: number | undefined): void => {
    const box = boxes[to ?? -1];
    if (box === undefined) return;
    for (const one of boxes) one.setAttribute('tabindex', '-1');
    box.setAttribute('tabindex', '0');
    box.focus();
  };
  svg.addEventListener('click', ({ target }) => {
    const node = numberOf(target);
    if (node !== undefined) open(node);
  });
  svg.addEventListener('focusin', ({ target }) => {
    const node = numberOf(target);
    light(node);
    if (node !== undefined) focused(node);
  });
  svg.addEventListener('focusout', () => light(undefined));
  svg.addEventListener('mouseover', ({ target }) => light(numberOf(target)));
  svg.addEventListener('mouseleave', () => light(undefined));
  svg.addEventListener('keydown', (event) => {
    const node = numberOf(event.target);
    if (node === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') open(node);
    else if (event.key.startsWith('Arrow')) go(nextOf(node, event.key, nodes, edges));
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(nodes.length - 1);
    else return;
    event.preventDefault();
  });
  return svg;
}

/** The node that an arrow key leads to: along a call to the left or right, or the next one above or below. */
function nextOf(node: number, key: string, nodes: readonly Node[], edges: readonly Edge[]): number | undefined {
  const own = nodes[node]?.box;
  if (own === undefined) return undefined;
  const linked = edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []));
  const all = [...nodes.keys()];
  const side = (to: number): number => (nodes[to]?.box.x ?? 0) - own.x;
  const down = (to: number): number => (nodes[to]?.box.y ?? 0) - own.y;
  const nearest = (found: readonly number[]): number | undefined =>
    [...found].sort((a, b) => Math.hypot(side(a), down(a)) - Math.hypot(side(b), down(b)))[0];
  // A node without calls in this direction leads to any that is there.
  const either = (is: (to: number) => boolean): number | undefined =>
    nearest(linked.filter(is)) ?? nearest(all.filter((to) => is(to) && Math.abs(down(to)) < own.height));
  switch (key) {
    case 'ArrowRight':
      return either((to) => side(to) > 0);
    case 'ArrowLeft':
      return either((to) => side(to) < 0);
    case 'ArrowDown':
      return nearest(all.filter((to) => down(to) > own.height / 2));
    case 'ArrowUp':
      return nearest(all.filter((to) => down(to) < -own.height / 2));
    default:
      return undefined;
  }
}

const arrow = (id: string): SVGMarkerElement =>
  drawn(
    'marker',
    {
      id,
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    drawn('path', { d: 'M0 0 10 5 0 10Z' }),
  );

function lineOf({ from, to, line, isInCycle, isPossible }: Edge): SVGPathElement {
  return drawn('path', {
    class: `edge${isInCycle ? ' circle' : ''}${isPossible ? '' : ' impossible'}`,
    d: from === to ? loop(line) : curve(line),
    'marker-end': `url(#${isInCycle ? 'arrow-circle' : 'arrow'})`,
    'aria-hidden': 'true',
  });
}

/** Leaves and reaches each point horizontally, so that lines of different nodes part early. */
const curve = (line: Edge['line']): string =>
  line
    .map(({ x, y }, i) => {
      const before = line[i - 1];
      if (before === undefined) return `M${x} ${y}`;
      if (before.y === y) return `L${x} ${y}`;
      const middle = Math.round((before.x + x) / 2);
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');

const loop = (line: Edge['line']): string =>
  line.map(({ x, y }, i) => `${i === 0 ? 'M' : i === 1 ? 'C' : ' '}${x} ${y}`).join('');

/** What is said below the name; an agent that no other calls has only a dot. */
const wordsOf = ({ kind, marks }: Node): readonly string[] => [
  ...(kind === 'agent' || (kind === 'unknown' && marks.includes('ambiguous')) ? [] : [kind]),
  ...marks.filter((mark) => mark !== 'uncalled'),
];

function boxOf(node: Node, number: number, { nodes, edges }: Picture, texts: Texts, isCurrent: boolean): SVGGElement {
  const { box, label, name, kind, marks, place } = node;
  const words = wordsOf(node).map((word) => say(texts, word));
  const called = edges.flatMap(({ from, to }) => (from === number ? [nodes[to]?.name ?? ''] : []));
  const said = [
    // What is seen begins it, for people who say it.
    [name, ...(words.length === 0 ? [] : [words.join(' · ')])].join(' '),
    ...(marks.includes('uncalled') ? [say(texts, 'uncalled')] : []),
    ...(called.length === 0 ? [] : [say(texts, 'calls', called.join(', '))]),
  ];
  const middle = box.x + box.width / 2;
  const isAlone = words.length === 0;
  return drawn(
    'g',
    {
      class: `node ${kind} ${marks.join(' ')}`,
      'data-node': number,
      role: 'button',
      tabindex: isCurrent ? 0 : -1,
      'aria-label': said.join(', '),
    },
    drawn('title', {}, [...said, ...(place === '' ? [] : [place])].join('\n')),
    ...shapeOf(node),
    drawn('text', { class: 'name', x: middle, y: box.y + (isAlone ? 24 : 17), 'text-anchor': 'middle' }, label),
    marks.includes('uncalled') ? drawn('circle', { class: 'dot', cx: box.x, cy: box.y + 20, r: 4 }) : undefined,
    ' ',
    isAlone
      ? undefined
      : drawn('text', { class: 'words', x: middle, y: box.y + 32, 'text-anchor': 'middle' }, words.join(' · ')),
  );
}

/** Kinds differ in shape: an agent has a box, a skill round ends, one of the host a second border, an unknown name pointed ends. */
function shapeOf({ kind, box: { x, y, width, height } }: Node): readonly SVGElement[] {
  const rect = (inset: number, radius: number): SVGElement =>
    drawn('rect', {
      class: 'shape',
      x: x + inset,
      y: y + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: radius,
    });
  if (kind === 'skill') return [rect(0, height / 2)];
  if (kind === 'built-in') return [rect(0, 2), rect(3, 1)];
  if (kind !== 'unknown') return [rect(0, 4)];
  const [right, bottom, middle] = [x + width, y + height, y + height / 2];
  const d = `M${x + 10} ${y}H${right - 10}L${right} ${middle}L${right - 10} ${bottom}H${x + 10}L${x} ${middle}Z`;
  return [drawn('path', { class: 'shape', d })];
}

/** In pixels, on both sides together. */
const PADDING = 12;

/** Squeezes texts that are wider than their boxes, as in other fonts or languages. Only for a picture that is shown. */
export function squeeze(svg: SVGSVGElement, { nodes }: Picture): void {
  for (const box of svg.querySelectorAll('[data-node]')) {
    const most = (nodes[Number(box.getAttribute('data-node'))]?.box.width ?? 0) - PADDING;
    for (const text of box.querySelectorAll('text')) {
      if (text.getComputedTextLength() <= most) continue;
      text.setAttribute('textLength', String(most));
      text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
}
