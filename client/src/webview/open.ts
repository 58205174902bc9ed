/** Opens what a page refers to. */
import { env, l10n, Range, Uri, window } from 'vscode';
import type { Place } from './messages';

/**
 * Opens the file of a place in the active group and selects what is meant.
 * @param range Another range of the file.
 */
export async function openPlace({ uri, range: own }: Place, range = own): Promise<void> {
  const { start, end } = range;
  await window.showTextDocument(Uri.parse(uri), {
    selection: new Range(start.line, start.character, end.line, end.character),
  });
}

/** Puts a text on the clipboard and says so for a moment. */
export async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied to the clipboard.'), 3_000);
}
