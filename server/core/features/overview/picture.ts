/** The delegation graph with the places of its nodes and lines, for a program that only draws. */
import type { Index } from '../../workspace/index';
import { type Graph, type GraphEdge, type GraphNode, graphOf } from './graph';
import { type Layout, layoutOf } from './layout';
import type { Box } from './partLayout';

export interface Picture extends Omit<Graph, 'nodes' | 'edges'> {
  readonly nodes: readonly (GraphNode & {
    readonly box: Box;
    /** The name as it fits into the box. */
    readonly label: string;
  })[];
  readonly edges: readonly (GraphEdge & { readonly line: Layout['lines'][number] })[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export function pictureOf(index: Index): Picture {
  const { nodes, edges, ...graph } = graphOf(index);
  const labels = nodes.map(({ name }) => labelOf(name));
  const { boxes, lines, width, height } = layoutOf(
    nodes.map((node, i) => widthOf(labels[i] ?? '', node)),
    edges,
  );
  return {
    ...graph,
    nodes: nodes.map((node, i) => ({ ...node, label: labels[i] ?? '', box: boxes[i] ?? NOWHERE })),
    edges: edges.map((edge, i) => ({ ...edge, line: lines[i] ?? [] })),
    width,
    height,
  };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The widest name, in columns: a letter of most scripts takes one, one of Chinese, Japanese and Korean two. */
const MOST_COLUMNS = 32;

const columnsOf = (character: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{1f300}-\u{3ffff}]/u.test(
    character,
  )
    ? 2
    : 1;

function labelOf(name: string): string {
  let columns = 0;
  let label = '';
  for (const character of name) {
    columns += columnsOf(character);
    if (columns > MOST_COLUMNS) return `${label}…`;
    label += character;
  }
  return label;
}

/** In pixels, with text of 13 pixels; what is said below the name needs some room. */
function widthOf(label: string, { kind, marks }: GraphNode): number {
  const columns = [...label].reduce((sum, character) => sum + columnsOf(character), 0);
  const isPlain = kind === 'agent' && marks.every((mark) => mark === 'uncalled');
  return Math.max(isPlain ? 96 : 148, Math.round(columns * 7.6) + 32);
}
