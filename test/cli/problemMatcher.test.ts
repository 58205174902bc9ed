/** The problem matcher of the manifest reads what `check` prints. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { run } from './memory';

interface Pattern {
  readonly regexp: string;
}

const patterns: readonly Pattern[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.problemMatchers[0]
  .pattern;

const agent = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\ntools: ${tools}\n---\nReview the change.\n`;

it('the problem matcher reads each problem with its file, place, severity, text and rule', () => {
  const files = {
    '/w/.claude/agents/first one.md': agent('first-one', 'Read, MultiEdit'),
    '/w/.claude/agents/second.md': agent('second', 'Read, LS, LS'),
    '/w/.claude/agents/third.md': agent('third', 'Read'),
  };
  const [ofFile, ofProblem] = patterns.map(({ regexp }) => new RegExp(regexp));
  assert.ok(ofFile !== undefined && ofProblem !== undefined);
  let file: string | undefined;
  const read = run(['check'], files)
    .out.split('\n')
    .flatMap((line) => {
      file = ofFile.exec(line)?.[1] ?? file;
      const problem = ofProblem.exec(line);
      return problem === null ? [] : [{ file, problem: problem.slice(1) }];
    });
  const reported = JSON.parse(run(['check', '--format', 'json'], files).out);
  const wanted: unknown[] = reported.files.flatMap(({ path, findings }: Record<string, unknown>) =>
    Array.isArray(findings) ? findings.map((finding) => ({ path, finding })) : [],
  );
  assert.ok(wanted.length >= 2);
  assert.equal(read.length, wanted.length);
  assert.deepEqual(
    [...new Set(read.map((one) => one.file))],
    ['.claude/agents/first one.md', '.claude/agents/second.md'],
  );
  const [first] = read;
  assert.deepEqual(first?.problem.slice(0, 3), ['4', '14', 'warning']);
  assert.match(first?.problem[3] ?? '', /^`MultiEdit` no longer exists/);
  assert.equal(first?.problem[4], 'tool-removed');
});
