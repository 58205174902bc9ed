/** The real files of the corpus beside the project, each read, parsed and linted once per process. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agent, agentOf } from '../../server/core/agent/agent';
import { type LintResult, lint } from '../../server/core/lint/lint';
import type { AgentFile } from '../../server/core/syntax/tree';
import { fileOf, format } from '../agent';

const corpus = join('..', 'shared', 'corpus');
const manifest = join(corpus, 'MANIFEST.json');

/** What the manifest says about a file. */
interface Listed {
  /** In the corpus. */
  readonly path: string;
  /** In the repository that it comes from. */
  readonly sourcePath: string;
  /** `agent`, `skill` or `command`. */
  readonly kind: string;
  /** The host that it is meant for. */
  readonly dialect: string;
}

export interface RealFile extends Listed {
  readonly text: string;
  /** Parsed as an agent of Claude Code, even if it is something else. */
  readonly file: AgentFile;
  /** The same as an agent at its path in its repository. */
  readonly agent: Agent;
  /** The findings of all rules there. */
  readonly lint: LintResult;
}

/** For the `skip` of a test: false, or why the files are not there. */
export const absent = existsSync(manifest) ? false : 'the corpus is not beside the project';

/** Every file of the corpus; none when `absent` says why. */
export const realFiles: readonly RealFile[] = absent === false ? listed().map(realFile) : [];

export const realAgents: readonly RealFile[] = realFiles.filter(({ kind }) => kind === 'agent');

/** The agents that are meant for Claude Code. */
export const claudeAgents: readonly RealFile[] = realAgents.filter((file) => file.dialect === 'claude');

function listed(): readonly Listed[] {
  const files = JSON.parse(readFileSync(manifest, 'utf8')) as readonly Listed[];
  assert.ok(files.filter(({ kind }) => kind === 'agent').length > 1_000, 'the corpus holds real agents');
  return files;
}

function realFile(one: Listed): RealFile {
  const text = once(() => readFileSync(join(corpus, one.path), 'utf8'));
  const file = once(() => fileOf(text()));
  const agent = once(() => agentOf(file(), format, one.sourcePath));
  const result = once(() => lint(agent()));
  return {
    ...one,
    get text() {
      return text();
    },
    get file() {
      return file();
    },
    get agent() {
      return agent();
    },
    get lint() {
      return result();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
