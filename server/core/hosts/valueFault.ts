/** What a host says is wrong with a value that it checks itself. */
import type { Value } from '../syntax/tree';
import type { Span } from '../text/span';

/** The value of another field; undefined when it is not there. */
export type Others = (key: string) => Value | undefined;

/** What is wrong with a value or a part of it. */
export interface ValueFault {
  readonly span: Span;
  /** What the part is instead, as in "`x` is …". */
  readonly what: string;
  /** What to write there, as in "Write …". */
  readonly wanted: string;
  /** How it is written right, where that suggests itself. */
  readonly instead?: string;
  /** What the host does, where it differs from the field's usual answer. */
  readonly effect?: string;
  /** Set where the host reports it and loads the file. */
  readonly isMild?: true;
}

/** Something wrong below a field. */
export interface WrongPart {
  /** The keys that lead to the value, with dots between. */
  readonly at: string;
  /** What belongs there, as in "Write …". */
  readonly wanted: string;
  /** Set when there is nothing. */
  readonly isMissing?: true;
  /** Of the value; left out where the whole field is meant. */
  readonly span?: Span;
  /** The value that was probably meant. */
  readonly replacement?: string;
}
