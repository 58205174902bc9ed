/** Which kinds of code actions a client requests. */

/**
 * Whether a client requests a kind of code action.
 * @param only `CodeActionContext.only`: each kind includes its sub-kinds. The empty kind includes all, like no list.
 * @returns undefined when the client names no kinds, which means any kind.
 * @example `source.fixAll` requests `source.fixAll.agentAuthoring`, but not `source.fixAllAgents`.
 */
export const isRequested = (kind: string, only: readonly string[] | undefined): boolean | undefined =>
  only?.includes('') === true ? undefined : only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
