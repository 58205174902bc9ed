/** Completion for fish. */
import { firstWords, groups, type OptionWord, secondWords, type Words } from './words';

export const fish = (all: readonly Words[]): string =>
  [
    '# Completion of agent-authoring for fish. Written by `agent-authoring completion fish`.',
    '',
    '# The words before the cursor that are no options, without the name of the program.',
    'function __agent_authoring_words',
    "  string match --invert -- '-*' (commandline --cut-at-cursor --tokenize-only --current-process 2>/dev/null; or commandline -opc)[2..-1]",
    'end',
    '',
    'function __agent_authoring_at',
    '  set -l words (__agent_authoring_words)',
    '  set -l count (count $argv)',
    '  test (count $words) -ge $count; and test "$words[1..$count]" = "$argv"',
    'end',
    '',
    'complete -c agent-authoring -f',
    ...firstWords(all).map(
      ([word, summary]) =>
        `complete -c agent-authoring -n 'test (count (__agent_authoring_words)) -eq 0' -a ${quoted(word)} -d ${quoted(summary)}`,
    ),
    ...groups(all).flatMap((group) =>
      secondWords(all, group).map(
        ([word, summary]) =>
          `complete -c agent-authoring -n '__agent_authoring_at ${group}; and test (count (__agent_authoring_words)) -eq 1' -a ${quoted(word)} -d ${quoted(summary)}`,
      ),
    ),
    ...firstWords(all).map(
      ([word]) =>
        `complete -c agent-authoring -n '__agent_authoring_at help; and test (count (__agent_authoring_words)) -eq 1' -a ${quoted(word)}`,
    ),
    ...all.flatMap(linesOf),
    '',
  ].join('\n');

function linesOf({ command, options, choices, isEnd }: Words): readonly string[] {
  const start = `complete -c agent-authoring -n '__agent_authoring_at ${command.join(' ')}'`;
  const operands =
    choices === undefined ? (isEnd ? [] : [`${start} -F`]) : [`${start} -a ${quoted(choices.join(' '))}`];
  return [
    ...operands,
    ...options.map((option) => `${start} -l ${option.name.slice(2)}${valueFlags(option)} -d ${quoted(option.summary)}`),
  ];
}

/** What follows the name of an option: whether it takes a value, and which. */
function valueFlags({ takesNext, choices, isPath }: OptionWord): string {
  if (!takesNext) return '';
  if (choices !== undefined) return ` -x -a ${quoted(choices.join(' '))}`;
  return isPath ? ' -r -F' : ' -x';
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
