/** The public surface of the core: everything a host (language server, command line) needs. */

export { type Agent, agentOf, readAgent, withText } from './agent/agent';
export { projectOf } from './agent/project';
export { presenceQuestions, textQuestions } from './agent/questions';
export { foldersAbove } from './agent/sharedLimit';
export { type Contract, checkReport, contractOf, type ReportCheck } from './completionReport/check';
export { learnReportKeys } from './completionReport/learnKeys';
export { schemaOf } from './completionReport/schema';
export { type Report, reportOf } from './completionReport/template';
export { type Conversion, type Converted, convert } from './convert/convert';
export { byOutcome, type Change, conversionLine } from './convert/report';
export { conversionTargets } from './convert/targets';
export { newAgentFormats, toolChoicesOf, usualTools } from './create/choices';
export { checkName, type NameCheck } from './create/nameCheck';
export { type NewAgent, type NewAgentFile, newAgentFile, newAgentSnippet } from './create/newAgent';
export { type Homes, type Place, placesIn } from './create/places';
export { type Preset, presets } from './create/presets';
export {
  type ActionRequest,
  actionPartsOf,
  type ConfigurationChange,
  codeActionKinds,
  codeActionsIn,
  configurationParts,
  fixWhole,
  isWholeFix,
  readConfigurationChange,
  type WholeFix,
  type WholeOutcome,
} from './features/actions/codeActions';
export { fixAll, safeFix } from './features/actions/fixAll';
export { completionAt } from './features/completion/completion';
export type { CompletionOptions, Template } from './features/completion/request';
export {
  type ConfigurationOptions,
  configurationCompletions,
  configurationDiagnostics,
  configurationHover,
} from './features/configuration/configuration';
export { configurationActions } from './features/configuration/versionAction';
export { diagnosticOf, SOURCE } from './features/diagnostics';
export { formatOf } from './features/format/format';
export { highlightsAt } from './features/highlight';
export { toolDetail } from './features/hover/describe';
export { hoverAt } from './features/hover/hover';
export { lostLine } from './features/hover/verdictText';
export { inlayHintsIn } from './features/inlayHints';
export { type Insertion, insertPattern, insertReport } from './features/insert/inserted';
export { lensesOf } from './features/lenses';
export { linksOf } from './features/links';
export { onTypeAt, onTypeTriggers } from './features/onType';
export { type AgentList, agentListOf, type ListOptions, type ProblemCounts } from './features/overview/agentList';
export { type AgentParts, agentPartsOf } from './features/overview/agentParts';
export {
  graphOf,
  type Matrix,
  type MatrixTextOptions,
  matrixOf,
  matrixTextOf,
  mermaidOf,
  type Picture,
  pictureOf,
} from './features/overview/overviews';
export { toolPlaceOf } from './features/overview/toolPlace';
export { rangeIn, rangeOf, textEditOf } from './features/ranges';
export { duplicateName, duplicateOf } from './features/refactor/duplicate';
export {
  editOfMoves,
  type MovedFile,
  ownNameOf,
  prepareRenameAt,
  type RenameOptions,
  renameAt,
  renameOf,
} from './features/refactor/rename';
export { type Reproduction, reproductionOf } from './features/reproduction';
export { MOST_MATCHES, type Route, type RouteMatch, routeOf } from './features/route';
export { whatHostSees } from './features/sees/document';
export { whatHostSeesInParts } from './features/sees/drawn';
export { foldingOf } from './features/structure/folding';
export { selectionAt } from './features/structure/selection';
export { fieldSymbolsOf, headingsText, symbolsOf } from './features/structure/symbols';
export { callHierarchyAt, incomingCalls, outgoingCalls } from './features/system/callHierarchy';
export { callLensesOf } from './features/system/callLens';
export { definitionsAt } from './features/system/definition';
export { referencesAt } from './features/system/references';
export { workspaceSymbolsOf } from './features/system/workspaceSymbols';
export { tokenLegend, tokensOf } from './features/tokens';
export type { NameKind, UnknownNames } from './findings/finding';
export type { Severity } from './hosts/effect';
export type { FileKind, Format, Host, Membership } from './hosts/host';
export { defaultFormat, formatById, formats, hosts } from './hosts/index';
export { fileOf, isObserved, keysOf } from './hosts/lookup';
export { nounOf } from './hosts/nouns';
export type { LoadVerdict } from './hosts/verdict';
export {
  type Configuration,
  type ConfigurationAnswer,
  type ConfigurationFault,
  type ConfigurationQuestion,
  configurationAt,
  configurationFrom,
  formatsAt,
  formatsFrom,
  noConfiguration,
  settingsAt,
} from './lint/configuration';
export {
  CONFIGURATION_FILE,
  type ConfigurationProblem,
  type ConfigurationRead,
  configurationFiles,
  configurationFolders,
  isConfigurationFile,
  MAX_CONFIGURATION_LENGTH,
  parseConfiguration,
} from './lint/configurationFile';
export { type Decision, decisionsAt } from './lint/decisions';
export { type Draft, draftOf, finished, type LintFinding, type LintResult, lint } from './lint/lint';
export { draftFrom, type PlainDraft, plainDraft } from './lint/plainDraft';
export { defaults, levels, listStyleSettings, parseSettings, type Settings, settingsOver } from './lint/settings';
export { type Assigned, assignFolder, configurationEdit } from './lint/settings/edit';
export { assignable } from './lint/settings/files';
export { type RepositoryKey, repositoryKeys } from './lint/settings/repository';
export type { Level } from './lint/settings/rules';
export { configurationSchema, declaredSchema } from './lint/settings/schema';
export type { Setting } from './lint/settings/setting';
export { groupDescriptions, settingsList } from './lint/settings/table';
export { rules } from './rules/index';
export { agentOfExample, formatOfExample, othersOfExample, workspaceOfExample } from './rules/rule';
export { catalogue } from './sectionKinds/catalogue';
export { learnSections, USUAL_PERCENT } from './sectionKinds/learn';
export type { SectionSettings } from './sectionKinds/profiles';
export {
  REPORT_AGENT,
  REPORT_REQUEST,
  REPORT_ROOT,
  type ReportKeyKind,
  reportKeys,
  reportTemplate,
} from './sectionKinds/reportKeys';
export { requiredReportKeys } from './sectionKinds/required';
export { isTooLarge, MAX_FILE_BYTES } from './syntax/fileSize';
export { parse } from './syntax/parse';
export type { AgentFile } from './syntax/tree';
export { changeBetween } from './text/change';
export { closestOf } from './text/closest';
export { applyEdits } from './text/edits';
export { readJson } from './text/json';
export { lazy, lazyFor } from './text/lazy';
export { withCommas } from './text/numbers';
export { folderOf, lastNameOf } from './text/paths';
export { isRecord, type JsonObject } from './text/records';
export { snippetText } from './text/snippet';
export { type Lines, lineAt, lineContent, offsetAt, positionIn, type Source, sourceOf } from './text/source';
export type { Span } from './text/span';
export { encoded, inOneSpelling } from './text/spelling';
export { decoded } from './text/uri';
export { visible, visibleParts } from './text/visible';
export type { Around, AroundFile, AroundSkill, Found } from './workspace/around';
export type { Card, ServerCard, SkillCard } from './workspace/card';
export { detect, manifestFiles, membershipOf, questionsAbout } from './workspace/detect';
export { matchesGlob } from './workspace/glob';
export { type Index, type Indexed, indexOf } from './workspace/index';
export { globsOfPattern, matchesPatterns } from './workspace/patterns';
export {
  filesBeside,
  filesInHome,
  hostFolders,
  indexedFiles,
  indexedOf,
  isIndexed,
  watchedFiles,
} from './workspace/read';
export { isShared, type Shared, sharedFolderOf, sharedOf } from './workspace/sharedSizes';
export { signFiles, signPaths, signsIn, usedHostsOf } from './workspace/signs';
export { type SkillFile, skillFileOf } from './workspace/skillCards';
export { type Ties, tiesOf } from './workspace/ties';
export { nowhere, type Tree, treeKey, userFoldersOf, type Where } from './workspace/tree';
export { formatOfLanguage } from './workspace/untitled';
export { type Presence, type Workspace, workspaceWithout } from './workspace/workspace';
