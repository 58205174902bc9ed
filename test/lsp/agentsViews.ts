/** A conversation with a view of all agents, for tests of its requests. */
import type { TestContext } from 'node:test';
import type { AgentList, AgentParts } from '../../server/core/index';
import { type Conversation, converse, type Options } from './conversation';
import { MemoryFiles, quiet } from './memoryFiles';

/** The folder of the agents. */
export const A = 'file:///w/.claude/agents/';

/** The text of an agent. */
export const agent = (name: string, fields = 'tools: Read\n', body = 'Hi'): string =>
  `---\nname: ${name}\ndescription: Does some work.\n${fields}---\n${body}\n`;

export interface View extends Conversation {
  readonly files: MemoryFiles;
  /** How often the client has heard of a change. */
  readonly heard: () => number;
  /** The answer to the request for the list. */
  readonly list: (
    params?: object,
  ) => Promise<Partial<AgentList> & { state: string; isSame?: boolean; isComplete?: boolean }>;
  /** Each agent with its state and its numbers of errors and warnings. */
  readonly names: (params?: object) => Promise<readonly string[]>;
  /** Resolves when the server has done everything. */
  readonly quiet: () => Promise<void>;
}

/** Starts a server on some files, and waits until it has read them. */
export async function view(
  t: TestContext,
  texts: Readonly<Record<string, string>>,
  options: Options = {},
): Promise<View> {
  const files = new MemoryFiles(texts);
  let heard = 0;
  const conversation = await converse(t, {
    host: { ...files.host, userFolders: ['file:///home/me/.claude'] },
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: {
      workspace: {
        workspaceFolders: true,
        configuration: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
    },
    early: (client) => {
      client.onNotification('agentAuthoring/agentsChanged', () => {
        heard++;
      });
    },
    ...options,
  });
  await quiet(conversation, files);
  const list: View['list'] = (params = {}) => conversation.client.sendRequest('agentAuthoring/agents', params);
  return {
    ...conversation,
    files,
    heard: () => heard,
    list,
    names: async (params) =>
      ((await list(params)).groups ?? []).flatMap(({ hosts }) =>
        hosts.flatMap(({ agents }) =>
          agents.map(
            ({ name, state, problems }) =>
              `${name} ${state}${problems === undefined ? '' : ` ${problems.errors}/${problems.warnings}`}`,
          ),
        ),
      ),
    quiet: () => quiet(conversation, files),
  };
}

/** What is below an agent. */
export const parts = (
  { client }: Conversation,
  uri: string,
): Promise<(AgentParts & { problems: readonly { code: string }[] }) | null> =>
  client.sendRequest('agentAuthoring/agent', { uri });
