/** Completion for bash 3.2 and later, as macOS has it; without the package bash-completion. */
import { firstWords, groups, type OptionWord, secondWords, type Words } from './words';

export const bash = (
  all: readonly Words[],
): string => `# Completion of agent-authoring for bash. Written by \`agent-authoring completion bash\`.
_agent_authoring() {
  local line word before command last index
  local -a words
  # The words of COMP_WORDS would be split at an equals sign.
  line="\${COMP_LINE:0:$COMP_POINT}"
  read -r -a words <<< "$line"
  case "$line" in *[[:space:]]) words+=("") ;; esac
  last=$(( \${#words[@]} - 1 ))
  word="\${words[last]}"
  before="\${words[last-1]}"
  case "$word" in --*=*)
    before="\${word%%=*}"
    word="\${word#*=}" ;;
  esac
  COMPREPLY=()
  _agent_authoring_words
  # Only what comes after the last equals sign is replaced.
  case "$COMP_WORDBREAKS$word" in *=*=*)
    for index in "\${!COMPREPLY[@]}"; do COMPREPLY[index]="\${COMPREPLY[index]#"\${word%=*}="}"; done ;;
  esac
}
_agent_authoring_words() {
  if [ "$last" -le 1 ]; then
    COMPREPLY=($(compgen -W "${words(firstWords(all))} --help --version" -- "$word"))
    return
  fi
  command="\${words[1]}"
  case "$command" in
${groups(all)
  .map(
    (group) => `    ${group})
      if [ "$last" -eq 2 ]; then
        COMPREPLY=($(compgen -W "${words(secondWords(all, group))} --help" -- "$word"))
        return
      fi
      command="$command \${words[2]}" ;;`,
  )
  .join('\n')}
    help)
      COMPREPLY=($(compgen -W "${words(firstWords(all))}" -- "$word"))
      return ;;
  esac
  case "$command $before" in
${all.flatMap(valuesOf).join('\n')}
  esac
  case "$command" in
${all.map(operandsOf).join('\n')}
  esac
}
complete -o default -F _agent_authoring agent-authoring
`;

const words = (list: readonly (readonly [string, string])[]): string => list.map(([word]) => word).join(' ');

/** What may follow each option that takes a value. Without an answer, bash completes paths. */
const valuesOf = ({ command, options }: Words): readonly string[] =>
  options.flatMap(({ name, takesNext, choices }: OptionWord) =>
    takesNext
      ? [
          `    ${quoted(`${command.join(' ')} ${name}`)}) ${
            choices === undefined ? 'return' : `COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return`
          } ;;`,
        ]
      : [],
  );

/** Options after a dash, else what the command takes. */
function operandsOf({ command, options, choices, isEnd }: Words): string {
  const names = options.map(({ name }) => name).join(' ');
  const others = isEnd ? names : choices?.join(' ');
  const otherwise = others === undefined ? '' : `\n      else COMPREPLY=($(compgen -W "${others}" -- "$word"))`;
  return `    ${quoted(command.join(' '))})
      if [ "\${word#-}" != "$word" ]; then COMPREPLY=($(compgen -W "${names}" -- "$word"))${otherwise}
      fi ;;`;
}

const quoted = (text: string): string => `'${text}'`;
