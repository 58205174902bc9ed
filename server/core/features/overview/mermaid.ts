/** The delegation graph as text for Mermaid, which many programs draw. */
import type { Graph, GraphNode, NodeMark } from './graph';

const shapes: Readonly<Record<GraphNode['kind'], readonly [string, string]>> = {
  agent: ['["', '"]'],
  skill: ['(["', '"])'],
  'built-in': ['[["', '"]]'],
  unknown: ['{{"', '"}}'],
};

const words: Readonly<Record<NodeMark, string>> = {
  cycle: 'in a circle',
  'cannot-start': 'cannot start agents',
  // Most agents are started by the session only.
  uncalled: '',
  fails: 'does not load',
  replaced: 'replaced by another file',
  ambiguous: 'several agents',
};

/** A flowchart. Calls in a circle are thick, and those that the agent has no tool for are dotted. */
export const mermaidOf = ({ nodes, edges }: Graph): string =>
  [
    'flowchart LR',
    ...nodes.map((node, i) => `  n${i}${shapes[node.kind][0]}${labelOf(node)}${shapes[node.kind][1]}`),
    ...edges.map(({ from, to, isInCycle, isPossible }) => {
      const arrow = isInCycle ? '==>' : isPossible ? '-->' : '-.->';
      return `  n${from} ${arrow} n${to}`;
    }),
    '',
  ].join('\n');

function labelOf({ name, kind, marks }: GraphNode): string {
  const said = [
    ...(kind === 'skill' ? ['skill'] : kind === 'built-in' ? ['built-in'] : []),
    ...(kind === 'unknown' && !marks.includes('ambiguous') ? ['not found'] : []),
    ...marks.flatMap((mark) => (words[mark] === '' ? [] : [words[mark]])),
  ];
  return escaped(said.length === 0 ? name : `${name} (${said.join(', ')})`);
}

/**
 * Mermaid reads Markdown and HTML in labels. Of ASCII, only letters, digits and a few marks stay as they are, and not where they would
 * begin an item of a list or emphasis.
 */
const escaped = (text: string): string =>
  text.replace(
    /^-|(?<=^\d+)[.)]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])|[^\w ,.()/\u0080-\uffff-]/g,
    (mark) => `#${mark.charCodeAt(0)};`,
  );
