/** What a shell can complete after a command, from what its help says. */
import type { Described } from '../../help';

/** An option as a shell completes it. */
export interface OptionWord {
  /** With its dashes. */
  readonly name: string;
  readonly summary: string;
  /** Whether the next word is its value. */
  readonly takesNext: boolean;
  /** What the value may be; undefined where it is a path or any text. */
  readonly choices: readonly string[] | undefined;
  /** Whether the value is a path. */
  readonly isPath: boolean;
}

/** A command as a shell completes it. */
export interface Words {
  /** One word, or two. */
  readonly command: readonly [first: string, second?: string];
  readonly summary: string;
  readonly options: readonly OptionWord[];
  /** What may follow besides options; undefined where paths or any text may. */
  readonly choices: readonly string[] | undefined;
  /** Whether nothing may follow besides options. */
  readonly isEnd: boolean;
}

const HELP: OptionWord = {
  name: '--help',
  summary: 'Show the help',
  takesNext: false,
  choices: undefined,
  isPath: false,
};

const PATHS: ReadonlySet<string | undefined> = new Set(['FILE', 'PATH', 'AGENT']);

export function wordsOf({ name, usage: { summary, operands }, options }: Described): Words {
  const [first = name, second] = name.split(' ');
  return {
    command: second === undefined ? [first] : [first, second],
    summary,
    options: [
      ...Object.entries(options).map(
        ([option, { summary: about, placeholder, isOptional, choices }]): OptionWord => ({
          name: `--${option}`,
          summary: about,
          takesNext: placeholder !== undefined && isOptional !== true,
          choices,
          isPath: PATHS.has(placeholder),
        }),
      ),
      HELP,
    ],
    choices: operands.choices,
    isEnd: operands.max === 0,
  };
}

/** A word before the name of a command. */
const HELP_WORD = ['help', 'Show the help of a command'] as const;

/** The first words of all commands, each once and with a summary. */
export const firstWords = (all: readonly Words[]): readonly (readonly [string, string])[] => [
  ...new Map([
    ...all.map(({ command: [first, second], summary }): readonly [string, string] => [
      first,
      second === undefined
        ? summary
        : `Commands: ${secondWords(all, first)
            .map(([word]) => word)
            .join(', ')}`,
    ]),
    HELP_WORD,
  ]),
];

/** The words that may follow the first word of commands with two. */
export const secondWords = (all: readonly Words[], of: string): readonly (readonly [string, string])[] =>
  all.flatMap(({ command: [first, second], summary }) =>
    first === of && second !== undefined ? [[second, summary] as const] : [],
  );

/** The first words of commands with two. */
export const groups = (all: readonly Words[]): readonly string[] => [
  ...new Set(all.flatMap(({ command: [first, second] }) => (second === undefined ? [] : [first]))),
];
