/**
 * `agent-authoring report`: its output, its exit code, and how its hook answers Claude Code. Long because it tests each answer
 * of the hook.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Environment } from '../../server/cli/environment';
import { main } from '../../server/cli/main';
import { document } from '../../server/core/text/document';
import { tokensOf } from '../../server/node/parseArguments';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over files in memory. */
function run(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  stdin?: string,
  sessionFolder?: string,
): Ran {
  let out = '';
  let err = '';
  const paths = Object.keys(files);
  const environment: Environment = {
    version: '1.2.3',
    tokensOf,
    list: (path, wanted) => ({
      files: paths.filter((file) => file.startsWith(`${path}/`) && wanted(file)).sort(),
      errors: [],
    }),
    kindOf: (path) =>
      paths.includes(path) ? 'file' : paths.some((file) => file.startsWith(`${path}/`)) ? 'folder' : 'absent',
    absolute: (path) => path,
    read: (path) => {
      const text = files[path];
      return text === undefined ? { kind: 'error', message: 'no such file' } : { kind: 'text', text };
    },
    page: () => ({ kind: 'error', message: 'no such file' }),
    stdin: () => (stdin === undefined ? { kind: 'error', message: 'closed' } : { kind: 'text', text: stdin }),
    sessionFolder,
    userFolder: '/home/me/.claude',
    userFolders: ['/home/me/.claude'],
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: false,
  };
  return { code: main(argv, environment), out, err };
}

const agentText = (name: string, key = 'summary'): string =>
  document`
    ---
    name: ${name}
    description: Tests.
    ---
    ## Response Format

    \`\`\`yaml
    completion_report:
      agent: ${name}
      ${key}: "What was done"
    \`\`\`
    `;
const path = '/r/.claude/agents/tester.md';
const files = { [path]: agentText('tester'), '/r/.git/HEAD': '' };
const good = document`
  Done.

  \`\`\`yaml
  completion_report:
    agent: tester
    summary: Added a check.
  \`\`\`
  `;

describe('report schema', () => {
  it('prints a schema', () => {
    const { code, out, err } = run(['report', 'schema', path], files);
    const schema: unknown = JSON.parse(out);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(typeof schema === 'object' && schema !== null && '$schema' in schema && 'required' in schema);
    assert.deepEqual(schema.required, ['completion_report']);
  });

  it('exits with 2 when there is no template', () => {
    assert.match(run(['report', 'schema', '/no.md'], files).err, /^agent-authoring: \/no\.md: no such file\n$/);
    const without = run(['report', 'schema', 'a.md'], { 'a.md': '---\nname: a\n---\nHi\n' });
    assert.equal(without.code, 2);
    assert.match(without.err, /has no report template/);
    const broken = run(['report', 'schema', 'a.md'], { 'a.md': '```yaml\ncompletion_report:\n  a: "b\n```\n' });
    assert.equal(broken.code, 2);
    assert.match(broken.err, /template cannot be read: a quote/);
  });
});

