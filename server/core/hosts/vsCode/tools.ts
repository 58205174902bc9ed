/** The names that VS Code accepts in a list of tools: sets of tools, and the tools in them. */

import type { Tool } from '../tool';
import { toolWith } from '../toolTable';
import { accepted, observed } from './evidence';

const tool = toolWith(observed);

/** Known to the program, but missing in the web build that was run. */
const notInEveryBuild = { status: 'undocumented', evidence: accepted } as const;

/** A set of an older version. It still counts, and the program proposes the tools that replaced it. */
const older = {
  status: 'legacy',
  note: 'An older name. VS Code proposes the tools of the current sets instead.',
} as const;

const sets = {
  // In the order in which completion offers them: the most frequently listed first.
  read: tool('All tools that read files, problems, terminals and notebooks.', 'reads', ['read'], { givesMore: true }),
  search: tool('All tools that search the workspace.', 'reads', ['search-text', 'find-files', 'list-folder']),
  edit: tool('All tools that create and change files.', 'writes', ['write', 'edit', 'notebook']),
  execute: tool(
    'All tools that run commands, tasks and tests, and with them anything a shell can do, writing files included.',
    'runs',
    ['run'],
  ),
  web: tool('All tools that read web pages and repositories.', 'network', ['fetch', 'search-web']),
  agent: tool('Starts other agents.', 'delegates', ['delegate'], {
    note: 'Needed where `agents` names the agents that may be started.',
  }),
  todo: tool('Keeps a list of tasks.', 'state', ['todo']),
  vscode: tool('All tools that ask about VS Code or change it.', 'state', ['ask'], { givesMore: true }),
  new: tool('Tools that set up a new workspace.', 'writes', [], { status: 'undocumented' }),
  vscodeGeneral: tool('General tools of VS Code.', 'reads', [], { status: 'undocumented' }),
  vscodeNotebooks: tool('Tools for notebooks.', 'runs', [], { status: 'undocumented' }),
  vscodeTasks: tool('Tools for tasks.', 'runs', [], { status: 'undocumented' }),
  vscodeBrowser: tool('Tools for the browser in VS Code.', 'network', [], { status: 'undocumented' }),
} as const satisfies Readonly<Record<string, Tool>>;

