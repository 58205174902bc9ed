/** Converts findings to LSP diagnostics. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../hosts/effect';
import type { LintFinding } from '../lint/lint';
import type { Lines } from '../text/source';
import { rangeIn } from './ranges';

export const SOURCE = 'agent-authoring';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The URIs that diagnostics refer to. */
export interface Links {
  /** URI of the document itself, for related locations. */
  readonly uri: string;
  /** URI of the folder with one Markdown page for each rule, without a slash at the end. */
  readonly docsBase?: string | undefined;
}

/**
 * The diagnostic of a finding.
 * @param lines Those of the file, or the file's source.
 */
export function diagnosticOf(lines: Lines, finding: LintFinding, { uri, docsBase }: Links): Diagnostic {
  const tag =
    finding.tag === 'deprecated'
      ? DiagnosticTag.Deprecated
      : finding.tag === 'unnecessary'
        ? DiagnosticTag.Unnecessary
        : undefined;
  return {
    range: rangeIn(lines, finding.span),
    severity: severities[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    ...(docsBase === undefined ? {} : { codeDescription: { href: `${docsBase}/${finding.rule}.md` } }),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(finding.related === undefined
      ? {}
      : {
          relatedInformation: finding.related.map(({ span, message, in: other }) => ({
            location:
              other === undefined
                ? { uri, range: rangeIn(lines, span) }
                : { uri: other.path, range: rangeIn(other.lines, span) },
            message,
          })),
        }),
  };
}
