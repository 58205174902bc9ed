/** I8: names of a host are used only in its folder, and kinds of sections only in their catalogue. */
import {
  isArrayLiteralExpression,
  isCallExpression,
  isCaseClause,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from 'typescript/unstable/ast';
import { mayNameSections, mayUseHostNames } from './layout';
import { type Invariant, perFile, type SourceFile, typescriptIn, type Violation } from './sources';
import { comparedWith, isInExample, lastNameOf, literalOf } from './sourceTree';
import { type Names, namesOf, vocabularies } from './vocabulary';

/**
 * Outside their homes, no string is one of the names that mean nothing else, no identifier is such a name of a field, and
 * no plain word is used as a key of a host's table. Examples of rules hold whole documents and are left out.
 */
export function namesAreData(names: Names = namesOf(vocabularies)): Invariant {
  const found = perFile((path, file) => namesIn(path, file, names));
  return (files) =>
    typescriptIn(files, 'server/core', 'server/lsp', 'server/cli', 'client/src').flatMap(([path, file]) =>
      found(path, file),
    );
}

function namesIn(path: string, file: SourceFile, names: Names): readonly Violation[] {
  const isAtHome = (what: string): boolean =>
    (what.endsWith('section') && mayNameSections(path)) || (what !== 'section' && mayUseHostNames(path));
  return file.nodes().flatMap((node) => {
    const text = isIdentifier(node) ? node.text : literalOf(node);
    const what = text === undefined ? undefined : nameAt(node, text, names);
    if (text === undefined || what === undefined || isAtHome(what) || isInExample(node)) return [];
    return [{ path, what: `names the ${what} '${text}'` }];
  });
}

/** What an identifier or a string names, or undefined. Of identifiers only fields count: `Edit` is also a type of ours. */
function nameAt(node: Node, text: string, names: Names): string | undefined {
  const distinctive = names.distinctive(text);
  if (isIdentifier(node)) return distinctive === 'field' ? distinctive : undefined;
  if (distinctive !== undefined) return distinctive;
  if (names.isKey(text) && isKeyUse(node)) return 'key';
  if (isInListOfFields(node, names)) return 'field';
  return names.isSection(text) && isSectionUse(node) ? 'section' : undefined;
}

/** What a variable or member is called that holds the key of a field or the name of a tool. */
const isKeyName = (name: string | undefined): boolean =>
  name !== undefined && /^key$|Key$|^(?:field|tool)(?:Name)?$/.test(name);

/** What a table of a host, or a set of its keys, is called. */
const isTableName = (name: string | undefined): boolean =>
  name !== undefined && /^(?:tools|retired|foreign|models)$|fields$|keys$|entries$/i.test(name);

/** What a function is called that looks something up by a key. */
const isLookup = (name: string): boolean =>
  /^(?:value|lookup|hasOwn|entry|field)$|(?:Value|Lookup|Entry|Field)$/.test(name);

/** Whether a literal is compared with a key, or looked up in a table of a host. */
function isKeyUse(node: Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  const other = comparedWith(node);
  if (other !== undefined) return isKeyName(lastNameOf(other));
  if (isCaseClause(parent)) return isKeyName(lastNameOf(switchedOn(parent)));
  if (isElementAccessExpression(parent)) return isTableName(lastNameOf(parent.expression));
  return isCallExpression(parent) && parent.expression !== node && isLookupCall(parent.expression);
}

function isLookupCall(callee: Node): boolean {
  const name = lastNameOf(callee) ?? '';
  if (isLookup(name)) return true;
  const isAsk = /^(?:get|has|includes|indexOf)$/.test(name);
  return isAsk && isPropertyAccessExpression(callee) && isTableName(lastNameOf(callee.expression));
}

/** What is looked at by the `switch` of a `case`. */
function switchedOn(clause: Node): Node | undefined {
  const around = clause.parent?.parent;
  return around !== undefined && 'expression' in around ? (around.expression as Node) : undefined;
}

/** Whether a literal is in a list of two or more, all of them fields of one host. */
function isInListOfFields({ parent }: Node, names: Names): boolean {
  if (parent === undefined || !isArrayLiteralExpression(parent) || parent.elements.length < 2) return false;
  return names.areFields(parent.elements.map((element) => literalOf(element) ?? ''));
}

/** Whether a literal is compared with what is called a section or its kind. */
const isSectionUse = (node: Node): boolean => /section|heading/i.test(lastNameOf(comparedWith(node)) ?? '');
