/** Reads JSON of unknown origin: bounded in depth, with messages that say where it is wrong and quote nothing from it. */

/** Deeper data is a mistake or an attack, and programs that walk it recursively run out of stack. */
export const MAX_JSON_DEPTH = 64;

/** The value, or why there is none, as the end of a sentence. */
export type JsonRead =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string };

/**
 * Reads a JSON text; a byte order mark before it is ignored. Never throws. A message quotes nothing from the text, because the
 * text may be that of another file to which a link leads.
 */
export function readJson(text: string): JsonRead {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (isDeep(json)) return { kind: 'error', message: `nests deeper than ${MAX_JSON_DEPTH} levels` };
  try {
    return { kind: 'value', value: JSON.parse(json) };
  } catch {
    return { kind: 'error', message: `is not valid JSON${placeText(json)}` };
  }
}

/** Whether brackets nest too deep, in a text that need not be JSON. */
export function isDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}

/** The offset of the quote that ends the string which begins at `start`; the length of the text when there is none. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

function placeText(json: string): string {
  const offset = faultIn(json);
  if (offset >= json.length) return ': it ends too early';
  const lines = json.slice(0, offset).split(/\r\n|\r|\n/);
  return ` at line ${lines.length}, character ${(lines.at(-1) ?? '').length + 1}`;
}

/** The offset of the first token that JSON does not allow where it is; the length of the text when the text only ends too early. */
function faultIn(json: string): number {
  const open: string[] = [];
  // What may come next. After a value it depends on what is open.
  let next: 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'after value' = 'value';
  // White space, and a token if there is one: a mark, a string, a number or a word.
  const tokens = json.matchAll(
    /[ \t\r\n]*(?:([{}[\]:,])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))?/gy,
  );
  for (const { 0: whole, 1: mark = '', 2: text, 3: word = '', index } of tokens) {
    const length = (mark + (text ?? '') + word).length;
    const start = index + whole.length - length;
    const isValue = next === 'value' || next === 'value or ]';
    if (length === 0) return start;
    if (next === 'colon' && mark === ':') next = 'value';
    else if ((next === 'key' || next === 'key or }') && text !== undefined) next = 'colon';
    else if (isValue && (mark === '{' || mark === '[')) {
      open.push(mark);
      next = mark === '{' ? 'key or }' : 'value or ]';
    } else if (isValue && mark === '') next = 'after value';
    else if (next === 'after value' && mark === ',' && open.length > 0) next = open.at(-1) === '{' ? 'key' : 'value';
    else if (mark === closerOf(open.at(-1)) && (next === 'after value' || next.endsWith(mark))) {
      open.pop();
      next = 'after value';
    } else return start;
  }
  return json.length;
}

const closerOf = (opener: string | undefined): string => (opener === '{' ? '}' : opener === '[' ? ']' : 'none');
