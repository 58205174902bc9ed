/** The formats of `check`: a new one is a file in this folder and a line here. */
import type { CheckFormatter } from './formatter';
import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import { junit } from './junit';
import { reproduction } from './reproduction';
import { sarif } from './sarif';
import { text } from './text';

export const checkFormatters = { text, json, sarif, github, gitlab, junit, reproduction } satisfies Readonly<
  Record<string, CheckFormatter>
>;
