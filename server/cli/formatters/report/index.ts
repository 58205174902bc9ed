/** The formats of `report check`: a new one is a file in this folder and a line here. */
import type { ReportFormatter } from './formatter';
import { json } from './json';
import { text } from './text';

export const reportFormatters = { text, json } satisfies Readonly<Record<string, ReportFormatter>>;
