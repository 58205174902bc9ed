/** Nothing that a file or a configuration says can be more than text where an editor shows it: no markup, no control, no flood. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import {
  type Agent,
  codeActionsIn,
  completionAt,
  defaults,
  diagnosticOf,
  type Format,
  formats,
  hoverAt,
  inlayHintsIn,
  lensesOf,
  lint,
  parseConfiguration,
  readAgent,
  type Settings,
  symbolsOf,
} from '../../server/core/index';
import { asMarkdown } from '../../server/core/text/markdown';
import { memo } from '../../server/core/text/memo';
import { asLine, MAX_MESSAGE, MAX_TITLE } from '../../server/core/text/visible';
import { hostileKeys, hostileTexts, places } from './hostileTexts';
import { CONTROL, markupIn, renderer } from './markup';

/** Where hovers can differ: at the starts of words, and at ends of lines, where completions differ too. */
function* cursorsIn(text: string): Iterable<number> {
  for (const { index } of text.matchAll(/\w+|$|[^\s\w]+|(?=\n)/gm)) yield index;
}

interface Shown {
  readonly markdown: ReadonlySet<string>;
  /** One line each, with the most units it may have. */
  readonly lines: ReadonlyMap<string, number>;
}

const agentIn = (text: string, format: Format, path = '/w/.claude/agents/abc.md'): Agent =>
  readAgent(text, format, path, { kind: 'agent', prefix: undefined });

/** Settings with keys of the report that say this. The same object for the same text, because `lint` remembers which rules apply. */
const settingsFor = memo(
  100_000,
  (summary: string): Settings => ({
    ...defaults,
    report: { ...defaults.report, keys: hostileKeys(summary) },
  }),
);

/** Everything that an editor shows about an agent. */
function shown(agent: Agent, summary: string): Shown {
  const { file } = agent;
  const settings = settingsFor(summary);
  const reportKeys = settings.report.keys;
  const markdown = new Set<string>();
  const lines = new Map<string, number>();
  const add = (content: string | MarkupContent | undefined): void => {
    if (typeof content === 'object') markdown.add(content.value);
  };
  const line = (text: string | undefined, most: number): void => {
    if (text !== undefined) lines.set(text, most);
  };
  const all = { start: 0, end: file.source.text.length };
  for (const at of cursorsIn(file.source.text)) {
    const hover = hoverAt(agent, at);
    if (hover !== undefined) add(hover.contents as MarkupContent);
    // What is offered depends on the line more than on the word.
    if (/^(?:\n|$|: )/.test(file.source.text.slice(at, at + 2)))
      for (const item of completionAt(agent, at, { snippets: true, reportKeys })) {
        add(item.documentation);
        line(item.label, MAX_TITLE);
        line(item.detail, MAX_TITLE);
      }
  }
  for (const hint of inlayHintsIn(agent, all, defaults.tokens)) {
    add(hint.tooltip);
    line(String(hint.label), MAX_TITLE);
  }
  for (const lens of lensesOf(agent)) line(lens.command?.title, MAX_TITLE);
  const request = { settings, uri: 'file:///w/a.md', docsBase: 'file:///docs', invoked: true, automatic: false };
  const { findings } = lint(agent, { settings });
  for (const { title } of codeActionsIn(agent, all, { ...request, findings: () => findings })) line(title, MAX_TITLE);
  for (const finding of findings) {
    const { message, relatedInformation = [] } = diagnosticOf(file.source, finding, request);
    for (const text of [String(message), ...relatedInformation.map((one) => one.message)]) line(text, MAX_MESSAGE);
  }
  const pending = [...symbolsOf(agent)];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    line(next.name, MAX_TITLE);
    line(next.detail, MAX_TITLE);
    pending.push(...(next.children ?? []));
  }
  return { markdown, lines };
}

function holds({ markdown, lines }: Shown, where: string): void {
  for (const text of markdown) {
    assert.deepEqual(markupIn(text), [], `${where} puts markup into:\n${text}`);
    assert.doesNotMatch(text.replaceAll('\n', ''), CONTROL, where);
    assert.ok(text.length < 10_000, `${where} makes a hover of ${text.length} units`);
  }
  for (const [line, most] of lines) {
    assert.doesNotMatch(line, CONTROL, where);
    assert.ok(line.length <= most, `${where} makes a line of ${line.length} units: ${line.slice(0, 80)}`);
  }
}

