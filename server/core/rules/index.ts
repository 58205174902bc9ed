/** All rules, in the order of the documentation. */
import { accessContradiction } from './access-contradiction';
import { agentAmbiguous } from './agent-ambiguous';
import { agentCycle } from './agent-cycle';
import { agentTypes } from './agent-types';
import { agentUnknown } from './agent-unknown';
import { agentUnnamed } from './agent-unnamed';
import { blockScalarSpoiled } from './block-scalar-spoiled';
import { bodyEmpty } from './body-empty';
import { bodyMcpCommand } from './body-mcp-command';
import { bodyMcpSpelling } from './body-mcp-spelling';
import { bodyReference } from './body-reference';
import { bodyShort } from './body-short';
import { bodySkill } from './body-skill';
import { bodyToolRemoved } from './body-tool-removed';
import { bodyVariable } from './body-variable';
import { descriptionAlike } from './description-alike';
import { descriptionLong } from './description-long';
import { descriptionMissing } from './description-missing';
import { descriptionShort } from './description-short';
import { descriptionsOverBudget } from './descriptions-over-budget';
import { encodingEmoji } from './encoding-emoji';
import { encodingMojibake } from './encoding-mojibake';
import { encodingReplacement } from './encoding-replacement';
import { fenceNested } from './fence-nested';
import { fenceUnclosed } from './fence-unclosed';
import { fieldForeign } from './field-foreign';
import { fieldIgnored } from './field-ignored';
import { fieldMisnamed } from './field-misnamed';
import { fieldMissing } from './field-missing';
import { fieldStray } from './field-stray';
import { fieldUnknown } from './field-unknown';
import { fieldValue } from './field-value';
import { fileLarge } from './file-large';
import { fileReplaced } from './file-replaced';
import { frontmatterCut } from './frontmatter-cut';
import { frontmatterMissing } from './frontmatter-missing';
import { frontmatterOpening } from './frontmatter-opening';
import { frontmatterSecond } from './frontmatter-second';
import { frontmatterUnclosed } from './frontmatter-unclosed';
import { frontmatterUnread } from './frontmatter-unread';
import { headingDuplicate } from './heading-duplicate';
import { headingJump } from './heading-jump';
import { hookMatcher } from './hook-matcher';
import { hookNever } from './hook-never';
import { hookUnreadable } from './hook-unreadable';
import { instructionsCut } from './instructions-cut';
import { jsonSyntax } from './json-syntax';
import { keyDuplicate } from './key-duplicate';
import { limit } from './limit';
import { limitsLost } from './limits-lost';
import { linkMissing } from './link-missing';
import { manifestInvalid } from './manifest-invalid';
import { mcpServersShape } from './mcp-servers-shape';
import { memoryWrites } from './memory-writes';
import { mergeConflict } from './merge-conflict';
import { modelForeign } from './model-foreign';
import { modelRetired } from './model-retired';
import { modelUnknown } from './model-unknown';
import { nameAlike } from './name-alike';
import { nameBuiltIn } from './name-built-in';
import { nameFile } from './name-file';
import { nameHides } from './name-hides';
import { nameMissing } from './name-missing';
import { nameStyle } from './name-style';
import { nameTaken } from './name-taken';
import { pathLineBreak } from './path-line-break';
import { permissionKey } from './permission-key';
import { permissionOrder } from './permission-order';
import { placeholder } from './placeholder';
import { portabilityBody } from './portability-body';
import { portabilityDescription } from './portability-description';
import { portabilityFrontmatter } from './portability-frontmatter';
import { portabilityKeys } from './portability-keys';
import { portabilityName } from './portability-name';
import { reportAgent } from './report-agent';
import { reportKeyDrift } from './report-key-drift';
import { reportKeyDuplicate } from './report-key-duplicate';
import { reportKeyMissing } from './report-key-missing';
import { reportListText } from './report-list-text';
import { reportSyntax } from './report-syntax';
import type { Rule } from './rule';
import { secret } from './secret';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sectionOrder } from './section-order';
import { serverUnknown } from './server-unknown';
import { skillName } from './skill-name';
import { skillUnknown } from './skill-unknown';
import { skillsOverBudget } from './skills-over-budget';
import { suppressionReason } from './suppression-reason';
import { suppressionUnknown } from './suppression-unknown';
import { suppressionUnused } from './suppression-unused';
import { taskItemMalformed } from './task-item-malformed';
import { textInvisible } from './text-invisible';
import { tokensOverBudget } from './tokens-over-budget';
import { tomlSyntax } from './toml-syntax';
import { toolBackground } from './tool-background';
import { toolCase } from './tool-case';
import { toolContradictsBody } from './tool-contradicts-body';
import { toolDenied } from './tool-denied';
import { toolDuplicate } from './tool-duplicate';
import { toolExcluded } from './tool-excluded';
import { toolForeign } from './tool-foreign';
import { toolMcpShape } from './tool-mcp-shape';
import { toolNever } from './tool-never';
import { toolNotGranted } from './tool-not-granted';
import { toolOff } from './tool-off';
import { toolPattern } from './tool-pattern';
import { toolRemoved } from './tool-removed';
import { toolRenamed } from './tool-renamed';
import { toolSeparator } from './tool-separator';
import { toolServer } from './tool-server';
import { toolShell } from './tool-shell';
import { toolSubsumed } from './tool-subsumed';
import { toolUnclosed } from './tool-unclosed';
import { toolUnknown } from './tool-unknown';
import { toolWildcard } from './tool-wildcard';
import { toolsElsewhere } from './tools-elsewhere';
import { toolsEmpty } from './tools-empty';
import { toolsUnresolved } from './tools-unresolved';
import { valueComment } from './value-comment';
import { yamlColon } from './yaml-colon';
import { yamlIndent } from './yaml-indent';
import { yamlIndicator } from './yaml-indicator';
import { yamlQuotes } from './yaml-quotes';
import { yamlSpace } from './yaml-space';
import { yamlSpill } from './yaml-spill';
import { yamlSyntax } from './yaml-syntax';
import { yamlTabs } from './yaml-tabs';
import { yamlTag } from './yaml-tag';
import { yamlVersion } from './yaml-version';

