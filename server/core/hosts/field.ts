/** The shape of what is known about the fields of a format: what each takes and does, with the evidence. */
import type { Mapping, Value } from '../syntax/tree';
import type { Choice } from './choice';
import type { Effect } from './effect';
import type { NestedShape } from './nestedShape';
import type { Others, ValueFault, WrongPart } from './valueFault';

/** The source of a fact. */
export interface Evidence {
  /** A program with its version, or a document with its date. */
  readonly source: string;
  /** ISO date of the last look. */
  readonly checked: string;
  readonly says: 'must' | 'should' | 'may' | 'observed';
}

/** What the host reads out of a field's value. */
export type Shape =
  | {
      readonly kind: 'string';
      readonly minLength?: number;
      readonly maxLength?: number;
      /** Whether the host takes numbers and booleans as the text that is written. */
      readonly scalars?: boolean;
      /** Whether the host takes a list of texts too. */
      readonly orList?: true;
      /** The text that the host makes of a value that is not a string; undefined where it makes none. */
      readonly converts?: (value: Value) => string | undefined;
      readonly forbidden?: readonly TextFault[];
      readonly pattern?: TextPattern;
      /**
       * The type that the host's YAML gives to a plain scalar that is a string in YAML 1.2's core schema, as a noun; undefined
       * for a string.
       */
      readonly otherType?: (plain: string) => string | undefined;
    }
  /**
   * True or false, as YAML boolean or, unless `unquoted`, the same word as text. `words`: also yes, no, on, off, 1 and 0, in any
   * case.
   */
  | { readonly kind: 'flag'; readonly unquoted?: true; readonly words?: true }
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max?: number;
      /** Whether a text in quotes is not a number. */
      readonly unquoted?: boolean;
      /** Whether a number with a fraction or an exponent is never whole, as in `1.0`. */
      readonly exact?: boolean;
    }
  | { readonly kind: 'number'; readonly finite?: true } // a number to YAML, fractions and, unless `finite`, infinity included
  | {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      readonly anyCase?: boolean;
      readonly orInteger?: boolean;
      /** What a mapping in place of a word must contain; without it a mapping is refused. */
      readonly orMapping?: NestedShape;
      /** Other texts that are allowed. */
      readonly orPattern?: TextPattern;
      /** Whether an empty text is the same as no value. */
      readonly orEmpty?: true;
      /** Values (lower case) that people write and the host refuses, with the nearest choice as it is written. */
      readonly near?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'model'; // `Format.models` contains what is known
      /** Whether it must be a string; otherwise any scalar is accepted. */
      readonly text?: boolean;
      /** What the host does with an empty string, where it refuses one like a wrong value. */
      readonly empty?: string;
      /** Set where a list is taken too: of texts that are not empty (`filled`), or of anything. */
      readonly orList?: 'filled' | 'any';
      /** The text that the host makes of any value; undefined where it makes none. */
      readonly converts?: (value: Value) => string | undefined;
      readonly pattern?: TextPattern;
      readonly form?: ModelForm;
    }
  | {
      readonly kind: 'tools'; // comma text or list of tool names
      readonly only?: NamesIn;
      /** Set when one item that is not a string makes the whole list invalid. */
      readonly checksItems?: true;
      /** What the host does with an empty name in a sequence; left out where it is one of the names that are no tools. */
      readonly emptyName?: Effect;
    }
  | {
      readonly kind: 'names'; // comma text or list of other names
      readonly only?: NamesIn;
      /** Set when one item that is not a string makes the whole list invalid. */
      readonly checksItems?: true;
      /** Why a word can never be one of the names; undefined for all others, about which nothing is known. */
      readonly faultOfName?: (word: string) => NameFault | undefined;
      /** What the whole list must be, where the host refuses the value otherwise. */
      readonly list?: ListPattern;
    }
  | {
      readonly kind: 'checked'; // a value that has forms of its own
      /** What to write, as in "Write …". */
      readonly takes: string;
      /** @param others The other fields of the file; nothing is known of them when omitted. */
      readonly faultIn: (value: Value, others?: Others) => ValueFault | undefined;
    }
  | {
      readonly kind: 'mapping';
      /** Set when what is below must have the shapes of `Field.nested`. */
      readonly checked?: boolean;
      /** Whether the host also accepts `[]`. */
      readonly orEmptyList?: boolean;
      /** What is wrong below, for what no shape can say; undefined for nothing. */
      readonly faultBelow?: (value: Mapping) => WrongPart | undefined;
      /** What the host does with a wrong value below, where it differs from what it does with another value than a mapping. */
      readonly below?: Effect;
      /** Words that are allowed in place of a mapping. */
      readonly orWord?: readonly Choice[];
      /** A mapping that allows only these names, for a list that other hosts would read; undefined when there is none. */
      readonly fromNames?: (names: readonly string[]) => string | undefined;
    }
  | { readonly kind: 'sequence' };

/** Why a word in a list names nothing. */
export interface NameFault {
  /** As the end of a sentence. */
  readonly why: string;
  /** The name that was meant. */
  readonly instead?: string;
  /** The names that the host reads as one. */
  readonly joined?: readonly string[];
}

/** What a text must look like. */
export interface TextPattern {
  readonly matches: (text: string) => boolean;
  /** What to write, as in "Write …". */
  readonly wanted: string;
}

/** What a list of names must look like. */
export interface ListPattern {
  /** What is wrong with the list, as in "`x` is …"; undefined when the host accepts it. */
  readonly faultOf: (names: readonly string[]) => string | undefined;
  /** What to write, as in "Write …". */
  readonly wanted: string;
}

