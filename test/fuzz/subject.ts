/** The agents that are checked: a text as a file of one of the formats, and the settings under which it is linted. */
import { type Agent, defaults, type Format, formats, readAgent, type Settings } from '../../server/core/index';
import type { Random } from './random';

/** A place where a host looks for files of the format. */
const pathOf = ({ files }: Format): string =>
  `/w/${(files[0] ?? '**/*.md').replaceAll('**/', '').replaceAll('*', 'a')}`;

export const agentIn = (text: string, format: Format): Agent => readAgent(text, format, pathOf(format));

/** Settings that let every rule say everything. */
const strict: Settings = {
  ...defaults,
  maxFindings: 10_000,
  sections: { ...defaults.sections, profile: 'full', ordered: true },
  tokens: { ...defaults.tokens, inlayHints: 'all', bodyBudget: 100, sectionBudget: 50 },
};

/** A text and how it is read. */
export interface Subject {
  readonly text: string;
  readonly format: Format;
  readonly isStrict: boolean;
  /** Decides at which offsets requests are sent. */
  readonly where: number;
}

export const settingsOf = ({ isStrict }: Subject): Settings => (isStrict ? strict : defaults);

/** How a text is read: mostly as the first format with the defaults. */
export const subjectOf = (text: string, random: Random): Subject => ({
  text,
  format: random.chance(0.6) ? random.pick(formats.slice(0, 1)) : random.pick(formats),
  isStrict: random.chance(0.4),
  where: random.int(1_000_000),
});

export const withText = (subject: Subject, text: string): Subject => ({ ...subject, text });

/** The text as a literal, and what else decides about the case. */
export const show = ({ text, format, isStrict, where }: Subject): string =>
  `${JSON.stringify(text)}\n  as ${format.id}, ${isStrict ? 'every rule' : 'default settings'}, offsets from ${where}`;