describe('report check', () => {
  const check = (answer: string, ...more: readonly string[]): Ran =>
    run(['report', 'check', '-', '--agent', path, ...more], files, answer);

  it('exits with 0 when the report matches the template', () => {
    assert.deepEqual(check(good), {
      code: 0,
      out: 'standard input: the report matches its template.\n',
      err: '',
    });
    const marked = `\uFEFF${good.slice(good.indexOf('completion_report'), good.lastIndexOf('```'))}`;
    assert.equal(run(['report', 'check', '/a.txt', `--agent=${path}`], { ...files, '/a.txt': marked }).code, 0);
  });

  it('exits with 1 and says what is wrong and where', () => {
    const { code, out } = check(good.replace('agent: tester', 'agent: other'));
    assert.equal(code, 1);
    assert.match(
      out,
      /^ {2}5:10 {2}error {2}The report is signed by `other`.* {2}wrong-agent\nstandard input: .* does not match/,
    );
  });

  it('has a stable JSON format', () => {
    const { code, out } = check(good.replace('  summary: Added a check.', '  extra: 1'), '--format=json');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      agent: 'tester',
      report: { found: true },
      findings: [
        {
          code: 'unknown-key',
          severity: 'warning',
          message: 'Unknown key `extra`: the template does not have it.',
          path: '/completion_report/extra',
          range: { start: { line: 5, character: 2 }, end: { line: 5, character: 7 } },
        },
        {
          code: 'missing-key',
          severity: 'error',
          message: 'Missing key `summary`: add a string.',
          path: '/completion_report/summary',
          range: { start: { line: 3, character: 0 }, end: { line: 3, character: 17 } },
        },
      ],
      ok: false,
    });
    const missing: unknown = JSON.parse(check('Done.', '--format', 'json').out);
    assert.ok(typeof missing === 'object' && missing !== null && 'report' in missing);
    assert.deepEqual(missing.report, { found: false });
  });

  it('exits with 2 on wrong usage or when it cannot read', () => {
    const calls = [
      ['check', '-'],
      ['check', '--agent', path],
      ['check', 'a', 'b', '--agent', path],
      ['check', '-', '--agent'],
      ['check', '-', '--agent', path, '--format', 'xml'],
      ['check', '-', '--agent', path, '--what'],
      ['check', '/no.txt', '--agent', path],
      ['schema'],
      ['schema', path, '--format', 'json'],
      ['chek'],
      [],
    ];
    for (const call of calls) {
      const { code, out, err } = run(['report', ...call], files, good);
      assert.deepEqual([code, out], [2, ''], call.join(' '));
      assert.match(err, /^agent-authoring: .+\n$/);
    }
    assert.match(run(['report', '--help'], files).out, /report hook/);
  });

  it('does not print control characters of a report', () => {
    const { out } = check(good.replace('  summary:', '  "a\\eb": 1\n  summary:'));
    assert.ok(!out.includes('\u001b'), JSON.stringify(out));
  });
});

