/** `profile learn`: writes settings that require what most agents have. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Files, run } from './memory';

/** An agent with these headings, each with a text. */
const withHeadings = (name: string, ...headings: readonly string[]): string =>
  `---\nname: ${name}\ndescription: Reads a diff and says what is wrong with it.\n---\n\n${headings
    .map((heading) => `${heading}\n\nText.\n`)
    .join('\n')}`;

const access = ['## Access Restrictions', '### Forbidden Access', '### Allowed Access'];
const quality = '## 🔍 QUALITY ASSURANCE';

/** Ten agents: all have access restrictions, eight quality assurance after it, seven examples. */
const ten: Files = Object.fromEntries(
  Array.from({ length: 10 }, (_, i): readonly [string, string] => {
    const headings = [...access, ...(i < 8 ? [quality] : []), ...(i < 7 ? ['## Examples'] : [])];
    return [`/w/.claude/agents/agent-${i}.md`, withHeadings(`agent-${i}`, ...headings)];
  }),
);
const learned = {
  ordered: true,
  require: [
    { kind: 'access-restrictions', children: ['forbidden-access', 'allowed-access'] },
    { kind: 'quality-assurance' },
  ],
};

describe('profile learn', () => {
  it('prints the sections of eight out of ten agents, in order', () => {
    const { code, out, err } = run(['profile', 'learn'], ten);
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(JSON.parse(out), { sections: learned });
    assert.equal(run(['profile', 'learn', '/w'], ten).out, out);
  });

  it('says when the agents have nothing in common', () => {
    const { code, out, err } = run(['profile', 'learn'], { '/w/.claude/agents/a.md': withHeadings('a', '## Other') });
    assert.deepEqual([code, JSON.parse(out)], [0, { sections: { require: [] } }]);
    assert.equal(err, 'No section or report key is in 80 % of 1 agent.\n');
  });

  it('requires no order that the agents do not follow', () => {
    const turned = Object.fromEntries(
      Object.keys(ten).map((path, i) => [
        path,
        withHeadings('a', ...(i < 7 ? [access[0] ?? '', quality] : [quality, access[0] ?? ''])),
      ]),
    );
    const { sections } = JSON.parse(run(['profile', 'learn'], turned).out);
    assert.deepEqual(sections, { require: [{ kind: 'access-restrictions' }, { kind: 'quality-assurance' }] });
  });

  it('writes settings that all but the unusual agents satisfy', () => {
    const { out } = run(['profile', 'learn'], ten);
    const checked = run(['check'], { ...ten, '/w/.agent-authoring.json': out });
    assert.equal(checked.out.match(/section-missing/g)?.length, 2);
    assert.doesNotMatch(checked.out, /section-order/);
  });

  it('writes into the configuration file and keeps its other settings', () => {
    const created = new Map<string, string>();
    const fresh = run(['profile', 'learn', '--write'], ten, { written: created });
    assert.equal(fresh.code, 0);
    assert.match(fresh.out, /wrote the profile of 10 agents/);
    assert.deepEqual(JSON.parse(created.get('/w/.agent-authoring.json') ?? ''), { sections: learned });
    const written = new Map<string, string>();
    const config = { maxFindings: 7, sections: { profile: 'full' }, mine: [1] };
    run(
      ['profile', 'learn', '.', '--write'],
      { ...ten, '/w/.agent-authoring.json': JSON.stringify(config) },
      { written },
    );
    assert.deepEqual(JSON.parse(written.get('/w/.agent-authoring.json') ?? ''), { ...config, sections: learned });
  });

  it('learns the keys of the reports, in their order and with their shapes', () => {
    const report = (...lines: readonly string[]): string =>
      `## Response Format\n\n\`\`\`yaml\ncompletion_report:\n${lines.map((line) => `  ${line}\n`).join('')}\`\`\`\n`;
    const agents: Files = Object.fromEntries(
      Array.from({ length: 5 }, (_, i): readonly [string, string] => [
        `/w/.claude/agents/agent-${i}.md`,
        withHeadings(`agent-${i}`) +
          report('agent: x', 'risk: [low]', 'changes_summary: "[what]"', ...(i < 3 ? ['notes: x'] : ['"[slot]": x'])),
      ]),
    );
    const profile = JSON.parse(run(['profile', 'learn'], agents).out);
    const learnedKeys = ['agent', { key: 'risk', shape: 'list' }, 'changes_summary'];
    assert.deepEqual(profile.report, { keys: learnedKeys });
    const checked = run(['check'], {
      ...agents,
      '/w/.claude/agents/new.md': withHeadings('new') + report('agent: new'),
      '/w/.agent-authoring.json': JSON.stringify({ report: profile.report }),
    });
    assert.equal(checked.out.match(/report-key-missing/g)?.length, 2);
    assert.match(checked.out, /is missing `risk`/);
  });

  it('learns nothing from the report of a single agent', () => {
    const alone = {
      '/w/.claude/agents/a.md': `${withHeadings('a')}\`\`\`yaml\ncompletion_report:\n  agent: a\n\`\`\`\n`,
    };
    assert.equal('report' in JSON.parse(run(['profile', 'learn'], alone).out), false);
  });

  it('does not change a broken configuration file', () => {
    const written = new Map<string, string>();
    const { code, err } = run(
      ['profile', 'learn', '--write'],
      { ...ten, '/w/.agent-authoring.json': '{' },
      { written },
    );
    assert.equal(code, 2);
    assert.match(err, /was not changed/);
    assert.equal(written.size, 0);
  });

  for (const [argv, said] of [
    [['profile'], /profile needs a command: learn/],
    [['profile', 'forget'], /unknown command 'profile forget'; profile has learn/],
    [['profile', 'learn', '--frmat'], /unknown option/],
    [['profile', 'learn', 'a', 'b'], /takes one folder/],
    [['profile', 'learn', 'nowhere'], /takes one folder/],
    [['profile', 'learn', '.', '--dialect', 'nonsense'], /--dialect takes/],
  ] as const) {
    it(`says what is wrong with '${argv.join(' ')}'`, () => {
      const { code, out, err } = run(argv, ten);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, said);
    });
  }

  it('says so when there is nothing to learn from', () => {
    const { code, err } = run(['profile', 'learn'], { '/w/README.md': 'x' });
    assert.equal(code, 2);
    assert.match(err, /no agents to learn from/);
  });

  it('has help', () => {
    for (const argv of [
      ['profile', '--help'],
      ['profile', 'learn', '-h'],
    ]) {
      const { code, out } = run(argv, ten);
      assert.equal(code, 0);
      assert.match(out, /--write/);
    }
  });
});
