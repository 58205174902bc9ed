/** The area `edits`: after any sequence of changes, a document is what it would be if it were opened with the same text. */
import assert from 'node:assert/strict';
import { type Agent, defaults, parse, workspaceWithout } from '../../../server/core/index';
import { positionAt, sourceOf } from '../../../server/core/text/source';
import { Documents } from '../../../server/lsp/documents';
import { readChanges, readOpen } from '../../../server/lsp/wire';
import { type Edit, edited } from '../../lsp/edited';
import { type Area, areaOf, type Checked } from '../area';
import { bodyMarks, characters, names, yamlMarks } from '../dictionary';
import { partsOf, textReductions } from '../minimize';
import type { Random } from '../random';
import { requests, uri } from '../requests';
import type { Seeds } from '../seeds';

/** A text, and what is changed by each notification. */
interface Session {
  readonly text: string;
  readonly notifications: readonly (readonly Edit[])[];
}

/** UTF-16 units of a text at the start. */
const MAX_LENGTH = 4_000;

const MAX_NOTIFICATIONS = 12;

export const edits: Area = areaOf<Session>({
  name: 'edits',
  promise: 'After any changes, text, diagnostics and every other answer are those of a fresh document',
  subject: 'edits',
  make: (random, seeds) => {
    const text = seeds.text(random).slice(0, MAX_LENGTH);
    const notifications: (readonly Edit[])[] = [];
    let now = text;
    for (let left = 1 + random.int(MAX_NOTIFICATIONS); left > 0; left--) {
      const changes = changesOf(now, random, seeds);
      for (const change of changes) now = edited(now, change);
      notifications.push(changes);
    }
    return { text, notifications };
  },
  check: checkSession,
  reductions: [
    ({ text, notifications }) => partsOf(notifications, (left) => ({ text, notifications: left })),
    ({ text, notifications }) =>
      partsOf(
        notifications.flatMap((changes, i) => changes.map((change) => ({ change, i }))),
        (left) => ({
          text,
          notifications: notifications.map((_, i) => left.flatMap((one) => (one.i === i ? [one.change] : []))),
        }),
      ),
    ...textReductions<Session>(
      ({ text }) => text,
      ({ notifications }, text) => ({ text, notifications }),
    ),
  ],
  show: ({ text, notifications }) => `${JSON.stringify(text)}\n  changed by ${JSON.stringify(notifications)}`,
});

/** The answers that are compared after each notification; the others only at the end. */
const always: ReadonlySet<string> = new Set(['diagnostics', 'symbols', 'tokens', 'folding']);

/** Pieces that change how everything after them is read. */
const turns: readonly string[] = [
  '```\n',
  '\n```\n',
  '---\n',
  '\n---\n',
  '<!--',
  '-->',
  '<role>\n\n',
  '</role>\n',
  '# ',
  '    ',
];

/** The changes of one notification: typing, deleting, pasting, several cursors, or the whole text. */
function changesOf(text: string, random: Random, seeds: Seeds): readonly Edit[] {
  const pieces = random.pick([characters, yamlMarks, bodyMarks, names, turns]);
  const piece = (): string => random.pick(pieces);
  switch (random.int(8)) {
    case 0:
      return Array.from({ length: 2 + random.int(4) }, () => change(text, random, piece(), random.int(4)));
    case 1:
      return [{ text: random.chance(0.5) ? seeds.text(random).slice(0, MAX_LENGTH) : text }];
    case 2: {
      const at = random.int(seeds.size);
      return [change(text, random, seeds.text(random).slice(at, at + 100), random.int(60))];
    }
    case 3:
      return [change(text, random, '', 1 + random.int(200))];
    case 4:
      return [{ text: piece(), range: beyond(random) }];
    default:
      return [change(text, random, piece(), random.chance(0.6) ? 0 : random.int(3))];
  }
}

function change(text: string, random: Random, by: string, length: number): Edit {
  const source = sourceOf(text);
  // Often in the frontmatter, because it decides how everything else is read.
  const start = random.int(random.chance(0.4) ? Math.min(text.length, 200) : text.length + 1);
  const end = Math.min(text.length, start + length);
  return { text: by, range: { start: positionAt(source, start), end: positionAt(source, end) } };
}

/** A range that may be beyond the end of lines and of the text. */
function beyond(random: Random): NonNullable<Edit['range']> {
  const line = random.int(200);
  const character = random.int(random.chance(0.5) ? 20 : 2 ** 31);
  return { start: { line, character }, end: { line: line + random.int(3), character: character + random.int(3) } };
}

function checkSession({ text, notifications }: Session): Checked {
  const workspace = workspaceWithout([]);
  const documents = new Documents(workspace);
  let now = text;
  open(documents, text);
  assertFresh(documents, now, false);
  let count = 0;
  for (const [i, contentChanges] of notifications.entries()) {
    const update = readChanges({ textDocument: { uri, version: i + 2 }, contentChanges });
    assert.ok(update !== undefined && documents.update(update), 'a valid change is applied');
    for (const one of contentChanges) now = edited(now, one);
    assertFresh(documents, now, i + 1 === notifications.length);
    count += contentChanges.length;
  }
  return { counts: { edits: count, comparisons: notifications.length + 1 } };

  function assertFresh(known: Documents, wanted: string, isLast: boolean): void {
    const agent = agentIn(known);
    assert.equal(agent.file.source.text, wanted, 'the text is the one that the client has');
    const fresh = new Documents(workspace);
    open(fresh, wanted);
    assert.deepEqual(parse(agent.file.source.text), parse(wanted));
    for (const { name, answer } of requests.filter((one) => always.has(one.name) || (isLast && !one.atCursor))) {
      const is = JSON.stringify(answer(agent, defaults, 0));
      assert.equal(is, JSON.stringify(answer(agentIn(fresh), defaults, 0)), `${name} is that of a fresh document`);
    }
  }
}

function open(documents: Documents, text: string): void {
  const update = readOpen({ textDocument: { uri, version: 1, text } });
  assert.ok(update !== undefined && documents.update(update), 'a text can be opened');
}

function agentIn(documents: Documents): Agent {
  const [agent] = documents.get(uri)?.readers() ?? [];
  assert.ok(agent !== undefined, 'an open document has a reader');
  return agent;
}
