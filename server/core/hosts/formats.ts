/** The list of all dialects: a new one is a file beside this and a line here. */
import { claudeCodeDialect } from './claudeCode/agent';
import { claudeCodePlugin } from './claudeCode/plugin';
import type { Dialect } from './host';

/** Every dialect, the most usual first. */
export const dialects: readonly Dialect[] = [claudeCodeDialect, claudeCodePlugin];

/** The dialect of that id, or undefined when there is none. */
export const dialectById = (id: string): Dialect | undefined => dialects.find((dialect) => dialect.id === id);