/** Texts that can leave a code span or a line. */
const leaving = hostileTexts.filter((text) => /[`\p{Cc}\u202e]|mcp__/u.test(text));

/** The first format of each host. */
const mainFormats = formats.filter(({ host }, i) => formats.findIndex((one) => one.host === host) === i);

/**
 * All texts for the first format of all; for the first one of another host those that can leave a code span or a line, because most
 * of the code is the same; and for the other formats of a host, which show texts with its code, a third of those. It is another third
 * at the next place and in the next format, so that every text is tried at every place.
 * @param turn Of the place.
 */
function textsFor(format: Format, turn: number): readonly string[] {
  if (format === formats[0]) return hostileTexts;
  if (mainFormats.includes(format)) return leaving;
  return leaving.filter((_, i) => (i + turn + formats.indexOf(format)) % 3 === 0);
}

describe('a text from a file', () => {
  for (const [turn, [place, write]] of Object.entries(places).entries()) {
    it(`is only text where it is shown: ${place}`, () => {
      for (const format of formats) {
        for (const text of textsFor(format, turn))
          holds(shown(agentIn(write(text), format), ''), `${JSON.stringify(text.slice(0, 60))} in ${format.id}`);
      }
    });
  }

  it('does not fill a hover or a line, however many names there are', () => {
    for (const format of formats) {
      for (const word of ['Unknown', 'mcp__server', 'MultiEdit']) {
        const names = Array.from({ length: 3_000 }, (_, i) => `${word}${i}__${'x'.repeat(80)}`).join(', ');
        const file = `---\nname: abc\ndescription: d\ntools: [${names}]\n---\n\nHi\n`;
        const agent = agentIn(file, format);
        for (const at of [0, file.indexOf('name'), file.indexOf('tools')]) {
          const hover = hoverAt(agent, at)?.contents as MarkupContent | undefined;
          assert.ok((hover?.value.length ?? 0) < 10_000, `${word} in ${format.id}`);
        }
        for (const lens of lensesOf(agent)) assert.ok((lens.command?.title.length ?? 0) <= MAX_TITLE);
        for (const finding of lint(agent).findings) assert.ok(finding.message.length <= MAX_MESSAGE, finding.rule);
      }
    }
  });

  it('is only text where it is the path of the file or the name of a plugin', () => {
    for (const format of formats) {
      for (const text of textsFor(format, 0)) {
        const file = '---\ntools: Read\n---\n\nHi\n';
        const path = `/w/agents/${text.replaceAll('/', ':')}.md`;
        for (const prefix of [undefined, `${text}:`])
          holds(shown(readAgent(file, format, path, { kind: 'agent', prefix }), ''), JSON.stringify(text.slice(0, 60)));
      }
    }
  });
});

describe('a text from the configuration', () => {
  it('is only text in the completions and messages about the report', () => {
    const file = places['a key of the report']?.('own') ?? '';
    const [format = assert.fail()] = formats;
    for (const text of hostileTexts) holds(shown(agentIn(file, format), text), JSON.stringify(text.slice(0, 60)));
  });

  it('is not used when it contains invisible characters', () => {
    for (const hidden of ['\u202e', '\u200b', '\u001b', '\n', '\u2028', '\u{e0041}']) {
      const text = JSON.stringify({
        report: { keys: [{ key: 'risk', summary: `a${hidden}b`, place: `a${hidden}b` }] },
      });
      const read = parseConfiguration(text);
      assert.ok(read.kind === 'settings');
      const [key] = read.settings.report.keys;
      assert.deepEqual([key?.summary, key?.place], ['A key of this repository.', 'risk']);
    }
  });
});

describe('the functions that put texts in their place', () => {
  it('show in Markdown exactly the characters of the text', () => {
    for (const text of [
      ...hostileTexts.filter((one) => !CONTROL.test(one)),
      '1. a',
      '- a',
      '# a',
      '> a',
      'a & b',
      'A B.C. D.',
    ]) {
      const expected = asLine(text, MAX_MESSAGE);
      const html = renderer.render(`x ${asMarkdown(text)} x`);
      const plain = html
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"');
      assert.equal(
        plain.replaceAll('&amp;', '&').trim().replaceAll(/ +/g, ' '),
        `x ${expected} x`.replaceAll(/ +/g, ' '),
      );
      assert.deepEqual(markupIn(asMarkdown(text)), []);
    }
  });

  it('leave plain sentences as they are', () => {
    const sentence = 'What was done, in a sentence; or two: never "three" (50 %). Or so.';
    assert.equal(
      asMarkdown('What was done, in a sentence or two. Or so.'),
      'What was done, in a sentence or two. Or so.',
    );
    assert.equal(asLine(sentence, MAX_TITLE), sentence);
    const used = '👩‍💻 ✔️ می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿';
    assert.equal(asLine(used, MAX_TITLE), used);
  });

  it('cut between characters', () => {
    assert.equal(asLine('x'.repeat(MAX_TITLE), MAX_TITLE), 'x'.repeat(MAX_TITLE));
    const cut = asLine('😀'.repeat(MAX_TITLE), MAX_TITLE);
    assert.doesNotMatch(cut, /\p{Surrogate}/u);
    assert.ok(cut.endsWith('😀…') && cut.length <= MAX_TITLE);
  });
});
