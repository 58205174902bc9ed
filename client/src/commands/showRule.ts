/** "Show documentation for …": the page of a rule, rendered. */
import { commands } from 'vscode';
import { pageUri } from '../pages';

/**
 * Shows the page in VS Code's preview of Markdown; as a text where that is switched off.
 * @param rule The id of a rule, as the server sends it.
 */
export async function showRule(rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
  const page = pageUri(`rules/${rule}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await commands.executeCommand('vscode.open', page);
  }
}
