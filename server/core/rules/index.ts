/** All rules, in the order in which documentation lists them. */
import { fieldMisnamed } from './field-misnamed';
import { fieldStray } from './field-stray';
import { fieldUnknown } from './field-unknown';
import { fieldValue } from './field-value';
import { headerCut } from './header-cut';
import { headerMissing } from './header-missing';
import { headerOpening } from './header-opening';
import { headerUnclosed } from './header-unclosed';
import { limit } from './limit';
import { missingDescription } from './missing-description';
import { missingName } from './missing-name';
import type { Rule } from './rule';
import { toolCase } from './tool-case';
import { toolDuplicate } from './tool-duplicate';
import { toolForeign } from './tool-foreign';
import { toolRemoved } from './tool-removed';
import { toolRenamed } from './tool-renamed';
import { toolServer } from './tool-server';
import { toolShell } from './tool-shell';
import { toolUnknown } from './tool-unknown';
import { yamlSyntax } from './yaml-syntax';

export const rules: readonly Rule[] = [
  headerMissing,
  headerOpening,
  headerUnclosed,
  headerCut,
  yamlSyntax,
  missingName,
  missingDescription,
  fieldMisnamed,
  fieldStray,
  fieldUnknown,
  fieldValue,
  toolRemoved,
  toolRenamed,
  toolCase,
  toolForeign,
  toolShell,
  toolServer,
  toolUnknown,
  toolDuplicate,
  limit,
];
