/** Garbled and hidden characters beyond the examples of the rules: the seed, every encoding, text that only looks garbled. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { legacyEncodings } from '../../server/core/text/legacyEncodings';
import { agent } from '../agent';

const FRONT_MATTER = '---\nname: a\ndescription: Does a thing.\n---\n';
const MOJIBAKE = 'encoding-mojibake';

const found = (text: string, rule: string) => {
  const { findings, failures } = lint(agent(text));
  assert.deepEqual(failures, []);
  return findings.filter((finding) => finding.rule === rule);
};

const restored = (text: string): string => {
  const [finding, ...others] = found(text, MOJIBAKE);
  assert.deepEqual(others, [], 'one finding for each file');
  return applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
};

/** The text as it appears when its UTF-8 bytes are read in another encoding. */
function misread(text: string, encoding: (typeof legacyEncodings)[number]): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : encoding.upper.charAt(byte - 0x80),
  ).join('');
}

describe(MOJIBAKE, () => {
  const original = `${FRONT_MATTER}## 🔒 Access — “all” of it\n\n- ✅ naïve café, Łódź, Привет, 界\n`;
  for (const encoding of legacyEncodings) {
    it(`restores each character of UTF-8 that was read as ${encoding.name}`, () => {
      const text = misread(original, encoding);
      assert.notEqual(text, original);
      assert.equal(restored(text), original);
      assert.deepEqual(found(original, MOJIBAKE), []);
    });
  }

  it('has tables of 128 different characters', () => {
    for (const { upper } of legacyEncodings) assert.equal(new Set(upper).size, 128);
  });

  it('restores the seed to clean emoji headings', (t) => {
    const path = join('..', 'shared', 'seed', 'python-api-expert.md');
    if (!existsSync(path)) return t.skip('the seed is not beside the project');
    const text = readFileSync(path, 'utf8');
    const [finding] = found(text, MOJIBAKE);
    assert.equal(finding?.severity, 'warning');
    assert.ok((finding.related ?? []).length > 0);
    const clean = restored(text);
    assert.match(clean, /^## 🔒 ACCESS RESTRICTIONS$/m);
    assert.match(clean, /^### ❌ FORBIDDEN ACCESS:$/m);
    assert.match(clean, /^### 🏗️ Architecture Patterns$/m);
    assert.deepEqual(found(clean, MOJIBAKE), []);
    // Only characters outside ASCII change.
    assert.equal(clean.replace(/[^\p{ASCII}]/gu, ''), text.replace(/[^\p{ASCII}]/gu, ''));
  });

  it('restores the garbled part of a text that is otherwise correct, outside code', () => {
    const [mac] = legacyEncodings;
    assert.ok(mac !== undefined);
    const part = misread('🔒 one, ✅ two, 🚀 three', mac);
    const text = `${FRONT_MATTER}Déjà vu — ${part}. \`${misread('🐍', mac)}\`\n`;
    assert.equal(restored(text), `${FRONT_MATTER}Déjà vu — 🔒 one, ✅ two, 🚀 three. \`${misread('🐍', mac)}\`\n`);
  });

  const innocent: readonly string[] = [
    'Siehe –§ 5 und –§ 6.',
    'Ça coûte 5 €, ÀÉÎÕÜ «É», “Öl”.',
    'Größe: 5 µm ± 2 ∞ ≠ ≤ ≥ √2 ∆x',
    '🔒 ✅ ❌ 🏗️',
    'Mojibake such as `â€™` or `Ã©` is found by `ftfy`; see also `â€œ` and `â€”`. Voilà.',
    'Ελληνικά, Русский, 日本語',
    '‚Anführung‘ „oben“ — so',
    'ðŸš€ is one sequence, and one proves nothing',
    'ÃÂÃÂÃÂÃÂ are eight beginnings without an end',
  ];
  for (const body of innocent) {
    it(`does not report ${body.slice(0, 30)}`, () => assert.deepEqual(found(FRONT_MATTER + body, MOJIBAKE), []));
  }
});

describe('text-invisible', () => {
  const hidden = (body: string) =>
    found(FRONT_MATTER + body, 'text-invisible').map(({ severity, span }) => [severity, span.end - span.start]);

  it('warns about every bidirectional control and hints at the others, one finding for each run', () => {
    assert.deepEqual(hidden('a\u202Eb'), [['warning', 1]]);
    assert.deepEqual(hidden('a\u2066\u2067b\u2069'), [
      ['warning', 2],
      ['warning', 1],
    ]);
    assert.deepEqual(hidden('a\u200B\u200Bb'), [['hint', 2]]);
    assert.deepEqual(hidden('a\u200Db'), [['hint', 1]]);
  });

  it('warns about several selectors in a row, which can hide text, and not about one after a character', () => {
    assert.deepEqual(hidden('😀\uFE0F'), []);
    assert.deepEqual(hidden('😀\u{E0101}\u{E0102}\u{E0103}'), [['warning', 4]]);
  });

  it('does not report a character that keeps a nested code fence from closing the outer one', () => {
    assert.deepEqual(hidden('```md\n\u200B```\n\u200B```\n```'), []);
  });

  it('does not report emoji, flags, joining scripts and a byte order mark at the start', () => {
    for (const body of ['👨\u200D👩\u200D👧', '🏳️\u200D🌈', 'می\u200Cخواهم', 'क्\u200Dष', '5️⃣'])
      assert.deepEqual(hidden(body), []);
    assert.deepEqual(found(`\uFEFF${FRONT_MATTER}Hi`, 'text-invisible'), []);
  });
});

const EMOJI = 'encoding-emoji';

/** The text as it appears when only the low byte of each UTF-16 unit of its emoji is kept. */
const lowBytes = (text: string): string =>
  text.replace(/[\ud800-\udfff]|\ufe0f/g, (unit) => String.fromCharCode(unit.charCodeAt(0) & 0xff));

describe(EMOJI, () => {
  const headings = (...titles: readonly string[]): string =>
    FRONT_MATTER + titles.map((title) => `## ${title}\n\nBe brief.\n`).join('\n');

  it('is one finding for each file, which names what the emoji can have been', () => {
    const text = lowBytes(headings('📋 Templates', '💭 Style', '🧠 Memory', '🎯 Mission', '📊 Metrics'));
    const [finding, ...others] = found(text, EMOJI);
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /left `=Ë` of 📋 or 🛋, and destroyed 4 more\. Restore them from/);
    assert.deepEqual(
      finding?.related?.map(({ message }) => message),
      ['Was 💭 or 🚭', 'Was 🧠 or 🫠', 'Was 🎯'],
    );
    assert.equal(finding?.fixes, undefined);
    assert.deepEqual(found(text, 'text-invisible'), []);
  });

  it('restores emoji only when all of them are certain', () => {
    const text = headings('🎯 Mission', '🎵 Listen', '🏷️ Labels');
    const [finding] = found(lowBytes(text), EMOJI);
    assert.deepEqual(
      finding?.fixes?.map(({ safe }) => safe),
      [false],
    );
    assert.equal(applyEdits(lowBytes(text), finding?.fixes?.[0]?.edits ?? []), text);
    assert.deepEqual(found(text, EMOJI), []);
  });

  it('is silent on two places, and the soft hyphen in one of them is then reported', () => {
    const text = lowBytes(headings('💭 Style', '🎯 Mission'));
    assert.deepEqual(found(text, EMOJI), []);
    assert.equal(found(text, 'text-invisible').length, 1);
  });

  it('reports other soft hyphens in such a file', () => {
    const text = `${lowBytes(headings('💭 Style', '🎯 Mission', '📋 Templates'))}co\u00adoperate\n`;
    assert.equal(found(text, 'text-invisible').length, 1);
  });

  const innocent: readonly (readonly string[])[] = [
    ['>État', '>Été', '>À faire', '>Öl', '> Über', '> É'],
    ['## = é', '## = ö', '## = ü', '## > à', '## < ö'],
    ['## =éa', '## =öl', '## >über', '## <äh', '- =çà'],
    ['a =é b', 'x >ö y', 'z <ü w', '|=é|'],
    ['## É', '## Ö', '## 🎯 Ü', '## § 5', '- « oui »', '- ±5'],
  ];
  for (const lines of innocent)
    it(`is silent on ${lines.join(', ')}`, () => {
      assert.deepEqual(found(`${FRONT_MATTER}${lines.join('\n\n')}\n`, EMOJI), []);
    });
});