/** What the name of a model must look like, for a host that cannot start an agent with another one. */
export interface ModelForm extends TextPattern {
  /** What the host does with another name, as the middle of a sentence: "the host …". */
  readonly effect: string;
  /** Names (lower case) that people write, with the one that comes nearest. */
  readonly near: Readonly<Record<string, string>>;
}

/** The one spelling in which a field's names are known to be read; without it both are. */
export type NamesIn = 'text' | 'list';

/** A text that the host refuses in a field, by where the fault is in it. */
export interface TextFault {
  readonly at: 'start' | 'anywhere' | 'whole';
  readonly text: string;
  readonly effect: string;
}

/** The role of the field, so that rules do not need its name. */
export type FieldRole =
  | 'identity'
  | 'purpose'
  | 'allow'
  | 'approve' // tools that need no permission; it restricts nothing
  | 'deny'
  | 'model'
  | 'mode'
  | 'turns'
  | 'events'
  | 'servers'
  | 'skills'
  | 'effort'
  | 'temperature'
  | 'color'
  | 'prompt-text' // the text that the agent reads, where it is a field
  | 'tool-switches' // names of tools with true or false
  | 'tool-permissions'; // what the agent may do with each tool: one word, or a map

/** What documentation recommends for a string although no program requires it. Lengths are in UTF-16 units, bounds included. */
export interface Advice {
  readonly minLength: number;
  readonly maxLength: number;
  /** Whether it should be lower-case letters and digits with single hyphens between. */
  readonly slug?: boolean;
  readonly evidence: Evidence;
}

export interface Field {
  /** One sentence for completion and hover. */
  readonly summary: string;
  /** Further sentences for the hover. */
  readonly details?: string;
  readonly role?: FieldRole;
  readonly shape: Shape;
  readonly required?: boolean;
  /** Whether the value decides if or where the agent can run, so that a correction is never automatic. */
  readonly decides?: true;
  /** Whether the host turns the two characters `\n` in the text into a line break. */
  readonly lineBreaks?: boolean;
  /** Templates; `[words]` are placeholders, and without the brackets a template is a valid plain scalar. */
  readonly templates?: readonly string[];
  /** What is below a structured field, as far as completion and hover know it. */
  readonly nested?: NestedShape;
  /** What applies when the field is absent. */
  readonly default?: string;
  /** Version that introduced it, as far as known. */
  readonly since?: string;
  /** Undocumented fields are accepted without a finding and explained on hover, but not offered. */
  readonly undocumented?: boolean;
  /** What the host does with a value it cannot use, as the middle of a sentence: "the host …". */
  readonly onInvalid: string;
  /** What the host does without the field where that is worth a warning; `unless` names fields that take its place. */
  readonly missing?: {
    readonly says: string;
    readonly unless: readonly string[];
    /** A warning when left out. */
    readonly severity?: 'information';
  };
  /** What the host does with a map, or a list with one in it, where it differs from other values it cannot use. */
  readonly ofMapping?: Effect;
  /**
   * What a key without a value is: like no key (`absent`, when left out), as bad as a wrong value (`refused`), or fine, as is a null
   * that is written (`accepted`).
   */
  readonly ofNull?: 'absent' | 'refused' | 'accepted';
  /** Whether a bad value loses the agent (`error`), only the field (`warning`), or only looks (`information`). */
  readonly invalidSeverity: 'error' | 'warning' | 'information';
  /** Set when the host reads no field of a file in which the value of this one is invalid. */
  readonly losesAll?: true;
  /** Where the field is ignored although it is read elsewhere, as the end of a sentence: "… is ignored in …". */
  readonly ignoredIn?: string;
  /** Set when the field has an effect only where another one has this value. */
  readonly onlyWith?: { readonly key: string; readonly value: string };
  /** Set when the host accepts the field and does nothing with it, as a sentence that says what it does instead. */
  readonly noEffect?: string;
  /** A value as a person would write it after the key, in the notation of the format. */
  readonly example: string;
  /** The value with which the field changes which tools are available. */
  readonly situation?: { readonly value: string; readonly effect: 'background' | 'plan' };
  /** Tools that a usable value adds to the allow list, whatever the list says. */
  readonly grants?: readonly string[];
  /** Set when the field has an effect only in an agent that runs as the main session. */
  readonly mainSession?: boolean;
  /** For a text field: what is recommended without being enforced. */
  readonly advice?: Advice;
  readonly evidence: Evidence;
}

/** A frequent key that the host does not know. `effect` says what it does, as the end of a sentence: "`key` …". */
export type StrayField =
  /** Another name for a field of the host: renaming the key is what the writer wanted. */
  | {
      readonly kind: 'misspelled';
      readonly meant: string;
      readonly effect: string;
      readonly severity: 'error' | 'warning';
    }
  /** A field of another product; a hint where the name is also a common word. */
  | {
      readonly kind: 'foreign';
      readonly product: string;
      readonly effect: string;
      readonly severity: 'error' | 'warning' | 'hint';
    }
  /** A key that looks like a setting but belongs to no product. */
  | {
      readonly kind: 'stray';
      readonly effect: string;
      readonly severity: 'error' | 'warning';
      /** Set when the key has the effect only with a value that is neither null nor an empty list. */
      readonly needsValue?: boolean;
    }
  /** A note that collections of agents use on purpose. */
  | { readonly kind: 'note'; readonly effect: string };
