/** Which keys and tokens the rule `secret` finds, over made-up ones that are assembled here so that none is in the source. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { agent } from '../agent';

const secretsIn = (body: string) => {
  const text = document`
    ---
    name: a
    description: Does a thing.
    ---
    ${body}
    `;
  const { findings, failures } = lint(agent(text));
  assert.deepEqual(failures, []);
  return findings
    .filter(({ rule }) => rule === 'secret')
    .map(({ span, message }) => ({ found: text.slice(span.start, span.end), message }));
};

/** Letters and digits without any pattern; the same on every run. */
function noise(length: number, letters: string): string {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return letters.charAt((state >> 8) % letters.length);
  }).join('');
}

const upper = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const word = `${upper}bcdfghjkmnpqrstvwxz`;

const found: readonly (readonly [string, string])[] = [
  ['an AWS access key', `AKIA${noise(16, upper)}`],
  ['a GitHub token', `ghp_${noise(36, word)}`],
  ['a GitHub token', `github_pat_${noise(82, word)}`],
  ['an Anthropic key', `sk-ant-api03-${noise(80, word)}`],
  ['an OpenAI key', `sk-${noise(48, word)}`],
  ['an OpenAI key', `sk-proj-${noise(60, word)}`],
  ['a Slack token', `xoxb-${noise(12, '23456789')}-${noise(24, word)}`],
  ['a Google key', `AIza${noise(35, word)}`],
  ['an npm token', `npm_${noise(36, word)}`],
  ['a Stripe key', `sk_live_${noise(24, word)}`],
];

describe('secret', () => {
  for (const [what, value] of found) {
    it(`finds ${what} (${value.slice(0, 8)}…) in text, in quotes and in a fence, and never repeats it`, () => {
      for (const body of [`Use ${value}.`, `token="${value}"`, `\`\`\`bash\nexport T=${value}\n\`\`\``]) {
        const [only, ...others] = secretsIn(body);
        assert.equal(only?.found, value);
        assert.deepEqual(others, []);
        assert.ok(only.message.includes(what), only.message);
        assert.ok(!only.message.includes(value.slice(8)));
      }
    });
  }

  it('finds a private key by its first line, when a key follows', () => {
    const begin = ['-----BEGIN', 'RSA PRIVATE', 'KEY-----'].join(' ');
    assert.deepEqual(
      secretsIn(`${begin}\n${noise(64, word)}\n${noise(64, word)}`).map((one) => one.found),
      [begin],
    );
    assert.deepEqual(secretsIn(`${begin}\n...\n-----END`), []);
    assert.deepEqual(secretsIn(`Search for "${begin}" in the image.`), []);
  });

  const silent: readonly string[] = [
    `AKIA${noise(15, upper)}`,
    `AKIA${noise(17, upper)}`,
    `ghp_${noise(36, word)}-and-more`,
    `XAKIA${noise(16, upper)}`,
    `ghp_${'x'.repeat(36)}`,
    `ghp_your_${noise(31, word)}`,
    'sk-decomposition-expert-for-every-agent-of-the-collection-2024',
    `npm_${'config_registry_of_this_project_is_not'.slice(0, 36)}`,
    'sk-...',
  ];
  for (const body of silent) {
    it(`does not report ${body.slice(0, 12)}…`, () => assert.deepEqual(secretsIn(body), []));
  }
});
