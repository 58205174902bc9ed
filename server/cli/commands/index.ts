/** The table of commands: a new one is a file in this folder and a line here. */
import type { Command } from '../command';
import { check } from './check';
import { completionOf } from './completion';
import { convert } from './convert';
import { explain } from './explain';
import { fix } from './fix';
import { init } from './init';
import { newAgent } from './new';
import { profile } from './profile';
import { report } from './report';
import { route } from './route';
import { rules } from './rules';

const table: readonly Command[] = [check, fix, explain, newAgent, convert, ...report, profile, route, rules, init];

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [...table, completionOf(table)];
