/** Help, version, and messages about wrong usage. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../server/cli/commands/index';
import { formats } from '../../server/core/hosts/index';
import { run, SOUND } from './memory';

/** The formats as messages list them. */
const formatIds = `${formats
  .slice(0, -1)
  .map(({ id }) => id)
  .join(', ')} or ${formats.at(-1)?.id}`;

const files = { '/w/.claude/agents/reviewer.md': SOUND };

describe('help', () => {
  for (const argv of [['--help'], ['-h'], ['help'], ['help', '--help']]) {
    it(`for '${argv.join(' ')}' lists every command`, () => {
      const { code, out, err } = run(argv, files);
      assert.deepEqual([code, err], [0, '']);
      for (const { name, usage } of commands) {
        assert.ok(out.includes(`\n  ${name}`), name);
        assert.ok(out.replaceAll(/\s+/g, ' ').includes(usage.summary), usage.summary);
      }
      assert.match(out, /\n {2}lsp --stdio/);
      assert.match(out, /Exit codes: 0 .*, 1 .*, 2 on usage or I\/O errors\.\n$/);
    });
  }

  for (const { name, usage, options } of commands.filter((command) => command.name !== 'report hook')) {
    const words = name.split(' ');
    for (const argv of [
      [...words, '--help'],
      [...words, 'x', '-h'],
      [...words, '--nonsense', '--help'],
      ['help', ...words],
    ]) {
      it(`for '${argv.join(' ')}' describes usage, options, examples and exit codes`, () => {
        const { code, out, err } = run(argv, files);
        assert.deepEqual([code, err], [0, '']);
        assert.ok(out.startsWith(`Usage: agent-authoring ${name}`), out);
        for (const [option, { placeholder, isOptional, aliases }] of Object.entries(options)) {
          const value =
            placeholder === undefined ? '' : isOptional === true ? `\\[=${placeholder}\\]` : ` ${placeholder}`;
          const term = `--${option}${value}`;
          assert.match(out, new RegExp(`^ {2}${term} {2,}[A-Z]`, 'm'));
          for (const alias of aliases) assert.ok(out.includes(`(also --${alias})`), alias);
        }
        for (const example of Object.keys(usage.examples)) assert.ok(out.includes(`  agent-authoring ${example}\n`));
        assert.match(out, /\nExit codes: 0 .*, 2 on usage or I\/O errors|\nExit codes: 0 .*, 2 on usage errors/);
      });
    }

    it(`for '${name}' fits into 100 columns`, () => {
      const lines = run([...words, '--help'], files).out.split('\n');
      assert.deepEqual(
        lines.filter((line) => line.length > 100),
        [],
      );
    });

    it(`for '${name}' shows examples that are accepted`, () => {
      for (const example of Object.keys(usage.examples)) {
        const argv = example.replace(/ [<>] .*$/, '').split(' ');
        const { err } = run(argv, files, { stdin: SOUND, answers: ['', '', ''] });
        assert.doesNotMatch(err, /--help/, example);
      }
    });
  }

  for (const argv of [
    ['help', 'lsp'],
    ['lsp', '--help'],
    ['help', 'mcp'],
    ['mcp', '-h'],
  ])
    it(`for '${argv.join(' ')}' describes the server, and starts none`, () => {
      const { code, out, err } = run(argv, files);
      assert.deepEqual([code, err], [0, '']);
      assert.match(
        out,
        argv.includes('lsp') ? /^Usage: agent-authoring lsp --stdio[\s\S]*--socket PORT/ : /^Usage: .* mcp/,
      );
    });

  it("for 'report hook' is shown, although the hook takes no arguments", () => {
    assert.match(run(['report', 'hook', '--help'], files).out, /^Usage: agent-authoring report hook\n/);
    assert.equal(run(['report', 'hook', '--nonsense'], files, { stdin: '' }).code, 0);
  });

  it("for 'report' lists its commands, for 'profile' describes its only one", () => {
    const { code, out } = run(['report', '--help'], files);
    assert.equal(code, 0);
    assert.match(out, /^Usage: agent-authoring report COMMAND .*report schema AGENT.*report check.*report hook/s);
    assert.ok(run(['profile', '-h'], files).out.startsWith('Usage: agent-authoring profile learn'));
  });

  it('is written to standard error, and is a failure, when no command is given', () => {
    const { code, out, err } = run([], files);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Usage:/);
  });
});

describe('the version', () => {
  for (const option of ['--version', '-V'])
    it(`is one line for ${option}`, () => assert.deepEqual(run([option], files), { code: 0, out: '1.2.3\n', err: '' }));
});

