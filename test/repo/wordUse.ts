/** What a string literal is used for in a source: as a member of a type, as one of a few choices, or as a key to look up. */
import { positionsOf } from './search';
import type { Token } from './tokens';

/** The text of a string, or of a template without holes. */
export function literalOf(token: Token): string | undefined {
  if (token.kind === 'string') return token.value;
  return token.kind === 'template' && /^`.*`$/s.test(token.text) ? token.text.slice(1, -1) : undefined;
}

/** Whether a literal is a member of a union of types, which names nothing until a value of it is written. */
export function isUnionMember(code: readonly Token[], at: number): boolean {
  const isBar = (i: number): boolean => code[i]?.text === '|' && code[i - 1]?.text !== '|' && code[i + 1]?.text !== '|';
  return isBar(at - 1) || isBar(at + 1);
}

/** Whether a literal is compared with a kind, role or cause, or asks for a role. */
export function isChoice(code: readonly Token[], at: number): boolean {
  if (code[at - 1]?.text === 'case') return true;
  const before = code.slice(Math.max(0, at - 4), at);
  const isCompared = ['kind', 'role', 'cause', 'effect'].some((word) =>
    ['=', '!'].some((sign) => positionsOf(before, word, sign, '=', '=').length > 0),
  );
  return isCompared || callee(code, at) === 'fieldByRole';
}

/** Whether a literal is compared with something that is no choice, looked up in a table, or listed. */
export function isKeyUse(code: readonly Token[], at: number): boolean {
  if (isChoice(code, at)) return false;
  const isCompared = [code[at - 2], code[at - 1]].every((token) => token?.text === '=') || code[at + 1]?.text === '=';
  const isListed = code[enclosing(code, at)]?.text === '[';
  return isCompared || isListed || /^(?:value|lookup|get|has|hasOwn|includes|startsWith)$/.test(callee(code, at) ?? '');
}

/** The function in whose arguments a token stands. */
function callee(code: readonly Token[], at: number): string | undefined {
  const open = enclosing(code, at);
  return code[open]?.text === '(' ? code[open - 1]?.text : undefined;
}

/** Where the bracket around a token opens; -1 at the top level. */
function enclosing(code: readonly Token[], at: number): number {
  const depth = code[at]?.depth ?? 0;
  for (let i = at - 1; i >= 0; i--) if ((code[i]?.depth ?? 0) < depth) return i;
  return -1;
}
