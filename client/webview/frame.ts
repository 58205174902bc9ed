/** What the pages share: the messages to the extension, kept state and texts. */
import type { FromPage, Texts, ToPage } from '../src/webview/messages';
import { element } from './elements';

interface Editor {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();

export const post = (message: FromPage): void => editor.postMessage(message);

/** What the page kept when it was last shown, as far as it has the types of `usual`. */
export function keptState<T extends object>(usual: T): T {
  const kept: unknown = editor.getState();
  if (typeof kept !== 'object' || kept === null) return usual;
  const known = new Map<string, unknown>(Object.entries(kept));
  const fitting = Object.entries(usual).flatMap(([key, value]) =>
    typeof known.get(key) === typeof value ? [[key, known.get(key)] as const] : [],
  );
  return { ...usual, ...Object.fromEntries(fitting) };
}

export const keep = (state: unknown): void => editor.setState(state);

/**
 * Calls `show` with each answer of the server, and says that the page is ready.
 * @param failed Called when there is no answer.
 */
export function listen<Data>(show: (data: Data, texts: Texts) => void, failed: (texts: Texts) => void): void {
  window.addEventListener('message', ({ data: message }: MessageEvent<ToPage<Data>>) => {
    if (message.kind === 'show') show(message.data, message.texts);
    else if (message.kind === 'failed') failed(message.texts);
  });
  post({ kind: 'ready' });
}

/** The text of a key, with arguments for `{0}`, `{1}`. */
export const say = (texts: Texts, key: string, ...values: readonly (string | number)[]): string =>
  (texts[key] ?? key).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

/** Where everything is shown. */
export function page(): HTMLElement {
  return document.getElementById('page') ?? document.body;
}

/** A text that screen readers say when it changes. */
export const status = (): HTMLElement => element('p', { role: 'status', class: 'status' });
