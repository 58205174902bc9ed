/** Where VS Code itself checks agent files and reports the same as we do, ours gives way, unless the setting says otherwise. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, type Middleware } from 'vscode-languageclient';

/**
 * The rules whose problems VS Code reports too, with its messages (of 1.139, in English: in other languages both are shown). It says
 * more, such as which models it knows, but that is not the same.
 */
const same: Readonly<Record<string, RegExp>> = {
  'field-stray': /^The '.+' attribute is deprecated /,
  'field-value': /^The '.+' attribute must be /,
  'key-duplicate': /^Duplicate key: /,
  'tool-unknown': /^Unknown tool '.+' will be ignored\.$/,
};

/** What another program does with the file is never the same, whatever the place. */
const isAboutVsCode = ({ message }: Diagnostic, rule: string): boolean =>
  rule === 'field-stray' || message.includes('VS Code');

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** VS Code's own problems in a document that ours may repeat. They name no source. */
const ownProblems = (uri: Uri): readonly Diagnostic[] =>
  languages
    .getDiagnostics(uri)
    .filter(({ source, message }) => !source && Object.values(same).some((pattern) => pattern.test(message)));

const givesWay = (ours: Diagnostic, own: readonly Diagnostic[]): boolean => {
  const rule = ruleOf(ours);
  const pattern = Object.hasOwn(same, rule) ? same[rule] : undefined;
  return (
    pattern !== undefined &&
    ours.severity !== DiagnosticSeverity.Hint &&
    isAboutVsCode(ours, rule) &&
    own.some(({ range, message }) => pattern.test(message) && isSamePlace(rule, range, ours.range))
  );
};

/** VS Code marks the key or the value of a field; of the tools in a list, it marks the one that it means. */
const isSamePlace = (rule: string, own: Range, ours: Range): boolean =>
  rule === 'tool-unknown' ? own.intersection(ours) !== undefined : own.start.line === ours.start.line;

const SETTING = 'agentAuthoring.vscodeChecks';

/** Whether both are shown. */
const showsBoth = (uri: Uri): boolean => workspace.getConfiguration(undefined, uri).get(SETTING) === 'showBoth';

/** Leaves out what VS Code says too. */
export const withoutRepeated: NonNullable<Middleware['provideDiagnostics']> = async (document, id, token, next) => {
  const uri = document instanceof Uri ? document : document.uri;
  const own = showsBoth(uri) ? [] : ownProblems(uri);
  const before = gaveWay.has(uri.toString());
  // "Unchanged" would keep a list from which something else was left out.
  const report = await next(document, before || own.length > 0 ? undefined : id, token);
  if (report?.kind !== 'full') return report;
  const items = own.length === 0 ? report.items : report.items.filter((item) => !givesWay(item, own));
  if (items.length < report.items.length) gaveWay.add(uri.toString());
  else gaveWay.delete(uri.toString());
  return { ...report, items };
};

/** The documents from whose last list something was left out. */
const gaveWay = new Set<string>();

/**
 * Asks again when VS Code's own problems or the setting change.
 * @param client That of the server that runs now.
 */
export function watchOwnChecks(client: () => BaseLanguageClient | undefined): readonly Disposable[] {
  const known = new Map<string, string>();
  const askAgain = (document: TextDocument): void =>
    client()?.getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  const shown = (): readonly TextDocument[] => window.visibleTextEditors.map(({ document }) => document);
  return [
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const document of shown()) {
        const key = document.uri.toString();
        if (!changed.has(key)) continue;
        const now = JSON.stringify(ownProblems(document.uri).map(({ range, message }) => [range, message]));
        if (now === (known.get(key) ?? '[]')) continue;
        known.set(key, now);
        askAgain(document);
      }
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      gaveWay.delete(uri.toString());
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) for (const document of shown()) askAgain(document);
    }),
  ];
}
