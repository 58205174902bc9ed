/** The quick fix in a configuration file that raises its `version`, so that the rules of later versions are on. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { type Raise, raiseOf } from '../../lint/settings/version';
import { editsOfJson } from '../../syntax/json/editJson';
import { entryOf, parseJsonc, plainOf } from '../../syntax/json/parseJsonc';
import { offsetAt, sourceOf } from '../../text/source';
import { overlaps, span } from '../../text/span';
import { isRequested } from '../actions/kinds';
import { workspaceEditOf } from '../ranges';

/**
 * The actions at a range of the configuration file at a URI: none away from `version`, and where every rule is on.
 * @param only The kinds that the client requests; any kind when it names none.
 * @param raises What a value of `version` can be replaced by.
 */
export function configurationActions(
  uri: string,
  text: string,
  { start, end }: Range,
  only?: readonly string[],
  raises: (version: unknown) => Raise | undefined = raiseOf,
): readonly CodeAction[] {
  if (isRequested(CodeActionKind.QuickFix, only) === false) return [];
  const entry = entryOf(parseJsonc(text).root, 'version');
  const raise = entry && raises(plainOf(entry.value));
  if (entry === undefined || raise === undefined) return [];
  const source = sourceOf(text);
  const chosen = span(offsetAt(source, start), offsetAt(source, end));
  if (!overlaps(span(entry.keySpan.start - 1, entry.value.span.end), chosen)) return [];
  const edits = editsOfJson(text, ['version'], raise.to);
  if (edits === undefined) return [];
  return [{ title: titleOf(raise), kind: CodeActionKind.QuickFix, edit: workspaceEditOf(uri, source, edits) }];
}

const titleOf = ({ to, count }: Raise): string =>
  count === 0
    ? `Replace it with \`${to}\``
    : `Raise \`version\` to \`${to}\` and turn on ${count === 1 ? '1 rule' : `${count} rules`}`;
