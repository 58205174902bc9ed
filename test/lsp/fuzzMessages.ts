/** Arbitrary messages of a client, valid and invalid, over hostile documents, and how each request must be answered. */
import fc from 'fast-check';
import { hostileTexts } from '../hostile';
import { AGENT, TEXT } from './conversation';

export interface Sent {
  readonly method: string;
  readonly params: unknown;
  /** What a request must be answered with while the server runs; undefined for a notification. */
  readonly answer: 'a result' | 'any' | number | undefined;
}

const INVALID_PARAMS = -32602;
const METHOD_NOT_FOUND = -32601;
const INVALID_REQUEST = -32600;

/** Longer ones are slow, and have tests of their own. */
const LONGEST = 12_000;
const texts = [TEXT, ...Object.values(hostileTexts).map(({ text }) => text)].filter(({ length }) => length < LONGEST);

/** Documents of every host, files that no host reads, and what is no URI at all. */
const uri = fc.constantFrom(
  AGENT,
  AGENT,
  'file:///w/.gemini/agents/a.md',
  'file:///w/plugins/tidy/agents/tidy.md',
  'file:///w/README.md',
  'untitled:Untitled-1',
  'file:///%zz/.claude/agents/%.md',
  'no uri',
  '',
);
const textDocument = fc.record({ uri });
const index = fc.oneof(fc.nat(12), fc.nat(12), fc.nat(400), fc.constantFrom(2_147_483_647, 4_294_967_295));
const position = fc.record({ line: index, character: index });
const range = fc
  .tuple(position, position)
  .map(([a, b]) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character) ? { start: a, end: b } : { start: b, end: a },
  );
const kinds = fc.array(fc.constantFrom('', 'quickfix', 'source.fixAll', 'refactor', 'no.such.kind'), { maxLength: 2 });
const options = fc.constant({ tabSize: 2, insertSpaces: true });

/** Anything that JSON can say. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 0.5, '', 'x', true, [], [null], {}, { line: 0 }, { toString: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const junkPosition = fc.constantFrom<unknown>(
  null,
  7,
  'x',
  [],
  {},
  { line: 1 },
  { line: -1, character: 0 },
  { line: '1', character: 0 },
  { line: 0.5, character: 0 },
  { line: null, character: null },
);

/** The parameters of each request besides its document. */
const requests: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  'textDocument/completion': { position },
  'textDocument/hover': { position },
  'textDocument/codeAction': {
    range,
    context: fc.record({ diagnostics: fc.constant([]), only: kinds, triggerKind: fc.nat(3) }, { requiredKeys: [] }),
  },
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/selectionRange': { positions: fc.array(position, { maxLength: 3 }) },
  'textDocument/documentHighlight': { position },
  'textDocument/definition': { position },
  'textDocument/references': { position, context: fc.record({ includeDeclaration: fc.boolean() }) },
  'textDocument/prepareCallHierarchy': { position },
  'textDocument/prepareRename': { position },
  'textDocument/rename': { position, newName: fc.constantFrom('checker', 'a: b', '') },
  'textDocument/documentLink': {},
  'textDocument/semanticTokens/full': {},
  'textDocument/formatting': { options },
  'textDocument/onTypeFormatting': { position, ch: fc.constantFrom('\n', '>', ':', 'x'), options },
  'textDocument/codeLens': {},
  'textDocument/inlayHint': { range },
  'textDocument/diagnostic': {},
  'agentAuthoring/completionReport': { position },
  'agentAuthoring/endpointPattern': { position, pattern: fc.oneof(fc.constantFrom('fastapi', 'unknown'), junk) },
  'agentAuthoring/fixAllToolNames': {},
  'agentAuthoring/status': {},
  'agentAuthoring/whatHostSees': {},
  'agentAuthoring/convert': {
    to: fc.oneof(fc.constantFrom('codex', 'gemini-cli', 'opencode', 'claude-code', 'unknown'), junk),
  },
};
const methods = Object.keys(requests);
const paramsOf = (method: string): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record({ textDocument, ...requests[method] });

const valid = fc
  .constantFrom(...methods)
  .chain((method) => paramsOf(method).map((params): Sent => ({ method, params, answer: 'a result' })));

const withoutDocument = fc.oneof(
  junk.filter((value) => typeof value !== 'object' || value === null || !('textDocument' in value)),
  junk
    .filter((value) => typeof value !== 'object' || value === null || !('uri' in value))
    .map((value) => ({ textDocument: value })),
  fc.constant({ textDocument: { uri: 7 } }),
);

const spoiled: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  position: junkPosition,
  positions: fc.oneof(junkPosition, fc.array(junkPosition, { minLength: 1, maxLength: 2 })),
  range: fc.oneof(
    junkPosition,
    fc.record({ start: junkPosition, end: position }),
    fc.record({ start: position, end: junkPosition }),
    fc.constant({ start: { line: 2, character: 0 }, end: { line: 1, character: 0 } }),
  ),
};

