/** The form of the change log, and that each departure from it is found. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { changelogFaults } from './changelog.mjs';

const GOOD = `# Changelog

All changes that people see.

## [Unreleased]

### Added

- Something.

## [1.2.0] - 2030-01-31

### Changed

- A thing.

### Fixed

- Another thing.

## [1.1.10] - 2029-01-31

### Security

- A hole.
`;

describe('the change log', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

  it('has the form of Keep a Changelog, and says what is in this version', () => {
    assert.deepEqual(changelogFaults(readFileSync('CHANGELOG.md', 'utf8'), version, false), []);
    assert.deepEqual(changelogFaults(GOOD, '1.2.0', true), []);
  });

  const faults: readonly (readonly [string, string, string, RegExp])[] = [
    ['another title', '# Changelog', '# Changes', /first line/],
    ['a version without brackets', '## [1.2.0] - 2030-01-31', '## 1.2.0 - 2030-01-31', /"1\.2\.0 - 2030/],
    ['a version without a date', '## [1.2.0] - 2030-01-31', '## [1.2.0]', /"\[1\.2\.0\]"/],
    ['an older version above', '## [1.1.10]', '## [1.10.0]', /1\.10\.0 is below an older version/],
    ['a version twice', '## [1.1.10]', '## [1.2.0]', /there twice/],
    ['another kind of change', '### Fixed', '### Bugs', /"Bugs" in \[1\.2\.0\]/],
    ['a kind twice', '### Fixed', '### Changed', /"Changed" in \[1\.2\.0\]/],
    ['a kind without changes', '- A thing.', 'Text.', /"Changed" in \[1\.2\.0\].* lists nothing/],
    ['changes without a kind', '### Security\n', '', /\[1\.1\.10\].* without their kind/],
  ];
  for (const [what, from, to, says] of faults)
    it(`must not have ${what}`, () => {
      assert.ok(GOOD.includes(from));
      const found = changelogFaults(GOOD.replace(from, to), '1.2.0', false);
      assert.ok(
        found.some((one: string) => says.test(one)),
        found.join('\n'),
      );
    });

  it('must have a section for what is released', () => {
    assert.match(changelogFaults(GOOD, '1.3.0', true).join(), /no section that says what is in 1\.3\.0/);
    assert.deepEqual(changelogFaults(GOOD, '1.3.0', false), []);
    assert.match(changelogFaults(GOOD.replace('- Something.\n', ''), '1.3.0', false).join(), /no section/);
  });
});
