/** `agent-authoring completion`: what bash, zsh and fish offer with the scripts, each asked itself where it is installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { commands } from '../../server/cli/commands/index';
import { needs } from '../programs';
import { run } from './memory';

/** A line up to the cursor, some words that are offered, and some that are not. */
const lines: readonly (readonly [line: string, some: readonly string[], none: readonly string[]])[] = [
  ['che', ['check'], ['fix']],
  ['', ['check', 'report', 'completion', 'lsp'], ['schema']],
  ['report ', ['schema', 'check', 'hook'], ['fix']],
  ['check --', ['--format', '--watch', '--help'], ['--dry-run']],
  ['fix --dr', ['--dry-run'], ['--format']],
  ['check --format s', ['sarif'], ['text', 'json']],
  ['explain --format m', ['markdown'], ['sarif']],
  ['report check --format ', ['text', 'json'], ['sarif']],
  ['check --fail-on=w', ['warning'], ['error']],
  ['check --rule tool-removed=', ['off', 'error'], []],
  ['rules tool-rem', ['tool-removed'], ['tool-renamed', '--help']],
  ['completion ', ['bash', 'zsh', 'fish'], ['check']],
  ['init --ci g', ['github', 'gitlab'], []],
  ['help con', ['convert'], ['check']],
  ['check here', ['here.md'], ['check']],
];

/** Where zsh keeps what it has found out about all completions of the machine. */
const kept = mkdtempSync(join(tmpdir(), 'completion-kept-'));
after(() => rmSync(kept, { recursive: true, force: true }));

const script = (shell: string): string => run(['completion', shell], {}).out;

/** A folder with a script and a file, removed after the test. */
function folderFor(t: TestContext, shell: string, driver: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'script'), script(shell));
  writeFileSync(join(folder, 'driver'), driver);
  writeFileSync(join(folder, 'here.md'), '');
  return folder;
}

/**
 * Asks a shell what it offers for a line.
 * @param driver A script that gets the line and prints words.
 */
function offered(t: TestContext, shell: string, args: readonly string[], driver: string, line: string) {
  const folder = folderFor(t, shell, driver);
  const { status, stdout, stderr } = spawnSync(shell, [...args, 'driver', `agent-authoring ${line}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, TERM: 'xterm', DUMP: join(kept, 'dump') },
  });
  assert.deepEqual([status, stderr], [0, '']);
  // A word may come as what follows the equals sign, or as a whole, with its description.
  return stdout.split('\n').map((word) =>
    word
      .replace(/\t.*/, '')
      .trim()
      .replace(/^.*=(?=.)/, ''),
  );
}

const drivers: Readonly<Record<string, { readonly args: readonly string[]; readonly driver: string }>> = {
  // bash completes paths itself where the function has no answer.
  bash: {
    args: ['--norc', '--noprofile'],
    driver: `source ./script
COMP_LINE="$1"
COMP_POINT=\${#COMP_LINE}
spec="$(complete -p agent-authoring)"
_agent_authoring
if [ \${#COMPREPLY[@]} -gt 0 ]; then printf '%s\\n' "\${COMPREPLY[@]}"; else [[ $spec = *'-o default'* ]] && compgen -f -- "\${COMP_LINE##* }"; fi
exit 0
`,
  },
  fish: { args: ['--no-config'], driver: 'source ./script\ncomplete -C "$argv[1]"\n' },
  // zsh completes only on a terminal, so another one is started on a pretended terminal. It notes what is offered,
  // and says itself when that is done: zsh offers nothing while more is typed.
  zsh: {
    args: ['-f'],
    driver: `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; FPATH=$FPATH; autoload -Uz compinit; compinit -u -d $DUMP; source ./script
compadd() { case \\"\\$*\\" in (*-[OAD]\\ *) builtin compadd \\"\\$@\\"; return;; esac; local -a hits; builtin compadd -O hits \\"\\$@\\"; print -rl -- \\$hits >> hits; builtin compadd \\"\\$@\\" }
asked() { zle complete-word; print DO''NE }
zle -N asked; bindkey '^I' asked; print REA''DY"
zpty -r z seen '*READY*'
zpty -w -n z "$1"$'\\t'
zpty -r z seen '*DONE*'
[ -f hits ] && cat hits
exit 0
`,
  },
};

for (const [shell, { args, driver }] of Object.entries(drivers)) {
  describe(`the completion of ${shell}`, () => {
    it('begins without a mistake', needs(shell), (t) => {
      const folder = folderFor(t, shell, driver);
      const { status, stderr } = spawnSync(shell, ['-n', 'script'], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    });

    for (const [line, some, none] of lines)
      it(`offers for '${line}'`, needs(shell), (t) => {
        const words = offered(t, shell, args, driver, line);
        for (const word of some) assert.ok(words.includes(word), `${word} is not in ${words.join(' ')}`);
        for (const word of none) assert.ok(!words.includes(word), word);
      });
  });
}

describe('the command completion', () => {
  it('knows every command and option of the table', () => {
    for (const shell of Object.keys(drivers))
      for (const { name, options } of commands) {
        assert.ok(script(shell).includes(name), `${shell}: ${name}`);
        for (const option of Object.keys(options))
          assert.match(script(shell), new RegExp(`(?:--|-l )${option}\\b`), `${shell}: ${name} --${option}`);
      }
  });

  it('refuses other shells', () => {
    const { code, err } = run(['completion', 'tcsh'], {});
    assert.equal(code, 2);
    assert.match(err, /completion takes one of bash, zsh, fish, not 'tcsh'/);
  });

  it('is described in the README', () => assert.match(readFileSync('README.md', 'utf8'), /completion bash/));
});
