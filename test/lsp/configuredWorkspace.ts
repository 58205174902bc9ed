/** A workspace whose configuration file decides what is an agent, and a conversation with a server that has read it. */
import type { TestContext } from 'node:test';
import type { RegistrationParams } from 'vscode-languageserver/node';
import { isIndexed, matchesGlob } from '../../server/core/index';
import { document } from '../../server/core/text/document';
import { type Conversation, converse } from './conversation';
import { type MemoryFiles, quiet } from './memoryFiles';

export const FILE = 'file:///w/.agent-authoring.json';
export const TEXT = document`
  ---
  name: a
  description: Does the work that its name says, and reports what it has found.
  tools: Read, Deploy
  ---
  Hi
  `;

/** What the client was asked to register. */
export interface Started {
  readonly conversation: Conversation;
  readonly registered: RegistrationParams['registrations'];
}

export async function start(t: TestContext, files: MemoryFiles, hasSchema = false): Promise<Started> {
  const { host } = files;
  const more: NonNullable<typeof host.files> = {
    find: async (folder, globs = []) => ({
      uris: files
        .entries()
        .map(([uri]) => uri)
        .filter(
          (uri) => uri.startsWith(`${folder}/`) && (isIndexed(uri) || globs.some((glob) => matchesGlob(uri, glob))),
        ),
      isCut: false,
    }),
    read: async (uri) => files.get(uri),
  };
  const registered: RegistrationParams['registrations'] = [];
  const conversation = await converse(t, {
    host: { ...host, files: more },
    workspaceFolders: [{ uri: 'file:///w', name: '' }],
    initializationOptions: { hasSchema },
    capabilities: {
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { synchronization: { dynamicRegistration: true } },
    },
    early: (client) => {
      client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        registered.push(...registrations);
        return null;
      });
      client.onRequest('client/unregisterCapability', () => null);
    },
  });
  await quiet(conversation, files);
  return { conversation, registered };
}

/** Files that are agents by their folder, and others. */
export const texts = {
  'file:///w/.claude/agents/a.md': TEXT,
  'file:///w/vendor/.claude/agents/a.md': TEXT,
  'file:///w/src/agents/a.md': TEXT,
  'file:///w/src/notes/a.md': TEXT,
};
