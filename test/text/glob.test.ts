/** Globs match the paths that a regular expression of the same meaning matches. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchesGlob, matchesWildcards } from '../../server/core/workspace/glob';
import { runs } from '../seed';

const escaped = (text: string): string => text.replace(/[.+^$]/g, '\\$&');
const partOf = (name: string, any: string, one: string): string =>
  escaped(name).replaceAll('*', `${any}*`).replaceAll('?', one);

/** Every name is read with a slash behind it. */
function expressionOf(glob: string): RegExp {
  const names = glob.split('/').map((name) => (name === '**' ? '(?:[^/]*/)*' : `${partOf(name, '[^/]', '[^/]')}/`));
  return new RegExp(`^${names.join('')}$`);
}

describe('a glob', () => {
  it('matches what an expression of the same meaning matches', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'aab', '.x', '', 'a.md'), { minLength: 1, maxLength: 6 });
    const pattern = fc.constantFrom('**', '**', 'a', 'b', '*', 'a*', '*b', '?', 'a?', '*.md', 'a*b', '');
    const glob = fc.array(pattern, { minLength: 1, maxLength: 5 });
    let matches = 0;
    fc.assert(
      fc.property(path, glob, (names, patterns) => {
        const [text, wanted] = [names.join('/'), patterns.join('/')];
        const isMatch = matchesGlob(text, wanted);
        assert.equal(isMatch, expressionOf(wanted).test(`${text}/`), `${text} and ${wanted}`);
        matches += Number(isMatch);
      }),
      runs(5_000),
    );
    assert.ok(matches > 200, `${matches} matches`);
  });

  it('is the same for a text with wildcards', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }).map((all) => all.join(''));
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, pattern, (some, wanted) => {
        const expression = new RegExp(`^${partOf(wanted, '.', '.')}$`);
        assert.equal(matchesWildcards(some, wanted), expression.test(some), `${some} and ${wanted}`);
      }),
      runs(5_000),
    );
  });
});