export const rules: readonly Rule[] = [
  mergeConflict,
  frontmatterMissing,
  frontmatterOpening,
  frontmatterUnclosed,
  frontmatterUnread,
  frontmatterCut,
  frontmatterSecond,
  yamlColon,
  yamlSpill,
  yamlQuotes,
  yamlSpace,
  yamlIndent,
  yamlTabs,
  yamlIndicator,
  yamlSyntax,
  blockScalarSpoiled,
  limitsLost,
  keyDuplicate,
  valueComment,
  yamlTag,
  pathLineBreak,
  yamlVersion,
  jsonSyntax,
  nameMissing,
  descriptionMissing,
  fieldMissing,
  bodyEmpty,
  bodyShort,
  bodyVariable,
  bodyReference,
  fieldMisnamed,
  fieldIgnored,
  manifestInvalid,
  fileLarge,
  fileReplaced,
  instructionsCut,
  fieldForeign,
  fieldStray,
  fieldUnknown,
  fieldValue,
  modelForeign,
  modelRetired,
  modelUnknown,
  hookUnreadable,
  hookMatcher,
  hookNever,
  mcpServersShape,
  memoryWrites,
  toolsUnresolved,
  tomlSyntax,
  toolsEmpty,
  toolsElsewhere,
  toolRemoved,
  toolRenamed,
  toolCase,
  toolExcluded,
  toolForeign,
  toolShell,
  toolServer,
  toolUnknown,
  toolUnclosed,
  toolSeparator,
  toolMcpShape,
  toolPattern,
  agentTypes,
  agentUnknown,
  agentAmbiguous,
  agentUnnamed,
  agentCycle,
  toolNever,
  toolOff,
  skillName,
  skillUnknown,
  toolBackground,
  toolDenied,
  toolWildcard,
  toolSubsumed,
  toolDuplicate,
  permissionKey,
  permissionOrder,
  nameFile,
  nameStyle,
  nameTaken,
  nameHides,
  nameAlike,
  nameBuiltIn,
  descriptionShort,
  descriptionLong,
  tokensOverBudget,
  encodingEmoji,
  encodingMojibake,
  encodingReplacement,
  textInvisible,
  headingDuplicate,
  headingJump,
  sectionEmpty,
  sectionMissing,
  sectionOrder,
  linkMissing,
  taskItemMalformed,
  fenceNested,
  fenceUnclosed,
  reportSyntax,
  reportKeyDuplicate,
  reportKeyMissing,
  reportKeyDrift,
  reportAgent,
  reportListText,
  descriptionAlike,
  descriptionsOverBudget,
  skillsOverBudget,
  secret,
  toolNotGranted,
  bodyMcpSpelling,
  bodyMcpCommand,
  bodyToolRemoved,
  bodySkill,
  serverUnknown,
  toolContradictsBody,
  accessContradiction,
  placeholder,
  suppressionUnknown,
  suppressionUnused,
  suppressionReason,
  limit,
  portabilityBody,
  portabilityDescription,
  portabilityFrontmatter,
  portabilityKeys,
  portabilityName,
];
