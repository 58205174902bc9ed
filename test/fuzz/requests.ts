/** Everything that an editor may request about an agent. */
import {
  type Agent,
  callHierarchyAt,
  callLensesOf,
  codeActionsIn,
  completionAt,
  definitionsAt,
  diagnosticOf,
  fixAll,
  foldingOf,
  formatOf,
  highlightsAt,
  hoverAt,
  type Index,
  incomingCalls,
  indexedOf,
  indexOf,
  inlayHintsIn,
  insertPattern,
  insertReport,
  lensesOf,
  linksOf,
  lint,
  onTypeAt,
  outgoingCalls,
  prepareRenameAt,
  referencesAt,
  renameAt,
  requiredReportKeys,
  type Settings,
  selectionAt,
  symbolsOf,
  tiesOf,
  tokensOf,
  whatHostSees,
  workspaceWithout,
} from '../../server/core/index';

export interface Request {
  readonly name: string;
  /** Whether the answer depends on an offset. */
  readonly atCursor: boolean;
  readonly answer: (agent: Agent, settings: Settings, offset: number) => unknown;
}

const whole = (name: string, answer: (agent: Agent, settings: Settings) => unknown): Request => ({
  name,
  atCursor: false,
  answer,
});

const atCursor = (name: string, answer: Request['answer']): Request => ({ name, atCursor: true, answer });

export const uri = 'file:///w/.claude/agents/a.md';

const actions = (agent: Agent, settings: Settings, start: number, end: number, only?: readonly string[]): unknown =>
  codeActionsIn(
    agent,
    { start, end },
    {
      uri,
      settings,
      only,
      invoked: true,
      automatic: false,
      creates: true,
      workspace: { ...alone, around: () => around(agent) },
    },
  );

/** Nothing is known of other files. */
const alone = workspaceWithout([]);

function around(agent: Agent) {
  const ties = tiesOf(agent, alone);
  return ties && indexOf([ties]).around(uri);
}

function rename(agent: Agent, offset: number): unknown {
  const ties = tiesOf(agent, alone);
  if (ties === undefined) return undefined;
  const index = indexOf([ties]);
  const options = { ordered: true, renames: true, confirms: true, versionOf: () => undefined, canMove: () => true };
  return [prepareRenameAt(ties, index, offset), renameAt(ties, index, offset, 'checker', options)];
}

const FAR = 40;

const others: Readonly<Record<string, string>> = {
  '.claude/agents/helper.md': '---\nname: helper\ndescription: Helps.\n---\nAsk @agent-a.\n',
  '.claude/agents/twin.md': '---\nname: Helper\ndescription: Helps.\n---\nAsk @agent-helper.\n',
  '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys.\n---\nGo\n',
  '.mcp.json': '{ "mcpServers": { "db": {} } }',
};

const known = Object.entries(others).flatMap(([path, text]) =>
  indexedOf(`file:///w/${path}`, text, workspaceWithout([])),
);

/** A workspace with a few other files. */
function indexAround(agent: Agent): Index {
  const ties = tiesOf(agent, workspaceWithout([]));
  return indexOf(ties === undefined ? known : [...known, ties]);
}

/** Each request once, the cursor ones with an offset in the text. */
export const requests: readonly Request[] = [
  whole('diagnostics', (agent, settings) =>
    lint(agent, { settings }).findings.map((finding) =>
      diagnosticOf(agent.file.source, finding, { uri, docsBase: undefined }),
    ),
  ),
  whole('fixAll', (agent, settings) => fixAll(agent, { settings })),
  whole('fixAll action', (agent, settings) =>
    actions(agent, settings, 0, agent.file.source.text.length, ['source.fixAll']),
  ),
  whole('symbols', (agent) => symbolsOf(agent)),
  whole('folding', (agent) => foldingOf(agent)),
  whole('tokens', (agent) => tokensOf(agent)),
  whole('links', (agent) => linksOf(agent, uri)),
  whole('lenses', (agent) => lensesOf(agent)),
  whole('hints', (agent, { tokens }) =>
    inlayHintsIn(agent, { start: 0, end: agent.file.source.text.length }, { ...tokens, inlayHints: 'all' }),
  ),
  whole('format', (agent) => formatOf(agent, { sortKeys: true, listStyle: 'keep' })),
  atCursor('inserted report', (agent, _, offset) => insertReport(agent, offset, [])),
  atCursor('inserted pattern', (agent, _, offset) => insertPattern(agent, offset, '```js\n```\n$0')),
  atCursor('completion', (agent, { sections, report }, offset) =>
    completionAt(agent, offset, { snippets: offset % 2 === 0, reportKeys: requiredReportKeys(sections, report.keys) }),
  ),
  atCursor('hover', (agent, _, offset) => hoverAt(agent, offset)),
  atCursor('selection', (agent, _, offset) => selectionAt(agent, offset)),
  atCursor('highlights', (agent, _, offset) => highlightsAt(agent, offset)),
  atCursor('rename', (agent, _, offset) => rename(agent, offset)),
  atCursor('actions', (agent, settings, offset) => actions(agent, settings, offset, offset)),
  atCursor('actions of a range', (agent, settings, offset) =>
    actions(agent, settings, offset, Math.min(agent.file.source.text.length, offset + FAR)),
  ),
  whole('what the host sees', (agent) => whatHostSees([agent, agent], indexAround(agent))),
  whole('lenses about calls', (agent) => callLensesOf(agent, indexAround(agent), false)),
  whole('calls', (agent) => {
    const index = indexAround(agent);
    const made = outgoingCalls(uri, index).map(({ fromRanges }) => fromRanges);
    return [made, incomingCalls(uri, index).map(({ from }) => from.name)];
  }),
  atCursor('completion of names', (agent, _, offset) => completionAt(agent, offset, { index: indexAround(agent) })),
  atCursor('hover of names', (agent, _, offset) => hoverAt(agent, offset, indexAround(agent))),
  atCursor('highlights of names', (agent, _, offset) => highlightsAt(agent, offset, indexAround(agent))),
  // Places in other files are not of this text.
  atCursor('places of names', (agent, _, offset) => {
    const index = indexAround(agent);
    return [
      definitionsAt(agent, offset, index).map(({ originSelectionRange }) => originSelectionRange),
      referencesAt(agent, offset, index, true).filter((place) => place.uri === uri),
      callHierarchyAt(agent, offset, index).filter((item) => item.uri === uri),
    ];
  }),
  atCursor('enter', (agent, _, offset) => onTypeAt(agent, offset, '\n')),
  atCursor('tag', (agent, _, offset) => onTypeAt(agent, offset, '>')),
];
