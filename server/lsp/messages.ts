/** Makes requests whose parameters the library could not read into ones that it can, so that they get the answer of LSP. */
import type { ConnectionOptions, Message } from 'vscode-languageserver';
import { isRecord } from '../core/index';

/** For `createConnection`: every message passes through `readable` first. */
export const connectionOptions: ConnectionOptions = {
  messageStrategy: { handleMessage: (message, next) => next(readable(message)) },
};

/**
 * A message with an object as its parameters, as every method of LSP has it. Handlers then find nothing in the object, and say
 * that the parameters are wrong, where the library would fail or count the parameters.
 */
function readable(message: Message & { readonly method?: unknown; readonly params?: unknown }): Message {
  if (!isRecord(message) || typeof message.method !== 'string') return message;
  const params = paramsOf(message.method, message.params);
  return params === message.params ? message : Object.assign({}, message, { params });
}

function paramsOf(method: string, params: unknown): unknown {
  // The library answers `initialize` without parameters as LSP requires, but cannot do without capabilities.
  if (method !== 'initialize') return isRecord(params) ? params : {};
  if (!isRecord(params)) return undefined;
  return isRecord(params['capabilities']) ? params : { ...params, capabilities: {} };
}
