/** Formatting of the header: blanks, commas and list indentation, and on request the order of the keys. Never the body. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Dialect } from '../dialects/dialect';
import { keysOf } from '../dialects/lookup';
import { parse } from '../syntax/agentFile';
import type { AgentFile, Header } from '../syntax/tree';
import { applyEdits } from '../text/edits';
import { editBetween } from './fixAll';
import { sortedHeader } from './formatOrder';
import { sameReading } from './formatReading';
import { spacingEdits } from './formatSpacing';
import { textEditOf } from './ranges';

export interface FormatOptions {
  /** Whether keys are put in order: what the host demands, then as the dialect lists them, then the others. */
  readonly sortKeys: boolean;
}

/**
 * The edits that format the header. There are none for a header that is broken in any way, nor when the host would read
 * anything else afterwards: what a writer meant by an odd spelling is for a fix to ask, not for a formatter to guess.
 */
export function formatOf(file: AgentFile, dialect: Dialect, { sortKeys }: FormatOptions): readonly TextEdit[] {
  if (!isSound(file)) return [];
  const spacing = spacingEdits(file, file.header, dialect);
  const spaced = agreed(file, applyEdits(file.source.text, spacing), dialect);
  if (spaced !== undefined && !sortKeys) return spacing.map((edit) => textEditOf(file.source, edit));
  const base = spaced ?? file;
  if (!sortKeys || !isSound(base)) return [];
  const sorted = agreed(base, sortedHeader(base.source.text, base.header, dialect), dialect) ?? base;
  const edit = editBetween(file.source.text, sorted.source.text);
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}

/** The parsed text, when it reads as the file did. */
function agreed(before: AgentFile, text: string, dialect: Dialect): AgentFile | undefined {
  const after = parse(text, keysOf(dialect));
  return sameReading(before, after, dialect) ? after : undefined;
}

interface Sound extends AgentFile {
  readonly header: Header;
}

const isSound = (file: AgentFile): file is Sound =>
  file.header !== undefined &&
  file.header.language === '' &&
  !file.header.recovered &&
  file.header.hostCloser?.start === file.header.closer?.start &&
  file.problems.length === 0;
