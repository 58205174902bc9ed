/** The public surface of the core: everything a host (language server, command line) needs. */
export {
  CONFIGURATION_FILE,
  type ConfigurationRead,
  configurationPlaces,
  MAX_CONFIGURATION_LENGTH,
  parseConfiguration,
} from './configurationFile';
export type { Dialect } from './dialects/dialect';
export { dialectById, dialects } from './dialects/index';
export { keysOf } from './dialects/lookup';
export { closestOf } from './dialects/toolName';
export { actionsIn, FIX_ALL_KIND } from './features/actions';
export { completionAt } from './features/completion';
export type { CompletionOptions, Pattern } from './features/completionRequest';
export { diagnosticOf, SOURCE } from './features/diagnostics';
export { fixAll, safeFix } from './features/fixAll';
export { foldingOf } from './features/folding';
export { formatOf } from './features/format';
export { highlightsAt } from './features/highlight';
export { hoverAt } from './features/hover';
export { inlayHintsIn } from './features/inlayHints';
export { lensesOf } from './features/lenses';
export { linksOf } from './features/links';
export { LIST_STYLE_KIND, listStyleActionsIn } from './features/listStyle';
export { onTypeAt, onTypeTriggers } from './features/onType';
export { rangeOf, textEditOf } from './features/ranges';
export { REPORT_HOOK_KIND, reportHookActionsIn } from './features/reportHook';
export { reportSnippetOf } from './features/reportSnippet';
export { INSERT_SECTION_KIND, sectionActionsIn } from './features/sections';
export { selectionAt } from './features/selection';
export { symbolsOf } from './features/symbols';
export { tokenLegend, tokensOf } from './features/tokens';
export { verdictLine } from './features/verdictText';
export { loadVerdict } from './hosts/index';
export type { LoadVerdict } from './hosts/verdict';
export { type LintFinding, lint } from './lint';
export { agentNameOf } from './report/agentName';
export { type Contract, checkReport, contractOf, type ReportCheck } from './report/check';
export { learnReportKeys } from './report/learnKeys';
export { schemaOf } from './report/schema';
export { type Report, reportOf } from './report/template';
export { rules } from './rules/index';
export { presenceQuestions } from './rules/linkTargets';
export type { Severity } from './rules/rule';
export { catalogue } from './sections/catalogue';
export { learnSections, USUAL_PERCENT } from './sections/learn';
export type { SectionSettings } from './sections/profiles';
export { type ReportKeyKind, reportKeys } from './sections/reportKeys';
export { requiredReportKeys } from './sections/required';
export {
  defaults,
  type Level,
  type ListStyleSetting,
  levels,
  listStyleSettings,
  MAX_BUDGET,
  parseSettings,
  profileNames,
  type Settings,
  settingsOver,
  tokenHints,
} from './settings';
export { parse } from './syntax/agentFile';
export type { AgentFile } from './syntax/tree';
export { offsetAt, sourceOf } from './text/source';
export { detect, questionsAbout } from './workspace/detect';
export { type Presence, type Workspace, workspaceWithout } from './workspace/workspace';
