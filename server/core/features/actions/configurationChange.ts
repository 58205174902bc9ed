/** Changes of the configuration file that actions offer, and the edits that make them. */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { type NameKind, nameKinds } from '../../lint/settings/allow';
import { configurationEdit } from '../../lint/settings/edit';
import { applyEdits } from '../../text/edits';
import { editsBetween } from '../../text/lineEdits';
import { isRecord } from '../../text/records';
import { sourceOf } from '../../text/source';
import { creatingEditOf } from '../newFiles';
import { textEditOf } from '../ranges';
import { saveConfiguration } from './commands';

/** What an action does to the configuration file; in the `data` of an action without an edit. */
export type ConfigurationChange =
  | { readonly kind: 'disable'; readonly rule: string }
  | { readonly kind: 'allow'; readonly list: NameKind; readonly names: readonly string[] };

/** Reads it from data of any shape; undefined when it is something else. */
export function readConfigurationChange(data: unknown): ConfigurationChange | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, rule, names } = data;
  if (kind === 'disable' && typeof rule === 'string') return { kind, rule };
  const list = nameKinds.find((one) => one === data['list']);
  if (kind !== 'allow' || list === undefined || !Array.isArray(names)) return undefined;
  return { kind, list, names: names.filter((name) => typeof name === 'string') };
}

/**
 * The parts of an action that change the configuration file.
 * @param uri Of the file.
 * @param text Its text; undefined when the file does not exist yet, and is created.
 * @param hasCommands Whether the client has the command that saves the file.
 * @returns Undefined when the text cannot be changed because it is not valid, or need not be.
 */
export function configurationParts(
  uri: string,
  text: string | undefined,
  change: ConfigurationChange,
  hasCommands: boolean,
): Pick<CodeAction, 'edit' | 'command'> | undefined {
  const after = changed(text ?? '', change);
  if (after === undefined || after === text) return undefined;
  const edit: WorkspaceEdit =
    text === undefined
      ? creatingEditOf([{ path: uri, text: after }], uri, [])
      : {
          documentChanges: [
            {
              textDocument: { uri, version: null },
              edits: editsBetween(text, after).map((one) => textEditOf(sourceOf(text), one)),
            },
          ],
        };
  return { edit, ...(hasCommands && { command: saveConfiguration(uri) }) };
}

/** The text after the change; undefined when the text before is not valid. */
function changed(text: string, change: ConfigurationChange): string | undefined {
  if (change.kind === 'disable') return withValue(text, ['rules', change.rule], 'off');
  return change.names.reduce<string | undefined>(
    (now, name) => (now === undefined ? undefined : withValue(now, ['allow', change.list, -1], name)),
    text,
  );
}

function withValue(text: string, path: readonly (string | number)[], value: string): string | undefined {
  const edits = configurationEdit(text, path, value);
  return edits && applyEdits(text, edits);
}
