/** What the view of agents can be limited to, in the words of VS Code. */
import { l10n, type QuickPickItem, window } from 'vscode';

interface Choice extends QuickPickItem {
  /** As the server knows it. */
  readonly word: string;
}

const choices = (): readonly Choice[] => [
  { word: 'fails', label: l10n.t('does not load') },
  { word: 'losses', label: l10n.t('loads with losses') },
  { word: 'taken', label: l10n.t('another file has its name') },
  { word: 'problems', label: l10n.t('has errors or warnings') },
  { word: 'every', label: l10n.t('gets every tool') },
  { word: 'writes', label: l10n.t('may write files') },
  { word: 'runs', label: l10n.t('may run commands') },
  { word: 'network', label: l10n.t('may use the network') },
  { word: 'delegates', label: l10n.t('may start other agents') },
];

/** The words of a filter. */
export const filterText = (only: readonly string[]): string =>
  choices()
    .filter(({ word }) => only.includes(word))
    .map(({ label }) => label)
    .join(', ');

/**
 * Asks what to show.
 * @returns undefined when the question is left.
 */
export async function askFilter(only: readonly string[]): Promise<readonly string[] | undefined> {
  const items = choices().map((choice) => ({ ...choice, picked: only.includes(choice.word) }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Filter Agents'),
    placeHolder: l10n.t('Show agents that match one of these'),
  });
  return picked?.map(({ word }) => word);
}
