/** Findings over the files of other kinds and for other hosts: counts that show every change, and no error on a file that loads. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import type { Format } from '../../server/core/hosts/host';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import type { LintFinding } from '../../server/core/lint/lintFinding';
import { defaults } from '../../server/core/lint/settings';
import { lazy } from '../../server/core/text/lazy';
import { format as claudeCode } from '../agent';
import { faultsOf } from '../hosts/truth';
import { absent, claudeAgents, type RealFile, realAgents, realFiles } from './realFiles';

const snapshot = join('test', 'snapshots', 'corpus-other-hosts.txt');

/** Files that are read in one format. */
interface Part {
  readonly format: string;
  readonly files: readonly RealFile[];
  /** The folder in which the host reads them, in place of the one in their repository. */
  readonly folder: string;
}

const ofDialect = (dialect: string): readonly RealFile[] => realAgents.filter((one) => one.dialect === dialect);
const ofKind = (kind: string): readonly RealFile[] => realFiles.filter((one) => one.kind === kind);

const parts: readonly Part[] = [
  { format: 'vscode', files: ofDialect('copilot'), folder: '.github/agents' },
  { format: 'copilot-cli', files: ofDialect('copilot'), folder: '.github/agents' },
  { format: 'opencode', files: ofDialect('opencode'), folder: '.opencode/agent' },
  { format: 'kilo', files: ofDialect('opencode'), folder: '.kilo/agent' },
  { format: 'gemini-cli', files: ofDialect('gemini'), folder: '.gemini/agents' },
  { format: 'claude-code-skill', files: ofKind('skill'), folder: '.claude/skills' },
  { format: 'codex-skill', files: ofKind('skill'), folder: '.agents/skills' },
  { format: 'claude-code-command', files: ofKind('command'), folder: '.claude/commands' },
  { format: 'opencode-command', files: ofKind('command'), folder: '.opencode/command' },
];

const ofClaude: Part = { format: claudeCode.id, files: claudeAgents, folder: '.claude/agents' };

/** Files that several hosts read: each other reader, and the files as the main one reads them. */
const shared: readonly (readonly [string, Part])[] = [
  ['vscode-claude', ofClaude],
  ['copilot-cli', ofClaude],
  ['copilot-cli', { format: 'vscode', files: ofDialect('copilot'), folder: '.github/agents' }],
];

function formatOf(id: string): Format {
  const format = formatById(id);
  assert.ok(format !== undefined, id);
  return format;
}

/** The path in a project of the host. A skill keeps its folder, which is its name. */
function placed({ sourcePath, kind }: RealFile, folder: string): string {
  const names = sourcePath.split('/');
  return `/r/${folder}/${names.slice(kind === 'skill' ? -2 : -1).join('/')}`;
}

interface Counted {
  readonly files: number;
  readonly kinds: Map<string, number>;
  readonly faults: string[];
}

const counted = (files: number): Counted => ({ files, kinds: new Map(), faults: [] });

function count({ kinds }: Counted, findings: readonly LintFinding[]): void {
  for (const { severity, rule } of findings) {
    const kind = `${severity} ${rule}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
}

function countsOf({ format: id, files, folder }: Part): Counted {
  const format = formatOf(id);
  const found = counted(files.length);
  for (const real of files) {
    const agent = readAgent(real.text, format, placed(real, folder));
    const { findings } = lint(agent);
    count(found, findings);
    found.faults.push(...faultsOf({ agent, findings }).map((fault) => `${real.path}: ${fault}`));
  }
  return found;
}

/** What each other reader of the files in `shared` adds, in their order. */
const added = lazy(() => shared.map(([id, part]) => addedBy(id, part)));

/** What another host that reads the same files adds where a project names both. */
function addedBy(id: string, { format: main, files, folder }: Part): Counted {
  const format = formatOf(id);
  const found = counted(files.length);
  const settings = { ...defaults, hosts: [formatOf(main).host.id, format.host.id] };
  for (const real of files) {
    const path = placed(real, folder);
    const second: Agent = readAgent(real.text, format, path);
    const { findings } = lint(readAgent(real.text, formatOf(main), path), { others: [second], settings });
    const added = findings.filter(({ reader }) => reader !== undefined);
    count(found, added);
    const lost = second.verdict()?.verdict === 'does-not-load' || second.verdict()?.grantsMore === true;
    if (!lost && added.some(({ severity }) => severity === 'error')) found.faults.push(`${real.path}: loads`);
  }
  return found;
}

describe('the files of the corpus for other hosts', { skip: absent }, () => {
  it('have the findings of the snapshot, and errors where they do not load or get more than they say', () => {
    const all = [
      ...parts.map((part): readonly [string, Counted] => [part.format, countsOf(part)]),
      ...added().map((one, i): readonly [string, Counted] => {
        const [id, part] = shared[i] ?? assert.fail();
        return [`${part.format}, added by ${id}`, one];
      }),
    ];
    assert.deepEqual(
      all.flatMap(([, { faults }]) => faults),
      [],
    );
    const now = all.map(([title, { files, kinds }]) => [`# ${title}: ${files} files`, ...linesOf(kinds)].join('\n'));
    const text = `${now.join('\n\n')}\n`;
    if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(snapshot, text);
    assert.equal(
      text,
      readFileSync(snapshot, 'utf8'),
      'run UPDATE_SNAPSHOTS=1 node build.mjs unit corpus, and read the diff',
    );
  });

  it('have few findings that only another reader of the file adds', () => {
    for (const [i, { kinds, files }] of added().entries()) {
      const total = [...kinds.values()].reduce((sum, one) => sum + one, 0);
      assert.ok(total <= files / 10, `${shared[i]?.[0]}: ${total} in ${files} files`);
    }
  });
});

const linesOf = (kinds: ReadonlyMap<string, number>): readonly string[] =>
  [...kinds].map(([kind, number]) => `${kind}: ${number}`).sort();
