/** All parts, in the order of the table. */
import type { Context, Part } from '../part';
import { checkFolder } from './check';
import { keystrokes } from './keystrokes';
import { memory, openMany } from './open';
import { packageSize } from './package';
import { requestParts } from './requests';
import { checkOne, initialize } from './start';
import { workspace } from './workspace';

export const partsOf = (context: Context): readonly Part[] => [
  checkFolder(context),
  checkOne(context),
  initialize(context),
  ...keystrokes(context),
  ...requestParts(context),
  openMany(context),
  memory(context),
  workspace(context),
  ...packageSize(context),
];
