/** Which kinds of code actions a client asks for. */

/**
 * Whether a client asks for a kind of code action.
 * @param only `CodeActionContext.only`: each kind stands for itself and its sub-kinds.
 * @returns undefined when the client names no kinds, so that it takes whatever applies.
 * @example `source.fixAll.agentAuthoring` is asked for by `source.fixAll`, and `source.fixAllAgents` is not.
 */
export const isRequested = (kind: string, only: readonly string[] | undefined): boolean | undefined =>
  only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
