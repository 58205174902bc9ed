/** How Cline reads and loads an agent file: with the same YAML as ours, in which no key may be there twice. */

import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile, Entry } from '../../syntax/tree';
import { type Span, span } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { faultOfFields, type LoadFault, loadedWith, lost, textOf } from '../loading';
import { type Fields, fieldsOf, type Objection, type Obstacle, type Reading } from '../reading';
import { hasDuplicate, secondDocumentIn } from '../strictYaml';
import { excessMarks, loneReturn, unseen } from '../unseen';
import type { EffectiveTools, LoadVerdict } from '../verdict';

/** A line of dashes; white space may follow them. */
const OPENER = /^\uFEFF?---[^\S\r\n]*(?:\r?\n|$)/;

/** Reads the frontmatter of a file. */
export function readAsCline({ source: { text } }: AgentFile): Reading {
  const [opener] = OPENER.exec(text) ?? [];
  if (opener === undefined) return unseen(obstacleIn(text));
  const closer = closerIn(text, opener.length);
  return closer === undefined ? unseen() : readYamlOnly(text, span(opener.length, closer.start), closer);
}

/**
 * The dashes that end the block. The program tries every line of dashes, and the last one counts up to which all is valid. That is
 * the first one after a field: up to later ones there is a second YAML document, and up to earlier ones there is nothing.
 */
function closerIn(text: string, from: number): Span | undefined {
  const line = /^---[^\S\r\n]*(?:\r?\n|$)/gm;
  line.lastIndex = from;
  let first: Span | undefined;
  let begin = from;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const closer = span(match.index, match.index + 3);
    if (/^(?![^\S\r\n]*(?:#|\r?$)|%)/m.test(text.slice(begin, closer.start).trimEnd())) return closer;
    first ??= closer;
    begin = match.index + match[0].length;
  }
  return first;
}

/** The reading of a block by the `yaml` package, which is the one that parses files here too, except that keys must differ. */
function readYamlOnly(text: string, content: Span, closer: Span): Reading {
  if (excess(text.slice(content.start, content.end)) !== undefined) return { kind: 'unread', closer };
  const { entries, problems, dangling } = readYaml(text, content);
  if (problems.some(({ code }) => code === 'limit')) return { kind: 'unread', closer };
  if (dangling.length > 0 || problems.some(({ code }) => code === 'yaml')) return { kind: 'broken', closer };
  if (problems.length > 0) return { kind: 'not-a-mapping', repaired: false, closer };
  if (hasDuplicate(entries)) return { kind: 'broken', closer };
  const objection = secondDocumentIn(text, content) ?? secondMergeIn(entries);
  return objection === undefined
    ? { kind: 'read', repaired: false, entries, closer }
    : { kind: 'broken', closer, objection };
}

/** A second `<<`, which is a key like any other here. */
function secondMergeIn(entries: readonly Entry[]): Objection | undefined {
  const [, second] = entries.filter(({ key }) => key === '<<');
  return second && { span: second.keySpan, what: 'it allows this key only once' };
}

/** `<<` is a key like any other here, and merges nothing. */
const faultIn = (fields: Fields, entries: readonly Entry[], format: Format): LoadFault | undefined =>
  faultOfFields(
    fields,
    entries.filter(({ key }) => key !== '<<'),
    format,
  );

/** Why the program does not see the block although the dashes are there. */
function obstacleIn(text: string): Obstacle | undefined {
  const dashes = /^\uFEFF?---(?=[^\S\r\n]*\r)/.exec(text)?.[0];
  const lineEnd = dashes === undefined ? undefined : loneReturn(span(dashes.length - 3, dashes.length));
  return excessMarks(text, 1) ?? lineEnd;
}

/** The verdict on an agent; undefined when the file alone does not decide. */
export function verdict({ source: { text } }: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'unseen') return lost('not-an-agent', 'The program finds no frontmatter.', null);
  if (reading.kind !== 'read') return lost('yaml', 'The frontmatter is not valid YAML for this program.', null);
  const fields = fieldsOf(text, reading.entries);
  const name = textOf(fields.value('name'))?.trim() ?? null;
  const fault = faultIn(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  const { refused: _never, ...listed } = effectiveTools(fields, format);
  const tools = withSkillTool(listed, fields.value('skills') !== undefined);
  const body = text.slice(text.indexOf('\n', reading.closer.end) < 0 ? text.length : reading.closer.end);
  return body.trim() === '' ? { ...lost('body', 'The agent has no prompt.', name), tools } : loadedWith(name, tools);
}

const SKILLS = 'skills';

/** The tool for skills comes with the field of the same name, whatever the list says, and never without it. */
function withSkillTool(tools: EffectiveTools, hasField: boolean): EffectiveTools {
  const isListed = tools.effective.includes(SKILLS);
  if (hasField) return isListed ? tools : { ...tools, effective: [...tools.effective, SKILLS] };
  if (!isListed) return tools;
  return {
    ...tools,
    effective: tools.effective.filter((name) => name !== SKILLS),
    dropped: [...tools.dropped, { name: SKILLS, why: 'it needs the field `skills`' }],
  };
}