describe('report hook', () => {
  const event = (more: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      session_id: 's',
      transcript_path: '/t.jsonl',
      cwd: '/r/deep/er',
      prompt_id: 'p',
      permission_mode: 'default',
      agent_id: 'i',
      agent_type: 'tester',
      effort: { level: 'high' },
      hook_event_name: 'SubagentStop',
      stop_hook_active: false,
      agent_transcript_path: '/u.jsonl',
      last_assistant_message: 'Done.',
      background_tasks: [],
      session_crons: [],
      ...more,
    });
  const hook = (
    more: Readonly<Record<string, unknown>>,
    own: Readonly<Record<string, string>> = files,
    sessionFolder?: string,
  ): Ran => run(['report', 'hook'], own, event(more), sessionFolder);

  it('sends back an agent without a report, and says what is missing', () => {
    const { code, out, err } = hook({});
    const answer: unknown = JSON.parse(out);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(typeof answer === 'object' && answer !== null && 'decision' in answer && 'reason' in answer);
    assert.equal(answer.decision, 'block');
    assert.match(String(answer.reason), /`completion_report`.*`agent` \(a string\), `summary` \(a string\)/);
  });

  it('silently accepts a good report', () => {
    assert.deepEqual(hook({ last_assistant_message: good }), { code: 0, out: '', err: '' });
  });

  it('does not block for a warning', () => {
    const answer = good.replace('  summary:', '  extra: 1\n  summary:');
    assert.deepEqual(hook({ last_assistant_message: answer }), { code: 0, out: '', err: '' });
  });

  it('blocks only once, then warns the user', () => {
    for (const again of [true, undefined, 'no']) {
      const { code, out, err } = hook({ stop_hook_active: again });
      const answer: unknown = JSON.parse(out);
      assert.deepEqual([code, err], [0, '']);
      assert.ok(typeof answer === 'object' && answer !== null && 'systemMessage' in answer);
      assert.deepEqual(Object.keys(answer), ['systemMessage'], 'it does not block');
      assert.match(
        String(answer.systemMessage),
        /^agent-authoring: The report of tester still does not match .*Missing/,
      );
    }
  });

  it('waits for an agent that its background work will wake', () => {
    const self = { id: 'i', type: 'subagent', status: 'running' };
    const shell = { id: 'b7', type: 'shell', status: 'running' };
    const kept = { ...files, '/u.jsonl': '{"content":"Command running in background with ID: b7."}\n' };
    const isAsked = (
      tasks: unknown,
      more: Readonly<Record<string, unknown>> = {},
      own: Readonly<Record<string, string>> = kept,
    ): boolean => {
      const { code, out, err } = hook({ background_tasks: tasks, ...more }, own);
      assert.equal(code, 0);
      if (out === '') assert.match(err, /^agent-authoring: tester may not be done/);
      return out !== '';
    };
    assert.ok(!isAsked([self, shell]));
    assert.ok(!isAsked([self, shell], { stop_hook_active: true }));
    assert.ok(isAsked([self]), 'nothing else runs');
    assert.ok(isAsked([self, { ...shell, id: 'b8' }]), 'what runs is the work of another');
    assert.ok(isAsked([shell]), 'the answer of an agent in the foreground is taken at once');
    assert.ok(!isAsked([self, shell], {}, files), 'a transcript that cannot be read may name it');
    assert.ok(!isAsked([self, shell], { agent_transcript_path: '' }), 'as may one that is not kept');
    assert.ok(
      !isAsked([shell], { agent_id: undefined, agent_transcript_path: undefined, transcript_path: '/u.jsonl' }),
    );
    for (const odd of [undefined, null, 'b7', [null, 7, {}, { id: 7 }, self]]) assert.ok(isAsked(odd));
  });

  it("uses the agent nearest to the working folder, then the user's", () => {
    const near = { ...files, '/r/deep/.claude/agents/x.md': agentText('tester', 'near') };
    assert.match(hook({}, near).out, /`near`/);
    const own = { '/home/me/.claude/agents/sub/x.md': agentText('tester', 'own') };
    assert.match(hook({}, own).out, /`own`/);
  });

  it('uses the agents of the session, wherever the agent itself works', () => {
    const nest = { ...files, '/r/deep/.claude/agents/x.md': agentText('tester', 'near') };
    assert.match(hook({}, nest, '/r').out, /`summary`/);
    assert.match(hook({ cwd: '/elsewhere' }, files, '/r').out, /`summary`/);
  });

  it('does not look above the repository', () => {
    const { out, err } = hook({}, { '/r/deep/.git': 'gitdir: x', [path]: agentText('tester') });
    assert.equal(out, '');
    assert.match(err, /No agent file for tester/);
  });

  it('does not block on unexpected input', () => {
    const odd: readonly (readonly [string, Ran])[] = [
      ['no such agent', hook({ agent_type: 'Explore' })],
      ['no agent', hook({ agent_type: undefined })],
      ['no folder', hook({ cwd: 7 })],
      ['no answer', hook({ last_assistant_message: null })],
      ['two of one name', hook({}, { ...files, '/r/.claude/agents/b.md': agentText('tester') })],
      [
        'an agent that does not load',
        hook({}, { ...files, [path]: agentText('tester').replace('description: Tests.\n', '') }),
      ],
      [
        'no template',
        hook(
          {},
          {
            [path]: document`
              ---
              name: tester
              description: D
              ---
              Hi
              `,
            '/r/.git/HEAD': '',
          },
        ),
      ],
      ['a broken template', hook({}, { ...files, [path]: agentText('tester', '"a') })],
      ['no JSON', run(['report', 'hook'], files, '{')],
      ['no object', run(['report', 'hook'], files, 'null')],
      ['no input', run(['report', 'hook'], files)],
      ['arguments', run(['report', 'hook', '--wat'], files, event({ agent_type: 'x' }))],
    ];
    for (const [what, { code, out, err }] of odd) {
      assert.deepEqual([code, out], [0, ''], what);
      assert.notEqual(err, '', what);
    }
  });
});
