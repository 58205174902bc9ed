/** What Qwen Code does with an agent file, step by step as its loader does it. */
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile } from '../../syntax/tree';
import { lineFrom } from '../../text/lines';
import { quoted } from '../../text/quoted';
import { span } from '../../text/span';
import { effectiveTools, wordsOf } from '../effectiveTools';
import type { Format } from '../host';
import { causeOf, type LoadFault, loadedWith, lost } from '../loading';
import { lostLimits } from '../lostLimits';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import { unknownVariables } from '../variables';
import type { LoadVerdict } from '../verdict';
import { duplicatesIn } from './read';
import { textOfAny } from './texts';

/** The verdict of the program; undefined when the file alone does not decide. */
export function qwenCodeVerdict(file: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind !== 'read') return lost('not-an-agent', 'The file does not begin with frontmatter.', null);
  const { text } = file.source;
  const fields = fieldsOf(text, reading.entries);
  const name = nameIn(fields);
  const fault = brokenClaim(text, reading) ?? faultIn(fields, format) ?? shortBody(text, reading, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  // What an alias stands for is not read here.
  if (DECISIVE.some((key) => fields.value(key)?.kind === 'alias')) return undefined;
  const { refused: _never, ...tools } = effectiveTools(fields, format);
  const variable = unknownVariable(text, reading, format);
  if (variable !== undefined) return { ...lost('body', variable, name), tools };
  const verdict = loadedWith(name, tools, lossesIn(fields, format));
  return isOpen(file, reading, fields, format)
    ? { ...verdict, verdict: 'loads-with-losses', reason: GRANTS_MORE, grantsMore: true }
    : verdict;
}

/** Fields in which every value matters. */
const DECISIVE = ['name', 'tools', 'disallowedTools'];

const GRANTS_MORE = 'The limits of the agent are not read, so it gets more tools than the file says.';

const nameIn = (fields: Fields): string | null => {
  const value = fields.value('name');
  return value === undefined || value.kind === 'missing' ? null : (textOfAny(value) ?? null);
};

/**
 * The program does not load an agent that is to run elsewhere when the YAML cannot be read exactly, because the agent must not run
 * here by mistake. For `executor` only what is from its line on must be sound.
 */
function brokenClaim(text: string, reading: Extract<Reading, { kind: 'read' }>): LoadFault | undefined {
  if (!reading.repaired) return undefined;
  const key = CLAIMS.find((one) => isBroken(one, text, reading));
  return key === undefined
    ? undefined
    : { cause: 'yaml', reason: `The frontmatter is not valid YAML, and \`${key}\` must be read exactly.` };
}

const CLAIMS = ['executor', 'executionBackend'] as const;

function isBroken(
  key: (typeof CLAIMS)[number],
  text: string,
  { closer, entries }: Extract<Reading, { kind: 'read' }>,
): boolean {
  const start = lineFrom(text, 0).next;
  const claim = new RegExp(`(?:^|[\\r\\n])[ \\t]*["']?${key}["']?[ \\t]*:`).exec(text.slice(start, closer.start));
  if (claim === null) return false;
  if (key !== 'executor' || !entries.some((entry) => entry.key === key)) return true;
  const { entries: written, problems, dangling } = readYaml(text, span(start, closer.start));
  const isLate = [...problems, ...duplicatesIn(written)].some((problem) => problem.span.end > start + claim.index);
  return isLate || dangling.length > 0;
}

/** The first field that stops the file from loading. */
function faultIn(fields: Fields, format: Format): LoadFault | undefined {
  for (const [key, field] of Object.entries(format.fields)) {
    const value = fields.value(key);
    if (value === undefined) {
      if (field.required === true) return { cause: causeOf(field), reason: `\`${key}\` is missing.` };
      continue;
    }
    const fault = faultOf(field, value);
    if (fault !== undefined && (fault.severity ?? field.invalidSeverity) === 'error')
      return { cause: causeOf(field), reason: `The value of \`${key}\` is ${fault.what}.` };
  }
  return undefined;
}

function shortBody(
  text: string,
  { closer }: Extract<Reading, { kind: 'read' }>,
  { on }: Format,
): LoadFault | undefined {
  const body = text.slice(closer.end).trim();
  if (body === '') return { cause: 'prompt', reason: 'The agent has no prompt.' };
  const min = on.shortBody?.min ?? 0;
  return body.length < min ? { cause: 'prompt', reason: `The prompt is shorter than ${min} characters.` } : undefined;
}

function unknownVariable(
  text: string,
  { closer }: Extract<Reading, { kind: 'read' }>,
  { on }: Format,
): string | undefined {
  const [variable] = on.unknownVariable === undefined ? [] : unknownVariables(text, closer.end, on.unknownVariable);
  return variable === undefined
    ? undefined
    : `${quoted(`\${${variable.name}}`)} in the body is unknown, so the agent cannot be started.`;
}

/** Fields that are written and have no effect, each as a clause. */
const lossesIn = (fields: Fields, format: Format): readonly string[] =>
  Object.entries(format.fields).flatMap(([key, field], i) => {
    const value = fields.value(key);
    if (value === undefined || field.role === 'allow' || faultOf(field, value) === undefined) return [];
    return [`${i === 0 ? 'The' : 'the'} value of \`${key}\` is ignored`];
  });

/** Whether a limit is written, and the agent gets more than it says. */
function isOpen(file: AgentFile, reading: Reading, fields: Fields, format: Format): boolean {
  return wordsOf(fields, 'allow', format)?.length === 0 || lostLimits(file, reading, format).length > 0;
}