describe('wrong usage', () => {
  const help = (command: string): string => ` Run 'agent-authoring ${command}--help' for usage.\n`;
  const calls: readonly (readonly [readonly string[], string, string])[] = [
    [['chek'], "unknown command 'chek'; did you mean 'check'?", ''],
    [['nonsense'], "unknown command 'nonsense'.", ''],
    [
      ['.claude/agents/reviewer.md'],
      "unknown command '.claude/agents/reviewer.md'; did you mean 'check .claude/agents/reviewer.md'?",
      '',
    ],
    [['help', 'nonsense'], "unknown command 'nonsense'.", ''],
    [['--frmat'], "unknown command '--frmat'.", ''],
    [['toString'], "unknown command 'toString'.", ''],
    [['\u001b[31m'], "unknown command '\\u{1b}[31m'.", ''],
    [['report'], 'report needs a command: schema, check, hook.', 'report '],
    [['report', 'chek'], "unknown command 'report chek'; did you mean 'report check'?", 'report '],
    [['report', 'nonsense'], "unknown command 'report nonsense'; report has schema, check, hook.", 'report '],
    [['check', '--frmat=json'], "unknown option '--frmat'; did you mean '--format'?", 'check '],
    [['check', '--toString'], "unknown option '--toString'.", 'check '],
    [['check', '--__proto__=1'], "unknown option '--__proto__'.", 'check '],
    [['check', '-q'], "unknown option '-q'.", 'check '],
    [['check', '--quiet=yes'], '--quiet takes no value.', 'check '],
    [
      ['check', '--format'],
      '--format needs a value: text, json, sarif, github, gitlab, junit or reproduction.',
      'check ',
    ],
    [
      ['check', '--format', '--quiet'],
      '--format needs a value: text, json, sarif, github, gitlab, junit or reproduction.',
      'check ',
    ],
    [
      ['check', '--format='],
      "--format takes text, json, sarif, github, gitlab, junit or reproduction, not ''.",
      'check ',
    ],
    [
      ['new', 'helper', '--host', 'gemini'],
      "--host takes claude-code, vscode, copilot-cli, opencode, kilo, gemini-cli, qwen-code, codex, cline, droid, cursor, kiro or auggie, not 'gemini'; did you mean 'gemini-cli'?",
      'new ',
    ],
    [
      ['check', '--format', 'jsn'],
      "--format takes text, json, sarif, github, gitlab, junit or reproduction, not 'jsn'; did you mean 'json'?",
      'check ',
    ],
    [['explain', '--format', 'sarif'], "--format takes text, json or markdown, not 'sarif'.", 'explain '],
    [['check', '--as', 'toString'], `--as takes ${formatIds}, not 'toString'.`, 'check '],
    [['check', '--dialect', 'x'], `--dialect takes ${formatIds}, not 'x'.`, 'check '],
    [['check', '--dialect'], `--dialect needs a value: ${formatIds}.`, 'check '],
    [['check', '--max-warnings', '-1'], "--max-warnings takes a whole number from 0, not '-1'.", 'check '],
    [['check', '--max-warnings=many'], "--max-warnings takes a whole number from 0, not 'many'.", 'check '],
    [['check', '--max-warnings='], "--max-warnings takes a whole number from 0, not ''.", 'check '],
    [['check', '--max-warnings'], '--max-warnings needs a value: N.', 'check '],
    [['check', '--rule', 'tool-case'], "--rule takes ID=SEVERITY, not 'tool-case'.", 'check '],
    [
      ['check', '--rule', 'tol-case=off'],
      "--rule names an unknown rule 'tol-case'; did you mean 'tool-case'?",
      'check ',
    ],
    [
      ['check', '--rule', 'x=off'],
      "--rule names an unknown rule 'x'; 'agent-authoring rules' lists all rules.",
      'check ',
    ],
    [
      ['fix', '--rule', 'tool-case=eror'],
      "--rule tool-case takes error, warning, information, hint or off, not 'eror'; did you mean 'error'?",
      'fix ',
    ],
    [['check', '--stdin'], '--stdin needs --stdin-filename PATH.', 'check '],
    [['check', '--stdin', '--stdin-filename='], '--stdin-filename needs a value: PATH.', 'check '],
    [['check', '--stdin-filename', 'a.md'], '--stdin-filename needs --stdin.', 'check '],
    [
      ['check', '--stdin', '--stdin-filename', 'a.md', 'b.md'],
      '--stdin cannot be combined with other paths.',
      'check ',
    ],
    [['fix', '--stdin'], '--stdin needs --stdin-filename PATH.', 'fix '],
    [['fix', '--format', 'json'], "unknown option '--format'.", 'fix '],
    [['fix', '--dryrun'], "unknown option '--dryrun'; did you mean '--dry-run'?", 'fix '],
    [['explain', '--rule', 'tool-case=off'], "unknown option '--rule'.", 'explain '],
    [['report', 'schema'], 'report schema takes one agent file.', 'report schema '],
    [['report', 'schema', 'a', 'b'], 'report schema takes one agent file.', 'report schema '],
    [['report', 'check', '--agent', 'a'], "report check takes one report, or '-' for standard input.", 'report check '],
    [['report', 'check', '-'], 'report check needs --agent AGENT.', 'report check '],
    [['report', 'check', '-', '--agent='], '--agent needs a value: AGENT.', 'report check '],
    [
      ['report', 'check', '-', '--agent', 'a', '--format', 'github'],
      "--format takes text or json, not 'github'.",
      'report check ',
    ],
    [['profile'], 'profile needs a command: learn.', 'profile '],
    [['profile', 'learn', 'a', 'b'], 'profile learn takes one folder.', 'profile learn '],
    [
      ['profile', 'learn', 'nowhere'],
      "profile learn takes one folder, and 'nowhere' is not a folder.",
      'profile learn ',
    ],
    [['rules', 'tool-case', 'tool-foreign'], 'rules takes one rule id.', 'rules '],
    [['rules', 'tol-case'], "unknown rule 'tol-case'; did you mean 'tool-case'?", 'rules '],
    [['rules', 'nonsense'], "unknown rule 'nonsense'; 'agent-authoring rules' lists all rules.", 'rules '],
  ];
  for (const [argv, said, command] of calls) {
    it(`('${argv.join(' ')}') exits with 2 and says on one line what to do`, () => {
      assert.deepEqual(run(argv, files), { code: 2, out: '', err: `agent-authoring: ${said}${help(command)}` });
    });
  }
});
