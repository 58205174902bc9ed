/** Reads a source's nodes and comments, and the names and values of single nodes. */
import {
  isBinaryExpression,
  isElementAccessExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isRegularExpressionLiteral,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';

/** A comment as written, with its marks. */
export interface Comment {
  readonly text: string;
  /** UTF-16 offset of its first character. */
  readonly start: number;
}

/** Every node of a tree, each before what is in it. */
export function nodesOf(tree: SourceFile): readonly Node[] {
  const nodes: Node[] = [];
  const pending: Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    const children: Node[] = [];
    node.forEachChild((child) => {
      children.push(child);
      return undefined;
    });
    pending.push(...children.reverse());
  }
  return nodes;
}

/** The pieces of a source in which comment marks are text: strings, templates between substitutions, regular expressions. */
const isText = (node: Node): boolean =>
  isStringLiteral(node) ||
  isNoSubstitutionTemplateLiteral(node) ||
  isTemplateHead(node) ||
  isTemplateMiddle(node) ||
  isTemplateTail(node) ||
  isRegularExpressionLiteral(node);

/**
 * The comments of a source in their order.
 * @param nodes All nodes of the source, in file order.
 */
export function commentsOf(text: string, nodes: readonly Node[]): readonly Comment[] {
  const comments: Comment[] = [];
  let from = 0;
  const lookUntil = (end: number): void => {
    for (const { 0: comment, index } of text.slice(from, end).matchAll(/\/\/[^\r\n]*|\/\*.*?\*\//gs))
      comments.push({ text: comment, start: from + index });
  };
  for (const node of nodes) {
    if (!isText(node)) continue;
    // A comment before a string belongs to the string's node, not to the string.
    lookUntil(node.getStart());
    from = node.end;
  }
  lookUntil(text.length);
  return comments;
}

/** The text of a string, or of a template without substitutions; undefined for every other node. */
export const literalOf = (node: Node | undefined): string | undefined =>
  node !== undefined && (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) ? node.text : undefined;

/** A piece of text that the program may show: a string, or a part of a template between substitutions. */
export const shownText = (node: Node): string | undefined =>
  isTemplateHead(node) || isTemplateMiddle(node) || isTemplateTail(node) ? node.text : literalOf(node);

/** The last name of an expression (`c` of `a.b.c`, and of `c`); undefined when it has none. */
export function lastNameOf(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (isIdentifier(node)) return node.text;
  return isPropertyAccessExpression(node) ? node.name.text : undefined;
}

/** The other side of a comparison in which a node is. */
export function comparedWith(node: Node): Node | undefined {
  const { parent } = node;
  if (parent === undefined || !isBinaryExpression(parent) || !comparisons.has(parent.operatorToken.kind))
    return undefined;
  return parent.left === node ? parent.right : parent.left;
}

const comparisons: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** The objects of all reads of a member with this name: `x` of `x.name` and of `x['name']`. */
export const readsOf = (nodes: readonly Node[], name: string): readonly Node[] =>
  nodes.filter(
    (node) =>
      (isPropertyAccessExpression(node) && node.name.text === name) ||
      (isElementAccessExpression(node) && literalOf(node.argumentExpression) === name),
  );

/** The identifiers among `words` that mean a variable or type, not a member of something, each as often as it is. */
export const namesIn = (nodes: readonly Node[], words: ReadonlySet<string>): readonly string[] =>
  nodes.flatMap((node) => (isIdentifier(node) && words.has(node.text) && !isMemberName(node) ? [node.text] : []));

/** Whether an identifier names a member: the part after a dot, or a key of an object, type or class. */
function isMemberName(node: Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (isPropertyAccessExpression(parent)) return parent.name === node;
  return memberKinds.has(parent.kind) && 'name' in parent && parent.name === node;
}

const memberKinds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PropertyAssignment,
  SyntaxKind.PropertySignature,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.MethodSignature,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
  SyntaxKind.EnumMember,
]);

/** Whether a node is evaluated once, when its module is loaded: it is in no function and no class member. */
export function isAtTopLevel(node: Node): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent)
    if (functionKinds.has(around.kind)) return false;
  return true;
}

const functionKinds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrowFunction,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
  SyntaxKind.PropertyDeclaration,
]);

/** Whether a node is in the value of `bad` or `good`: the examples of a rule, which hold whole documents. */
export function isInExample(node: Node): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (isPropertyAssignment(around) && isIdentifier(around.name) && /^(?:bad|good)$/.test(around.name.text))
      return true;
  }
  return false;
}