const members = {
  'read/readFile': tool('Reads a file.', 'reads', ['read']),
  'read/problems': tool('Reads the problems that VS Code shows.', 'reads'),
  'read/viewImage': tool('Looks at an image.', 'reads'),
  'read/terminalLastCommand': tool('Reads the last command of the terminal.', 'reads'),
  'read/terminalSelection': tool('Reads the selection in the terminal.', 'reads'),
  'read/getTaskOutput': tool('Reads the output of a task.', 'reads'),
  'read/getNotebookSummary': tool('Reads the outline of a notebook.', 'reads'),
  'read/readNotebookCellOutput': tool('Reads the output of a notebook cell.', 'reads'),
  'search/textSearch': tool('Searches the contents of files.', 'reads', ['search-text']),
  'search/fileSearch': tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  'search/codebase': tool('Finds code by its meaning.', 'reads', ['search-text']),
  'search/listDirectory': tool('Lists the files of a folder.', 'reads', ['list-folder']),
  'search/usages': tool('Finds the uses of a symbol.', 'reads'),
  'search/changes': tool('Reads the changes in source control.', 'reads', [], notInEveryBuild),
  'edit/editFiles': tool('Changes files.', 'writes', ['edit']),
  'edit/createFile': tool('Creates a file.', 'writes', ['write']),
  'edit/createDirectory': tool('Creates a folder.', 'writes'),
  'edit/rename': tool('Renames a symbol.', 'writes'),
  'edit/editNotebook': tool('Changes a notebook.', 'writes', ['notebook']),
  'edit/createJupyterNotebook': tool('Creates a notebook.', 'writes'),
  'execute/runInTerminal': tool('Runs a command in the terminal.', 'runs', ['run']),
  'execute/getTerminalOutput': tool('Reads what a command prints.', 'reads'),
  'execute/sendToTerminal': tool('Types into the terminal.', 'runs'),
  'execute/killTerminal': tool('Ends a terminal.', 'runs'),
  'execute/runTask': tool('Runs a task.', 'runs'),
  'execute/createAndRunTask': tool('Creates a task and runs it.', 'runs'),
  'execute/runTests': tool('Runs tests.', 'runs'),
  'execute/testFailure': tool('Reads why a test failed.', 'reads'),
  'execute/runNotebookCell': tool('Runs a notebook cell.', 'runs'),
  'web/fetch': tool('Reads a web page.', 'network', ['fetch'], notInEveryBuild),
  'web/githubRepo': tool('Searches a repository on GitHub.', 'network'),
  'web/githubTextSearch': tool('Searches text on GitHub.', 'network'),
  'agent/runSubagent': tool('Starts another agent.', 'delegates', ['delegate']),
  'vscode/askQuestions': tool('Asks the user questions.', 'asks', ['ask']),
  'vscode/memory': tool('Keeps notes between sessions.', 'state'),
  'vscode/extensions': tool('Searches extensions.', 'network'),
  'vscode/installExtension': tool('Installs an extension.', 'runs'),
  'vscode/newWorkspace': tool('Sets up a new workspace.', 'writes'),
  'vscode/runCommand': tool('Runs a command of VS Code.', 'runs'),
  'vscode/vscodeAPI': tool('Looks up the API of VS Code.', 'reads'),
  'vscode/toolSearch': tool('Finds tools.', 'reads'),
  'vscode/resolveMemoryFileUri': tool('Finds the file of a note.', 'reads'),
  'vscodeGeneral/runTests': tool('Runs tests.', 'runs', [], { status: 'undocumented' }),
  'vscodeGeneral/testFailure': tool('Reads why a test failed.', 'reads', [], { status: 'undocumented' }),
  'vscodeGeneral/usages': tool('Finds the uses of a symbol.', 'reads', [], { status: 'undocumented' }),
  'vscodeNotebooks/getNotebookSummary': tool('Reads the outline of a notebook.', 'reads', [], {
    status: 'undocumented',
  }),
  'vscodeNotebooks/readNotebookCellOutput': tool('Reads the output of a notebook cell.', 'reads', [], {
    status: 'undocumented',
  }),
  'vscodeNotebooks/runNotebookCell': tool('Runs a notebook cell.', 'runs', [], { status: 'undocumented' }),
  'vscodeTasks/createAndRunTask': tool('Creates a task and runs it.', 'runs', [], { status: 'undocumented' }),
  'vscodeTasks/getTaskOutput': tool('Reads the output of a task.', 'reads', [], { status: 'undocumented' }),
  'vscodeTasks/problems': tool('Reads the problems that VS Code shows.', 'reads', [], { status: 'undocumented' }),
  'vscodeTasks/runTask': tool('Runs a task.', 'runs', [], { status: 'undocumented' }),
} as const satisfies Readonly<Record<string, Tool>>;

/** Old names for which several tools stand now, so that no single name replaces them. */
const several = {
  runCommands: tool('Runs commands in the terminal and reads what they print.', 'runs', ['run'], older),
  runTasks: tool('Runs tasks and reads what they print.', 'runs', [], older),
  runNotebooks: tool('Reads and runs notebooks.', 'runs', [], older),
  runTests: tool('Runs tests.', 'runs', [], older),
  testFailure: tool('Reads why a test failed.', 'reads', [], older),
  problems: tool('Reads the problems that VS Code shows.', 'reads', [], older),
  usages: tool('Finds the uses of a symbol.', 'reads', [], older),
} as const satisfies Readonly<Record<string, Tool>>;

export const vsCodeTools = { ...sets, ...members, ...several } as const satisfies Readonly<Record<string, Tool>>;

export type VsCodeTool = keyof typeof vsCodeTools;

/** The sets in a name with a slash; before any other slash is the name of a server. */
export const vsCodeSets: ReadonlySet<string> = new Set(Object.keys(sets));

export const vsCodeToolSets: readonly (readonly VsCodeTool[])[] = [
  ['read', 'search', 'edit', 'execute'],
  ['read', 'search', 'edit'],
  ['read', 'search'],
  ['read', 'search', 'web'],
];
