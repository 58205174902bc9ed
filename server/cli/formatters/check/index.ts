/** The formats of `check`: a new one is a file in this folder and a line here. */
import type { CheckFormatter } from './formatter';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

export const checkFormatters = { text, json, sarif, github } satisfies Readonly<Record<string, CheckFormatter>>;