const invalid = fc.constantFrom(...methods).chain((method) => {
  const asked = Object.keys(requests[method] ?? {}).filter((name) => name in spoiled);
  const bad = asked.map((name) =>
    paramsOf(method).chain((params) => (spoiled[name] ?? junk).map((value) => ({ ...params, [name]: value }))),
  );
  const isEmptyList = (params: unknown): boolean => JSON.stringify(params).includes('"positions":[]');
  return fc
    .oneof(withoutDocument, ...bad)
    .filter((params) => !isEmptyList(params))
    .map((params): Sent => ({ method, params, answer: INVALID_PARAMS }));
});

/** Requests of our own about no document, with parameters of which some are what they should be. */
const owns = [
  'agents',
  'agent',
  'renameAgent',
  'duplicateAgent',
  'newAgentPlaces',
  'newAgentName',
  'newAgentChoices',
  'newAgent',
  'route',
  'toolMatrix',
  'toolMatrixText',
  'toolPlace',
  'delegationGraph',
  'delegationGraphText',
  'treatAsAgents',
].map((name) => `agentAuthoring/${name}`);
const orJunk = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof(sound, junk);
const ownParams = fc.oneof(
  junk,
  fc.record(
    {
      uri: orJunk(uri),
      file: orJunk(uri),
      folder: orJunk(uri),
      format: orJunk(fc.constantFrom('claude-code', 'codex', 'unknown')),
      name: orJunk(fc.constantFrom('checker', 'a: b', '', '../x')),
      newName: orJunk(fc.constantFrom('checker', 'a: b', '')),
      preset: orJunk(fc.constantFrom('reviewer', 'unknown')),
      tools: orJunk(fc.array(fc.constantFrom('Read', 'x'), { maxLength: 3 })),
      request: orJunk(fc.constantFrom('review the change', '')),
      kind: orJunk(fc.constantFrom('markdown', 'csv', 'mermaid', 'svg')),
      only: junk,
      state: junk,
    },
    { requiredKeys: [] },
  ),
);

/** Requests about no document. */
const anywhere = fc.oneof(
  fc.tuple(fc.constantFrom(...owns), ownParams).map(([method, params]): Sent => ({ method, params, answer: 'any' })),
  fc
    .string({ maxLength: 400 })
    .map((query): Sent => ({ method: 'workspace/symbol', params: { query }, answer: 'a result' })),
  fc
    .tuple(fc.constantFrom('callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'), uri)
    .map(([method, at]): Sent => ({ method, params: { item: { uri: at } }, answer: 'a result' })),
  fc
    .tuple(
      fc.constantFrom('workspace/symbol', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'),
      fc.oneof(junk, fc.constant({ query: 7, item: { uri: 7 } })),
    )
    .map(([method, params]): Sent => ({ method, params, answer: INVALID_PARAMS })),
);

const unknown = fc
  .tuple(fc.constantFrom('no/such/method', 'textDocument/inlineValue', '', 'toString', '__proto__'), junk)
  .map(([method, params]): Sent => ({ method, params, answer: METHOD_NOT_FOUND }));

const again = junk.map(
  (capabilities): Sent => ({
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities },
    answer: INVALID_REQUEST,
  }),
);

const notification = (method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> =>
  params.map((value) => ({ method, params: value, answer: undefined }));
const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ range, text: fc.constantFrom('', 'x', '\n', '---\n', '```\n', 'tools: LS\n', '\ud83d') }),
  },
  { weight: 1, arbitrary: fc.record({ text: fc.constantFrom(...texts) }) },
  { weight: 1, arbitrary: junk },
);
const version = fc.oneof(fc.nat(100), fc.constant(null));
const notifications = fc.oneof(
  {
    weight: 4,
    arbitrary: notification(
      'textDocument/didOpen',
      fc.record({ textDocument: fc.record({ uri, version, text: fc.constantFrom(...texts) }) }),
    ),
  },
  {
    weight: 6,
    arbitrary: notification(
      'textDocument/didChange',
      fc.record({
        textDocument: fc.record({ uri, version }),
        contentChanges: fc.oneof(fc.array(change, { maxLength: 4 }), junk),
      }),
    ),
  },
  notification('textDocument/didSave', fc.record({ textDocument })),
  notification('textDocument/didClose', fc.record({ textDocument })),
  notification(
    'workspace/didChangeConfiguration',
    fc.oneof(fc.record({ settings: fc.record({ agentAuthoring: junk }) }), junk),
  ),
  notification('workspace/didChangeWatchedFiles', junk),
  notification('workspace/didDeleteFiles', junk),
  notification('$/cancelRequest', fc.record({ id: fc.oneof(fc.nat(40), junk) })),
  notification('$/setTrace', junk),
  notification('initialized', junk),
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didSave', 'textDocument/didClose'].map((method) =>
    notification(method, fc.oneof(junk, withoutDocument)),
  ),
  notification('no/such/notification', junk),
);

/** A message in any state of a conversation. */
export const message: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 5, arbitrary: valid },
  { weight: 1, arbitrary: anywhere },
  { weight: 3, arbitrary: invalid },
  { weight: 1, arbitrary: unknown },
  { weight: 1, arbitrary: again },
  { weight: 5, arbitrary: notifications },
);
