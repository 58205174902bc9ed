/** The formats of `explain`: a new one is a file in this folder and a line here. */
import type { ExplainFormatter } from './formatter';
import { json } from './json';
import { markdown } from './markdown';
import { text } from './text';

export const explainFormatters = { text, json, markdown } satisfies Readonly<Record<string, ExplainFormatter>>;
