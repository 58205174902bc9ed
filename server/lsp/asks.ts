/** What the server asks its client in requests of our own. */
import type { Connection } from 'vscode-languageserver';
import type { ReadConfiguration } from './configurationFiles';
import { type Exists, readExists } from './presence';

/** Whether a file exists. `{ uri }`, answered by a boolean. */
export const existsThrough =
  (connection: Connection): Exists =>
  async (uri) =>
    readExists(await connection.sendRequest('agentAuthoring/exists', { uri }));

/** The text of a configuration file. `{ uri }`, answered by the text, or by null when it does not exist. */
export const configThrough =
  (connection: Connection): ReadConfiguration =>
  (uri) =>
    connection.sendRequest('agentAuthoring/config', { uri });
