/** The formats of `route`: a new one is a file in this folder and a line here. */
import type { RouteFormatter } from './formatter';
import { json } from './json';
import { text } from './text';

export const routeFormatters = { text, json } satisfies Readonly<Record<string, RouteFormatter>>;
