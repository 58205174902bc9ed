/** Changes of the configuration file that actions offer, and the edits that make them. */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { configurationEdit } from '../../lint/settings/edit';
import { isRecord } from '../../text/records';
import { sourceOf } from '../../text/source';
import { creatingEditOf } from '../newFiles';
import { textEditOf } from '../ranges';
import { saveConfiguration } from './commands';

/** What an action does to the configuration file; in the `data` of an action without an edit. */
export interface ConfigurationChange {
  readonly kind: 'disable';
  readonly rule: string;
}

/** Reads it from data of any shape; undefined when it is something else. */
export function readConfigurationChange(data: unknown): ConfigurationChange | undefined {
  if (!isRecord(data) || data['kind'] !== 'disable' || typeof data['rule'] !== 'string') return undefined;
  return { kind: 'disable', rule: data['rule'] };
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
  const edits = configurationEdit(text ?? null, ['rules', change.rule], 'off');
  if (edits === undefined || edits.length === 0) return undefined;
  const edit: WorkspaceEdit =
    text === undefined
      ? creatingEditOf([{ path: uri, text: edits.map(({ newText }) => newText).join('') }], uri, [])
      : {
          documentChanges: [
            {
              textDocument: { uri, version: null },
              edits: edits.map((one) => textEditOf(sourceOf(text), one)),
            },
          ],
        };
  return { edit, ...(hasCommands && { command: saveConfiguration(uri) }) };
}
