/** What a lens that counts calls does: shows the places in the editor's own list of references. */
import { commands } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Where the list appears, and the places in it, as the server sends them. */
type Converter = BaseLanguageClient['protocol2CodeConverter'];
type Position = Parameters<Converter['asPosition']>[0];
type Locations = Parameters<Converter['asReferences']>[0];

/**
 * @param client That of the server that made the lens; without one there is nothing to show.
 * @param uri Of the document with the lens.
 */
export async function showReferences(
  client: BaseLanguageClient | undefined,
  uri: string,
  position: NonNullable<Position>,
  locations: NonNullable<Locations>,
): Promise<void> {
  if (client === undefined) return;
  const { asUri, asPosition, asReferences } = client.protocol2CodeConverter;
  const places = await asReferences(locations);
  await commands.executeCommand('editor.action.showReferences', asUri(uri), asPosition(position), places);
}
