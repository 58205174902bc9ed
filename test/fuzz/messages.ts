/** Random messages of a client: mostly a sensible conversation, with wrong parameters, orders and documents in it. */
import { bodyMarks, characters, yamlMarks } from './dictionary';
import { ambiguousAgent } from './headers';
import { mutated } from './mutate';
import type { Random } from './random';
import { uri as agentUri } from './requests';
import type { Seeds } from './seeds';

/** One message, apart from its version of JSON-RPC. */
export type Sent = Readonly<Record<string, unknown>>;

export interface Client {
  readonly messages: readonly Sent[];
  /** What it answers when the server asks for something. */
  readonly answers: 'never' | 'error' | 'null' | 'odd';
}

const cursorRequests = ['completion', 'hover', 'documentHighlight', 'definition', 'onTypeFormatting'];
const fileRequests = [
  'documentSymbol',
  'foldingRange',
  'documentLink',
  'codeLens',
  'semanticTokens/full',
  'formatting',
  'diagnostic',
];
const otherMethods = [
  'workspace/symbol',
  'workspace/executeCommand',
  'codeLens/resolve',
  '$/unknown',
  '',
  'x',
  'initialize',
  'shutdown',
];
const notifications = [
  'initialized',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didCreateFiles',
  'workspace/didRenameFiles',
  'workspace/didDeleteFiles',
  'textDocument/didSave',
  '$/setTrace',
  '$/progress',
  'x',
];

const uris = [
  agentUri,
  agentUri,
  agentUri,
  'file:///w/plugin/agents/b.md',
  'file:///w/.gemini/agents/c.md',
  'untitled:Untitled-1',
  'file:///w/README.md',
  'file:///w/.claude/agents/%E4%F6.md',
  'vscode-vfs://github/a/.claude/agents/d.md',
  '',
  '__proto__',
];

const odd: readonly unknown[] = [
  null,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  [null],
  true,
  2 ** 40,
  { line: 0 },
  { __proto__: null },
];

/** A conversation: usually initialized first. */
export function messagesOf(random: Random, seeds: Seeds): Client {
  const messages: Sent[] = [];
  let id = 0;
  const nextId = (): number | string => (random.chance(0.1) ? `id ${++id}` : ++id);
  if (random.chance(0.9))
    messages.push(
      { id: nextId(), method: 'initialize', params: initializeParams(random) },
      { method: 'initialized', params: {} },
    );
  messages.push(opening(random, seeds, agentUri));
  for (let left = 2 + random.int(20); left > 0; left--) messages.push(messageOf(random, seeds, nextId));
  return { messages, answers: random.pick(['never', 'error', 'null', 'odd']) };
}

const initializeParams = (random: Random): unknown => ({
  processId: null,
  rootUri: null,
  capabilities: random.chance(0.2)
    ? random.pick([{}, { textDocument: null }, { workspace: [] }])
    : {
        workspace: {
          configuration: random.chance(0.5),
          didChangeWatchedFiles: { dynamicRegistration: random.chance(0.5) },
        },
        textDocument: random.chance(0.5) ? { diagnostic: {} } : {},
      },
  initializationOptions: random.pick([
    undefined,
    {},
    { answersExists: true, answersConfig: true },
    { settings: { rules: 'x', maxFindings: -1 }, docsBase: 7 },
    random.pick(odd),
  ]),
});

const opening = (random: Random, seeds: Seeds, uri: string): Sent => ({
  method: 'textDocument/didOpen',
  params: {
    textDocument: {
      uri,
      languageId: 'markdown',
      version: 1,
      text: random.chance(0.5) ? ambiguousAgent(random) : mutated(seeds.text(random).slice(0, 2_000), random, ''),
    },
  },
});

function messageOf(random: Random, seeds: Seeds, nextId: () => number | string): Sent {
  const textDocument = random.chance(0.93) ? { uri: random.pick(uris), version: random.int(9) } : random.pick(odd);
  const position = positionOf(random);
  const range = random.chance(0.9)
    ? { start: position, end: random.chance(0.7) ? position : positionOf(random) }
    : random.pick(odd);
  switch (random.int(9)) {
    case 0:
      return opening(random, seeds, random.pick(uris));
    case 1: {
      const text = random.chance(0.9) ? random.pick(random.pick([characters, yamlMarks, bodyMarks])) : random.pick(odd);
      const changes = [random.chance(0.15) ? { text } : { range, text }];
      return {
        method: 'textDocument/didChange',
        params: { textDocument, contentChanges: random.chance(0.95) ? changes : random.pick(odd) },
      };
    }
    case 2:
      return {
        method: random.pick(['textDocument/didClose', ...notifications]),
        params: random.pick([{ textDocument }, ...odd]),
      };
    case 3:
      return { method: '$/cancelRequest', params: { id: random.int(20) } };
    case 4:
      return {
        id: nextId(),
        method: `textDocument/${random.pick(fileRequests)}`,
        params: { textDocument, options: {} },
      };
    case 5:
      return {
        id: nextId(),
        method: random.pick(['textDocument/codeAction', 'textDocument/inlayHint', 'textDocument/selectionRange']),
        params: { textDocument, range, positions: [position], context: contextOf(random) },
      };
    case 6:
      return { id: nextId(), method: random.pick(otherMethods), params: random.pick([{ textDocument }, ...odd]) };
    default:
      return {
        id: nextId(),
        method: `textDocument/${random.pick(cursorRequests)}`,
        params: { textDocument, position, ch: '\n', options: { tabSize: 2, insertSpaces: true } },
      };
  }
}

const positionOf = (random: Random): unknown =>
  random.chance(0.93) ? { line: random.int(30), character: random.int(60) } : random.pick(odd);

const contextOf = (random: Random): unknown =>
  random.chance(0.7)
    ? { diagnostics: [], triggerKind: 1 + random.int(2) }
    : random.pick([{ only: [''] }, { only: [7] }, ...odd]);
