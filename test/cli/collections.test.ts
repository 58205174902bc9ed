/** What many files of a folder do alike, which a report says once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { run } from './memory';

/** An agent with a display name and with fields of its own. */
const agent = (name: string, fields = ''): string => document`
  ---
  name: ${name}
  description: Reads a diff and says what is wrong with it.
  ${fields}---

  You review.
  `;

/** The hints of a report, each as path, rule and the sentence about other files. */
function hintsIn(files: Readonly<Record<string, string>>, ...argv: readonly string[]): readonly string[] {
  const report = JSON.parse(run(['check', '--format=json', ...argv], files).out) as {
    readonly files: readonly {
      readonly path: string;
      readonly findings: readonly { readonly rule: string; readonly message: string }[];
    }[];
  };
  return report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, message }) => {
      const [more = ''] = /The same is true of [^.]+/.exec(message) ?? [];
      return [path.replace(/^\.claude\/agents\//, ''), rule, more].join(' ').trim();
    }),
  );
}

const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve'];
const folderOf = (fields: string, of = names): Readonly<Record<string, string>> =>
  Object.fromEntries(of.map((name) => [`/w/.claude/agents/${name.toLowerCase()}.md`, agent(name, fields)]));

describe('a hint that many files of a folder have in common', () => {
  it('is reported once', () => {
    assert.deepEqual(hintsIn(folderOf('')), ['ann.md name-style The same is true of 4 more files in this folder']);
  });

  it('is reported once for each set of own fields', () => {
    const files = { ...folderOf('owner: x\n'), '/w/.claude/agents/zoe.md': agent('zoe', 'team: y\n') };
    assert.deepEqual(hintsIn(files, '--rule=name-style=off'), [
      'ann.md field-unknown The same is true of 4 more files in this folder',
      'zoe.md field-unknown',
    ]);
  });

  it('is reported for each file when there are few, when most files differ, and in another folder', () => {
    assert.equal(hintsIn(folderOf('', names.slice(0, 4))).length, 4);
    const others = Object.fromEntries(
      [...'abcdef'].map((letter) => [`/w/.claude/agents/sub-${letter}.md`, agent(`sub-${letter}`)]),
    );
    assert.equal(hintsIn({ ...folderOf(''), ...others }).length, 5);
    const elsewhere = { '/w/.claude/agents/team/fay.md': agent('Fay') };
    assert.equal(hintsIn({ ...folderOf(''), ...elsewhere }).length, 2);
  });

  it('is reported for each file when a setting makes it more than a hint', () => {
    assert.equal(hintsIn(folderOf(''), '--rule=name-style=warning').length, 5);
  });
});
