/** A part of what a host sees of an agent, as every client shows it. */
import type { Agent } from '../../agent/agent';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';

export interface Part {
  readonly title: string;
  /** One sentence or fact each. Names from the file are in backticks, put there by `quoted`, so nothing else in them is markup. */
  readonly lines: readonly string[];
  /** A text of the file that the host passes on, of any length; it may contain everything. */
  readonly text?: string;
}

/** Where a span is, for a person: `line 4`. */
export const lineText = ({ file: { source } }: Agent, { start }: Span): string => `line ${lineAt(source, start) + 1}`;
