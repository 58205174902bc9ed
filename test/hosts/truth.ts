/**
 * Checks the findings of a file under any host: none is false there, and no safe fix makes the agent worse.
 */
import type { Agent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import type { Format } from '../../server/core/hosts/host';
import { hosts } from '../../server/core/hosts/index';
import type { LintFinding } from '../../server/core/lint/lint';

export interface Checked {
  readonly agent: Agent;
  readonly findings: readonly LintFinding[];
}

/** Rules that name the product whose tool or field is meant. */
const namesProducts = [
  'tool-foreign',
  'field-foreign',
  'tools-unresolved',
  'tools-elsewhere',
  'portability-body',
  'portability-description',
  'portability-frontmatter',
  'portability-keys',
  'portability-name',
];

/** Rules whose errors do not keep a file from loading: the agent gets more than was written, or a secret is in the file. */
const aboutGrants = [
  'field-misnamed',
  'tool-excluded',
  'frontmatter-second',
  'tool-separator',
  'tool-wildcard',
  'yaml-space',
  'secret',
];

const othersThan = (format: Format): readonly string[] =>
  hosts.map(({ name }) => name).filter((name) => name !== format.host.name);

/** A message without what it quotes from the file. */
const inOurWords = (message: string): string => message.replaceAll(/`[^`]*`/g, '');

/** Errors that say that the host only drops a part of the file, or does so silently, although it refuses the whole file. */
const understatements = (findings: readonly LintFinding[], { on }: Format): readonly string[] =>
  on.unknownTool.severity !== 'error'
    ? []
    : findings
        .filter(({ severity }) => severity === 'error')
        .filter(({ message }) =>
          /\bdrops?\b|\bdropped\b|\bignores\b|without a word|debug log|says nothing/.test(message),
        )
        .map(({ rule, message }) => `the host refuses the file: ${rule}: ${message}`);

/** Messages in which a word is missing, because what they name does not exist under the host. */
const incomplete = (findings: readonly LintFinding[]): readonly string[] =>
  findings
    .filter(({ message }) => /\s[.,;:](?:\s|$)/.test(message.replaceAll(/`[^`]*`/g, 'x')))
    .map(({ rule, message }) => `a word is missing: ${rule}: ${message}`);

/** Findings that say that an entry of a list covers others, and others that the same entry grants nothing. */
function contradictions(findings: readonly LintFinding[]): readonly string[] {
  const quotedBy = (pattern: RegExp): readonly string[] =>
    findings.flatMap(({ message }) => pattern.exec(message)?.[1] ?? []);
  const none = quotedBy(/^`([^`]*)` grants nothing/);
  return quotedBy(/`([^`]*)` already covers it/)
    .filter((wider) => none.includes(wider))
    .map((wider) => `covers others and grants nothing: ${wider}`);
}

/**
 * Findings that are false under the host, missing errors, and safe fixes that make the agent worse.
 */
export const faultsOf = (checked: Checked): readonly string[] => [...falsehoods(checked), ...unsafe(checked)];

/** Findings that are false under the host, and missing errors. */
export function falsehoods({ agent, findings }: Checked): readonly string[] {
  const { format } = agent;
  const said = findings
    .filter(({ rule }) => !namesProducts.includes(rule))
    .filter(({ message }) => othersThan(format).some((name) => new RegExp(`\\b${name}\\b`).test(inOurWords(message))))
    .map(({ rule, message }) => `names another host: ${rule}: ${message}`)
    .concat(understatements(findings, format), incomplete(findings), contradictions(findings));
  const verdict = agent.verdict();
  if (verdict === undefined) return said;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isLost = verdict.verdict === 'does-not-load';
  // A note beside the agents is not meant to load, and an empty file was only just created.
  const isNote = agent.reading().kind === 'unseen' && findings.some(({ rule }) => rule === 'frontmatter-missing');
  const isExpected =
    verdict.cause === 'disabled' ||
    (isNote && format.on.note?.severity !== 'error') ||
    agent.file.source.text.trim() === '';
  if (isLost && errors.length === 0 && !isExpected)
    return [...said, `does not load (${verdict.reason ?? ''}), and no error says so`];
  if (isLost || verdict.grantsMore === true) return said;
  return [
    ...said,
    ...errors
      .filter(({ rule }) => !aboutGrants.includes(rule))
      .map(({ rule, message }) => `loads, but an error says: ${rule}: ${message}`),
  ];
}

/** Safe fixes that make the agent worse. */
const unsafe = ({ agent, findings }: Checked): readonly string[] =>
  findings.flatMap(({ rule, fixes = [] }) =>
    fixes
      .filter((fix) => fix.safe && !isProvedSafe(agent, fix.edits))
      .map(({ title }) => `${rule}: the safe fix "${title}" is not proved`),
  );
