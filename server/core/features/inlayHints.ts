/** Inlay hints: about how many tokens a model reads, after the description, above the body, and after headings. */

import type { InlayHint } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { entryByRole } from '../agent/fields';
import { uppermostSections } from '../agent/sizes';
import type { Reader } from '../hosts/told';
import type { TokenSettings } from '../lint/settings';
import type { AgentFile, Section, Value } from '../syntax/tree';
import { lineAt, lineContent, positionAt, type Source } from '../text/source';
import { type Span, touches, trimmed } from '../text/span';
import { tokensText } from '../text/tokenEstimate';
import { sourceLine } from './hover/describe';

/** A hint that is not measured yet. */
interface Hint {
  /** The offset after which it is. */
  readonly at: number;
  readonly say: () => { readonly label: string; readonly tooltip: readonly string[] };
}

/** The hints in `range`, both edges included, in file order. None without frontmatter, because the file may not be an agent. */
export function inlayHintsIn(agent: Agent, range: Span, { inlayHints }: TokenSettings): readonly InlayHint[] {
  const { file, format } = agent;
  // No model reads a manifest.
  if (format.notation === 'json' || format.kind === 'instructions') return [];
  if (inlayHints === 'off' || file.frontMatter === undefined) return [];
  const hints = [...purposeHints(agent), ...(inlayHints === 'all' ? bodyHints(agent) : [])];
  return hints
    .filter(({ at }) => touches(range, at))
    .map(({ at, say }) => {
      const { label, tooltip } = say();
      return {
        position: positionAt(file.source, at),
        label,
        tooltip: { kind: 'markdown', value: tooltip.join('\n\n') },
        paddingLeft: true,
      };
    });
}

function purposeHints(agent: Agent): readonly Hint[] {
  const { file, format } = agent;
  const value = entryByRole(agent, 'purpose')?.value;
  const tokens = agent.tokens.description();
  if (value === undefined || tokens === 0) return [];
  const said = { label: tokensText(tokens), tooltip: [sizeLine(tokens), ...readerLines(format.readers?.purpose)] };
  return [{ at: afterValue(file.source, value), say: () => said }];
}

/** The hint of the whole body, after the closing dashes, and those of its sections. */
function bodyHints(agent: Agent): readonly Hint[] {
  const { file } = agent;
  const { readers } = agent.format;
  const { source, frontMatter, body } = file;
  const at = agent.format.notation === undefined ? frontMatter?.closer?.end : Math.max(0, body.span.start - 1);
  const all = agent.tokens.body();
  if (all === 0) return [];
  const why = readerLines(readers?.body);
  const whole = (at: number): Hint => ({
    at,
    say: () => ({ label: `body ${tokensText(all)}`, tooltip: [sizeLine(all), ...why] }),
  });
  const ofSection = (section: Section): Hint => ({
    at: lineEnd(source, section.titleSpan.end),
    say: () => {
      const tokens = agent.tokens.section(section);
      const share = `${Math.round((tokens / all) * 100)} % of the body; sub-sections are included.`;
      return { label: tokensText(tokens), tooltip: [`${sizeLine(tokens)} ${share}`, ...why] };
    },
  });
  return [...(at === undefined ? [] : [whole(lineEnd(source, at))]), ...measured(file).map(ofSection)];
}

/** The sections that get a hint: the top two levels. */
const measured = (file: AgentFile): readonly Section[] =>
  uppermostSections(file)
    .flatMap((section) => [section, ...section.children.filter(({ level }) => level <= 2)])
    // A heading without a title is being typed, and a hint would move with the cursor.
    .filter(({ title }) => title !== '');

const sizeLine = (tokens: number): string =>
  `**About ${tokens} token${tokens === 1 ? '' : 's'}**; models count differently.`;

/** Who reads it, with the source. */
const readerLines = (reader: Reader | undefined): readonly string[] =>
  reader === undefined
    ? []
    : [reader.summary, ...(reader.together === undefined ? [] : [reader.together]), sourceLine(reader.evidence)];

/** After the last character, or after the `|` or `>` of a block scalar, where it is easiest to see. */
const afterValue = (source: Source, value: Value): number =>
  value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')
    ? lineEnd(source, value.span.start)
    : value.span.end;

/** The end of the line that contains `offset`, before spaces at its end. */
const lineEnd = (source: Source, offset: number): number =>
  trimmed(source.text, lineContent(source, lineAt(source, offset))).end;
