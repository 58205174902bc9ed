/** The task that checks all agents of a folder in the terminal. Only the Node extension host can start processes. */
import {
  type Disposable,
  l10n,
  ProcessExecution,
  Task,
  TaskGroup,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** Of the Node extension host, whose types are not those of the client. */
declare const process: { readonly execPath: string };

const TYPE = 'agent-authoring';

/** As in `taskDefinitions` of the manifest. */
interface Definition {
  readonly type: typeof TYPE;
  /** Arguments of the command line. */
  readonly args?: readonly string[];
}

const CHECK: Definition = { type: TYPE, args: ['check'] };

/** @param extension The folder of the extension, which contains the command line. */
export const registerTasks = (extension: Uri): Disposable =>
  tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => taskOf(CHECK, folder, extension)),
    resolveTask: ({ definition, scope }) => {
      const args: unknown = definition['args'];
      if (args !== undefined && !isArguments(args)) return undefined;
      const folder = typeof scope === 'object' ? scope : undefined;
      // VS Code keeps a task only with the definition that it gave.
      return taskOf({ ...definition, type: TYPE, args: args ?? CHECK.args ?? [] }, folder, extension, definition);
    },
  });

function taskOf(
  { args = [] }: Definition,
  folder: WorkspaceFolder | undefined,
  extension: Uri,
  definition: { readonly type: string } = CHECK,
): Task {
  const program = Uri.joinPath(extension, 'dist/cli.js').fsPath;
  // VS Code itself is the Node that is certainly there.
  const matchers = matchersFor(folder);
  const execution = new ProcessExecution(process.execPath, [program, ...(matchers.length > 0 ? inLines(args) : args)], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    ...(folder === undefined ? {} : { cwd: folder.uri.fsPath }),
  });
  const name = args.length === 0 ? l10n.t('help') : args.join(' ');
  const task = new Task(definition, folder ?? TaskScope.Workspace, name, 'Agent Authoring', execution, matchers);
  task.group = TaskGroup.Test;
  task.detail = l10n.t('Reports problems in all agents of the folder');
  return task;
}

/** The server shows the same problems unless it is told to show those of open files only. */
const matchersFor = (folder: WorkspaceFolder | undefined): string[] =>
  workspace.getConfiguration('agentAuthoring', folder).get('diagnostics.scope') === 'workspace'
    ? []
    : ['$agent-authoring'];

/** The problem matcher reads one line for each problem, and a task runs in a terminal. */
function inLines([command, ...rest]: readonly string[]): readonly string[] {
  if (command === undefined) return [];
  const isTold = rest.some((argument) => argument === '--frame' || argument === '--no-frame');
  return command === 'check' && !isTold ? [command, '--no-frame', ...rest] : [command, ...rest];
}

const isArguments = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
