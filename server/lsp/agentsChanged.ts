/** Tells a client that shows the agents of the workspace that they have changed: once, until it asks for them again. */
import type { Connection } from 'vscode-languageserver';
import { Calm, pause } from './calm';
import type { Session } from './session';

const METHOD = 'agentAuthoring/agentsChanged';

export interface AgentsChanged {
  /** The client has asked for agents, and wants to know when the answer is another one. */
  readonly asked: () => void;
}

/** @param isRunning Whether the client may be told something. */
export function agentsChangedIn(session: Session, connection: Connection, isRunning: () => boolean): AgentsChanged {
  const { system } = session;
  let isAsked = false;
  const calm = new Calm(() => {
    if (!isAsked || !isRunning()) return;
    isAsked = false;
    void connection.sendNotification(METHOD);
  }, session.host.pause ?? pause);
  const touched = (): void => {
    if (isAsked) calm.add('agents');
  };
  system.store.touched = touched;
  system.results.touched = touched;
  return {
    asked: () => {
      isAsked = true;
      // The end of reading changes the answer, also when it finds nothing.
      if (!system.isComplete) void system.whenComplete(new Promise(() => undefined)).then(touched);
    },
  };
}
