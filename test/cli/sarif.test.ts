/** SARIF: the output of `check` is valid by the schema of the standard and says the same as the JSON format. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/core/index';
import { exampleFiles } from './examples';
import { BROKEN, type Files, type Machine, run, SOUND, WARNED } from './memory';
import { isSarif } from './sarifSchema';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string; readonly index: number };
    readonly region: Region;
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
    readonly properties: { readonly safe: boolean };
  }[];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly Descriptor[] } };
      readonly columnKind: string;
      readonly invocations: readonly unknown[];
      readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
      readonly results: readonly Result[];
    },
  ];
}

interface Descriptor {
  readonly id: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
}

/** The only run of a log, which must be valid. */
function sarif(files: Files, argv: readonly string[] = [], machine: Machine = {}): Log['runs'][0] {
  const { out } = run(['check', '--format', 'sarif', ...argv], files, machine);
  const log = JSON.parse(out) as Log;
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, undefined, 2));
  assert.equal(log.runs.length, 1);
  return log.runs[0];
}

const path = '/w/.claude/agents/reviewer.md';

describe('SARIF', () => {
  it('is valid for the examples of all rules, and describes each rule that reports something', () => {
    const { results, tool } = sarif(exampleFiles);
    assert.ok(results.length > rules.length / 2);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.deepEqual(new Set(tool.driver.rules.map(({ id }) => id)), new Set(results.map(({ ruleId }) => ruleId)));
    assert.ok(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0));
  });

  it('is refused by the schema when it is broken', () => {
    const { out } = run(['check', '--format', 'sarif'], { [path]: WARNED });
    for (const [key, value] of [
      ['"startLine":4', '"startLine":0'],
      ['"level":"warning"', '"level":"hint"'],
      ['"version":"2.1.0"', '"version":"2.0.0"'],
      ['reviewer.md"', 're viewer.md"'],
      ['"columnKind"', '"columnkind"'],
    ] as const) {
      assert.ok(out.includes(key), key);
      assert.ok(!isSarif(JSON.parse(out.replace(key, value))), value);
    }
  });

  it('says the same as JSON, with places from one and all edits of every fix', () => {
    const { results } = sarif(exampleFiles);
    const { files } = JSON.parse(run(['check', '--format', 'json'], exampleFiles).out) as JsonReport;
    const region = ({ start, end }: JsonRange): Region => ({
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    });
    const levels: Readonly<Record<string, string>> = { information: 'note', hint: 'note' };
    const expected = files.flatMap(({ path: name, findings }) =>
      // A byte order mark does not count in SARIF.
      String(exampleFiles[`/w/${name}`]).startsWith('\uFEFF')
        ? []
        : findings.map((finding) => ({
            at: decodeURIComponent(`${name.replaceAll('%', '%25')}`),
            rule: finding.rule,
            level: levels[finding.severity] ?? finding.severity,
            text: finding.message,
            region: region(finding.range),
            fixes: finding.fixes.map(({ title, safe, edits }) => ({
              title,
              safe,
              edits: edits.map(({ range, newText }) => ({ deleted: region(range), text: newText })),
            })),
          })),
    );
    const actual = results
      .map(({ ruleId, level, message, locations: [{ physicalLocation }], fixes = [] }) => ({
        at: decodeURIComponent(physicalLocation.artifactLocation.uri),
        rule: ruleId,
        level,
        text: message.text,
        region: physicalLocation.region,
        fixes: fixes.map(({ description, artifactChanges, properties }) => ({
          title: description.text,
          safe: properties.safe,
          edits: artifactChanges.flatMap(({ replacements }) =>
            replacements.map(({ deletedRegion, insertedContent }) => ({
              deleted: deletedRegion,
              text: insertedContent.text,
            })),
          ),
        })),
      }))
      .filter(({ at }) => !String(exampleFiles[`/w/${at}`]).startsWith('\uFEFF'));
    assert.ok(expected.some(({ fixes }) => fixes.some(({ edits }) => edits.length > 0)));
    assert.deepEqual(actual, expected);
  });

  it('contains the version, the kind of columns, and the result of the run', () => {
    const { tool, columnKind, invocations } = sarif({ [path]: WARNED });
    assert.equal(tool.driver.version, '1.2.3');
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
    assert.deepEqual(sarif({ [path]: { broken: 'not UTF-8 text' } }).invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: '.claude/agents/reviewer.md: not UTF-8 text' } },
        ],
      },
    ]);
  });

  it('describes a rule with its page as help', () => {
    const [rule] = sarif({ [path]: BROKEN }).tool.driver.rules;
    assert.equal(rule?.id, 'name-missing');
    assert.equal(rule.defaultConfiguration.level, 'error');
    assert.equal(rule.help.markdown, run(['rules', 'name-missing'], {}).out);
    assert.ok(rule.help.markdown.includes(rule.help.text));
  });

  it('counts columns without the byte order mark', () => {
    const opening = SOUND.replace('---', '----');
    const locations = (text: string) => sarif({ [path]: text }).results[0]?.locations;
    assert.ok(locations(opening) !== undefined);
    assert.deepEqual(locations(`\uFEFF${opening}`), locations(opening));
  });

  it('has related places in the files in which they are, checked or not', () => {
    const twin = SOUND.replace('---\n', '---\ncolor: red\n');
    const [one, other] = ['/w/.claude/agents/a.md', '/w/.claude/agents/b.md'];
    const related = (argv: readonly string[]) =>
      sarif({ [one]: twin, [other]: SOUND }, argv).results.flatMap(({ locations, relatedLocations = [] }) =>
        relatedLocations.map(({ physicalLocation: { artifactLocation, region } }) => [
          locations[0].physicalLocation.artifactLocation.uri,
          artifactLocation.uri,
          artifactLocation.index,
          region.startLine,
        ]),
      );
    const [a, b] = ['.claude/agents/a.md', '.claude/agents/b.md'];
    assert.deepEqual(related([]), [
      [a, b, 1, 2],
      [b, a, 0, 3],
    ]);
    assert.deepEqual(related([one]), [[a, b, undefined, 2]]);
  });

  it('leaves out a fix that creates a file, which JSON describes', () => {
    const reader = '/w/.claude/agents/reader.md';
    const other =
      '---\nname: other\ndescription: Does something else.\n---\n- Review: @agent-reviewer\n- Read: @agent-reader\n- Deploy: @agent-helper\n- Long: @agent-' +
      `${'x'.repeat(300)}\n`;
    const files = { '/w/.claude/agents/other.md': other, [path]: SOUND, [reader]: SOUND.replace('reviewer', 'reader') };

    const { results } = sarif(files);
    const found = results.find(({ ruleId }) => ruleId === 'agent-unknown');
    assert.ok(found !== undefined);
    assert.equal(found.fixes, undefined);
    const report = JSON.parse(run(['check', '--format', 'json'], files).out) as JsonReport;
    const findings = report.files.flatMap((file) => file.findings).filter(({ rule }) => rule === 'agent-unknown');
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.map(({ edits, creates }) => [edits, creates?.map((one) => one.path)])),
      // No file can have the other name.
      [[[[], ['.claude/agents/helper.md']]], []],
    );
  });

  const uris: readonly (readonly [string, string, string, Machine?])[] = [
    ['below the current folder', '/w/.claude/agents/a.md', '.claude/agents/a.md'],
    ['with characters that need escapes', '/w/.claude/agents/ä %#?.md', '.claude/agents/%C3%A4%20%25%23%3F.md'],
    ['with half a character', '/w/.claude/agents/a\ud800.md', '.claude/agents/a%EF%BF%BD.md'],
    ['from within the folder', '/w/.claude/agents/a.md', 'a.md', { folder: '/w/.claude/agents' }],
    ['in the root folder', '/.claude/agents/a.md', '.claude/agents/a.md', { folder: '/' }],
    ['outside the current folder', '/v/.claude/agents/a b.md', 'file:///v/.claude/agents/a%20b.md'],
    ['on a drive of Windows', 'C:/v/.claude/agents/a b.md', 'file:///C:/v/.claude/agents/a%20b.md'],
  ];
  for (const [what, file, uri, machine] of uris) {
    it(`has the URI of a file ${what}`, () => {
      const { artifacts, results } = sarif({ [file]: BROKEN }, [file], machine);
      const location = results[0]?.locations[0].physicalLocation.artifactLocation;
      assert.deepEqual([artifacts[0]?.location.uri, location?.uri, location?.index], [uri, uri, 0]);
      assert.equal(location?.uriBaseId, uri.startsWith('file:') ? undefined : '%SRCROOT%');
    });
  }
});

interface JsonRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: JsonRange;
      readonly fixes: readonly {
        readonly title: string;
        readonly safe: boolean;
        readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
        readonly creates?: readonly { readonly path: string; readonly text: string }[];
      }[];
    }[];
  }[];
}
