/** Completion for zsh. */
import { firstWords, groups, type OptionWord, secondWords, type Words } from './words';

export const zsh = (all: readonly Words[]): string => `#compdef agent-authoring
# Completion of agent-authoring for zsh. Written by \`agent-authoring completion zsh\`.
_agent_authoring() {
  local -a words_here
  if (( CURRENT == 2 )); then
    words_here=(${described(firstWords(all))})
    _describe command words_here
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${groups(all)
  .map(
    (group) => `    ${group})
      if (( CURRENT == 2 )); then
        words_here=(${described(secondWords(all, group))})
        _describe command words_here
        return
      fi
      command="$command $words[2]"
      shift words
      (( CURRENT-- )) ;;`,
  )
  .join('\n')}
    help)
      words_here=(${described(firstWords(all))})
      _describe command words_here
      return ;;
  esac
  case $command in
${all.map(argumentsOf).join('\n')}
  esac
}
if [[ \${funcstack[1]} == _agent_authoring ]]; then _agent_authoring "$@"; else compdef _agent_authoring agent-authoring; fi
`;

const described = (list: readonly (readonly [string, string])[]): string =>
  list.map(([word, summary]) => quoted(`${word}:${summary}`)).join(' ');

const argumentsOf = ({ command, options, choices, isEnd }: Words): string => {
  const rest = isEnd ? [] : [quoted(`*:: :${choices === undefined ? '_files' : `(${choices.join(' ')})`}`)];
  return `    ${quoted(command.join(' '))})
      _arguments ${[...options.map(optionOf), ...rest].join(' \\\n        ')} ;;`;
};

/** One argument of `_arguments`: \`--name=[summary]:value:action\`. */
function optionOf({ name, summary, takesNext, choices, isPath }: OptionWord): string {
  const about = `[${summary.replaceAll(/[[\]\\:]/g, '\\$&')}]`;
  if (!takesNext) return quoted(name + about);
  const action = choices === undefined ? (isPath ? '_files' : '') : `(${choices.join(' ')})`;
  return quoted(`${name}=${about}:value:${action}`);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
