/** The request for a reproduction: all that another person needs to see the problems of a document, as Markdown. */
import { isRecord, type Reproduction, reproductionOf } from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

/** Programs of the client and their lengths, in UTF-16 units, that are taken over. */
const MOST_PROGRAMS = 5;
const MOST_NAME = 100;

/** `agentAuthoring/reproduction` (`{ textDocument, programs, rule }`); null for a document that is not open or that no known host reads. */
export const reproductionFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Reproduction | null, never>(
      'agentAuthoring/reproduction',
      guard(null, (document, params): Reproduction | null =>
        reproductionOf({
          programs: programsIn(params),
          path: document.uri.startsWith('untitled:') ? undefined : document.uri,
          folders: session.folders.all,
          formats: document.readers().map(({ format }) => format),
          settings: session.configuration.for(document.uri),
          problems: session.resultOf(document).diagnostics,
          text: document.text(),
          rule: ruleIn(params),
        }),
      ),
    ),
  );

/** The names and versions that the client gives. */
function programsIn(params: unknown): readonly string[] {
  const programs: unknown = isRecord(params) ? params['programs'] : undefined;
  if (!Array.isArray(programs)) return [];
  const names = programs.filter((one) => typeof one === 'string');
  return names.slice(0, MOST_PROGRAMS).map((name) => name.slice(0, MOST_NAME));
}

function ruleIn(params: unknown): string | undefined {
  const rule: unknown = isRecord(params) ? params['rule'] : undefined;
  return typeof rule === 'string' ? rule : undefined;
}
