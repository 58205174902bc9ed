/** What completion offers beyond the document itself, as its settings and the client have it. */
import { type CompletionOptions, requiredReportKeys } from '../core/index';
import type { Known } from './register';
import type { Session } from './session';
import { templatesFor } from './templates';

/** The options for one document. */
export function completionOptionsFor(session: Session, { uri }: Known): Required<CompletionOptions> {
  const { sections, report } = session.configuration.for(uri);
  return {
    snippets: session.client.snippets,
    reportKeys: requiredReportKeys(sections, report.keys),
    templates: templatesFor(uri, session.client.shows.snippetFiles),
  };
}
