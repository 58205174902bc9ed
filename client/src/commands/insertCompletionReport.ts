/** "Insert Completion Report": the YAML report that an agent fills in when it is done. */
import agents from '../../../snippets/agents.json';
import { insertSnippet } from './snippet';

export const insertCompletionReport = (): Promise<void> => insertSnippet(agents['Completion Report']);
