/** The formats in which `convert` can write. */
import type { ConvertFormatter } from './formatter';
import { json } from './json';
import { text } from './text';

export const convertFormatters = { text, json } as const satisfies Readonly<Record<string, ConvertFormatter>>;
