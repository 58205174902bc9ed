/** The command `completion`: writes a script with which a shell completes commands, options and their values. */
import { type Command, command, failed } from '../command';
import { servers } from '../servers';
import { bash } from './completion/bash';
import { fish } from './completion/fish';
import { type Words, wordsOf } from './completion/words';
import { zsh } from './completion/zsh';

const shells: Readonly<Record<string, (words: readonly Words[]) => string>> = { bash, zsh, fish };
const names = Object.keys(shells);

/** @param others The other commands, so that the table of commands is the only one. */
export function completionOf(others: readonly Command[]): Command {
  const own: Command = command({
    name: 'completion',
    usage: {
      summary: 'Write a script that completes commands and options in a shell',
      operands: { usage: names.join('|'), min: 1, max: 1, takes: `one shell: ${names.join(', ')}`, choices: names },
      details:
        'Writes the script to standard output. It knows the commands of this version, so write it again after an update.',
      examples: {
        'completion bash > ~/.local/share/bash-completion/completions/agent-authoring': 'For bash with bash-completion',
        'completion zsh > ~/.zsh/completions/_agent-authoring': 'For zsh, in a folder of fpath',
        'completion fish > ~/.config/fish/completions/agent-authoring.fish': 'For fish',
      },
      exitCodes: { 0: 'on success', 2: 'on usage or I/O errors' },
    },
    options: {},
    run({ operands: [shell = ''] }, environment) {
      const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
      if (script === undefined)
        return failed(`completion takes one of ${names.join(', ')}, not '${shell}'`, environment);
      environment.out(script([...others, own, ...servers].map(wordsOf)));
      return 0;
    },
  });
  return own;
}
