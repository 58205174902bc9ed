/** Names of other products' tools that Copilot CLI ignores, with the tools that replace them here. In lower case, as it compares them. */

import type { Foreign } from '../tool';
import type { CopilotCliTool } from './tools';

/** Names of one product: each with its replacement, or null where there is none. */
type Names = Readonly<Record<string, CopilotCliTool | null>>;

/** The products that read the same files. */
const readsToo: readonly string[] = ['Claude Code', 'VS Code'];

const of = (product: string, names: Names): Readonly<Record<string, Foreign>> =>
  Object.fromEntries(
    Object.entries(names).map(([name, replacement]) => [
      name,
      {
        product,
        ...(replacement === null ? {} : { replacement }),
        ...(readsToo.includes(product) && { isForBoth: true }),
      },
    ]),
  );

/** Names that several products share are with the one in whose files they are most frequent, which comes last. */
export const copilotCliForeign: Readonly<Record<string, Foreign>> = {
  ...of('Cline', {
    read_files: 'read',
    search_codebase: 'search',
    run_commands: 'execute',
    fetch_web_content: 'web',
    editor: 'edit',
    ask_question: null,
    skills: 'skill',
  }),
  ...of('Factory', { applypatch: 'edit', fetchurl: 'web' }),
  ...of('Gemini CLI', {
    run_shell_command: 'execute',
    write_file: 'edit',
    replace: 'edit',
    list_directory: 'read',
    google_web_search: null,
    write_todos: 'todo',
    activate_skill: 'skill',
  }),
  ...of('OpenCode', {
    list: 'read',
    patch: 'edit',
    question: null,
    todoread: 'todo',
  }),
  ...of('VS Code', {
    vscode: null,
    browser: null,
    new: null,
    extensions: null,
    problems: null,
    usages: null,
    changes: null,
    fetch: 'web',
    runtasks: 'execute',
    runtests: 'execute',
    terminallastcommand: null,
    terminalselection: null,
    searchresults: null,
    findtestfiles: null,
    testfailure: null,
    opensimplebrowser: null,
    githubrepo: null,
    vscodeapi: null,
    listdirectory: 'read',
    editnotebook: 'edit',
    'read/problems': null,
    'read/gettaskoutput': null,
    'read/getnotebooksummary': null,
    'read/readnotebookcelloutput': null,
    'read/terminallastcommand': null,
    'read/terminalselection': null,
    'read/viewimage': 'read',
    'edit/createjupyternotebook': 'edit',
    'edit/editnotebook': 'edit',
    'edit/rename': null,
    'execute/createandruntask': 'execute',
    'execute/getterminaloutput': 'execute',
    'execute/killterminal': 'execute',
    'execute/runnotebookcell': null,
    'execute/runtask': 'execute',
    'execute/runtests': 'execute',
    'execute/sendtoterminal': 'execute',
    'execute/testfailure': null,
    'search/changes': null,
    'search/listdirectory': 'read',
    'search/usages': null,
    'vscode/askquestions': null,
    'vscode/extensions': null,
    'vscode/getprojectsetupinfo': null,
    'vscode/installextension': null,
    'vscode/memory': null,
    'vscode/newworkspace': null,
    'vscode/resolvememoryfileuri': null,
    'vscode/runcommand': null,
    'vscode/toolsearch': null,
    'vscode/vscodeapi': null,
    'web/githubrepo': null,
    'web/githubtextsearch': null,
  }),
  ...of('Claude Code', {
    ls: 'read',
    websearch: null,
    bashoutput: 'execute',
    killshell: 'execute',
    killbash: 'execute',
    askuserquestion: null,
    exitplanmode: null,
    slashcommand: null,
    lsp: null,
    listmcpresourcestool: null,
    readmcpresourcetool: null,
  }),
};
