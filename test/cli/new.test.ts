/** `agent-authoring new`: the text, the file, and what is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from './memory';

const AGENT = '---\nname: taken\ndescription: Does a thing.\n---\nDo it.\n';

describe('new', () => {
  it('writes a read-only reviewer for the usual host', () => {
    const { code, out, err } = run(['new', 'code-reviewer'], {});
    assert.equal(code, 0, err);
    assert.match(
      out,
      /^---\nname: code-reviewer\ndescription: "Reviews \[which code\].*\ntools: \[Read, Grep, Glob\]\n---\n/,
    );
  });

  it('takes the host, the purpose and the tools', () => {
    const { code, out } = run(
      ['new', 'x', '--host', 'gemini-cli', '--preset', 'researcher', '--tools', 'read_file, glob'],
      {},
    );
    assert.equal(code, 0);
    assert.match(out, /\ntools: \[read_file, glob\]\n/);
    assert.match(out, /## Research Process/);
    assert.doesNotMatch(run(['new', 'x', '--all-tools'], {}).out, /\ntools:/);
  });

  it('creates the file on request, and never replaces one', () => {
    const written = new Map<string, string>();
    const { code, out } = run(['new', 'helper', '--write', '--host', 'codex'], {}, { written });
    assert.equal(code, 0);
    assert.match(out, /\/\.codex\/agents\/helper\.toml\n$/);
    assert.match(written.get(out.trim()) ?? '', /^name = "helper"\n/);
    const again = run(['new', 'helper', '--write', '--host', 'codex'], { [out.trim()]: 'mine' }, { written });
    assert.equal(again.code, 2);
    assert.match(again.err, /there already/);
  });

  it('refuses a name that the host does not take, or that another file has', () => {
    const illegal = run(['new', 'Über', '--host', 'gemini-cli'], {});
    assert.equal(illegal.code, 1);
    assert.match(illegal.err, /^not created\. `Über` is not in the required form/);
    const path = run(['new', 'other', '--write'], {}, { written: new Map() }).out.trim();
    const taken = run(['new', 'taken'], { [path]: AGENT });
    assert.equal(taken.code, 1);
    assert.match(taken.err, /`taken` is taken: Claude Code finds the agent in `other\.md` under this name/);
    assert.equal(taken.out, '');
  });

  it('refuses a tool that the host does not have', () => {
    const { code, err } = run(['new', 'x', '--tools', 'Raed'], {});
    assert.equal(code, 2);
    assert.match(err, /--tools takes .*, not 'Raed'; did you mean 'Read'\?/);
  });
});
