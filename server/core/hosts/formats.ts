/** The list of all dialects: a new one is a file beside this and a line here. */
import { claudeCodeDialect } from './claudeCode/agent';
import { claudeCodePlugin } from './claudeCode/plugin';
import type { Format } from './host';

/** Every dialect, the most usual first. */
export const formats: readonly Format[] = [claudeCodeDialect, claudeCodePlugin];

/** The dialect of that id, or undefined when there is none. */
export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id);
