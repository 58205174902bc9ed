/** What the process that runs the server provides. */
import type { Turn } from './calm';
import type { ReadConfiguration } from './configurationFiles';
import type { Exists } from './presence';
import type { Files } from './workspace/files';

/** What the process that runs the server provides. The client may override it. */
export interface Host {
  /** URI of the folder with the rules' documentation. */
  readonly docsBase?: string | undefined;
  /** Tells whether a file exists, unless the client does. */
  readonly exists?: Exists;
  /** Reads a configuration file, unless the client does. */
  readonly config?: ReadConfiguration;
  /** The next turn of the event loop; a timer when omitted. */
  readonly turn?: Turn;
  /** Calls back after a pause that is longer than those between two keystrokes; a timer when omitted. */
  readonly pause?: Turn;
  /** Finds and reads the files of the workspace, unless the client does. */
  readonly files?: Files;
  /** With this many agents at most, what follows from a change is computed within the request that changed it. */
  readonly fewAgents?: number;
  /** URIs of the folders in which hosts keep the user's files. */
  readonly userFolders?: readonly string[];
}
