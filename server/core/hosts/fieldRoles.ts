/** Questions about the roles of fields. */
import type { FieldRole } from './field';

/** Whether a field of this role says which tools the agent may use. */
export const isRestricting = (role: FieldRole | undefined): boolean =>
  role === 'allow' || role === 'deny' || role === 'tool-switches' || role === 'tool-permissions';
