/** All rules, in the order in which documentation lists them. */
import { agentTypes } from './agent-types';
import { descriptionLong } from './description-long';
import { descriptionShort } from './description-short';
import { encodingMojibake } from './encoding-mojibake';
import { encodingReplacement } from './encoding-replacement';
import { fieldForeign } from './field-foreign';
import { fieldMisnamed } from './field-misnamed';
import { fieldStray } from './field-stray';
import { fieldUnknown } from './field-unknown';
import { fieldValue } from './field-value';
import { headerCut } from './header-cut';
import { headerMissing } from './header-missing';
import { headerOpening } from './header-opening';
import { headerUnclosed } from './header-unclosed';
import { hookMatcher } from './hook-matcher';
import { hookUnreadable } from './hook-unreadable';
import { limit } from './limit';
import { mcpServersShape } from './mcp-servers-shape';
import { memoryWrites } from './memory-writes';
import { missingDescription } from './missing-description';
import { missingName } from './missing-name';
import { modelForeign } from './model-foreign';
import { modelRetired } from './model-retired';
import { nameFile } from './name-file';
import { nameStyle } from './name-style';
import type { Rule } from './rule';
import { textInvisible } from './text-invisible';
import { toolBackground } from './tool-background';
import { toolCase } from './tool-case';
import { toolDenied } from './tool-denied';
import { toolDuplicate } from './tool-duplicate';
import { toolForeign } from './tool-foreign';
import { toolMcpShape } from './tool-mcp-shape';
import { toolNever } from './tool-never';
import { toolPattern } from './tool-pattern';
import { toolRemoved } from './tool-removed';
import { toolRenamed } from './tool-renamed';
import { toolServer } from './tool-server';
import { toolShell } from './tool-shell';
import { toolSubsumed } from './tool-subsumed';
import { toolUnclosed } from './tool-unclosed';
import { toolUnknown } from './tool-unknown';
import { toolWildcard } from './tool-wildcard';
import { toolsEmpty } from './tools-empty';
import { toolsUnresolved } from './tools-unresolved';
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
  fieldForeign,
  fieldStray,
  fieldUnknown,
  fieldValue,
  modelForeign,
  modelRetired,
  hookUnreadable,
  hookMatcher,
  mcpServersShape,
  memoryWrites,
  toolsUnresolved,
  toolsEmpty,
  toolRemoved,
  toolRenamed,
  toolCase,
  toolForeign,
  toolShell,
  toolServer,
  toolUnknown,
  toolUnclosed,
  toolMcpShape,
  toolPattern,
  agentTypes,
  toolNever,
  toolBackground,
  toolDenied,
  toolWildcard,
  toolSubsumed,
  toolDuplicate,
  nameFile,
  nameStyle,
  descriptionShort,
  descriptionLong,
  encodingMojibake,
  encodingReplacement,
  textInvisible,
  limit,
];
