/** What the rules about one file say of the open documents, each until its text or something else changes. */
import { type Agent, type Draft, draftOf, type Settings, type Workspace } from '../../core/index';
import type { Known } from '../register';
import { keyOf } from './store';

/** What a draft depends on besides the document. */
type OptionsOf = (uri: string) => { readonly settings: Settings; readonly workspace: Workspace };

export class Drafts {
  readonly #made = new Map<string, { readonly agent: Agent; readonly draft: Draft }>();

  constructor(readonly optionsOf: OptionsOf) {}

  /** The draft of an open document. It is the same object until the document changes, or `forget` is called. */
  of({ uri, agent, readers }: Known): Draft {
    const key = keyOf(uri);
    const made = this.#made.get(key);
    if (made?.agent === agent) return made.draft;
    const draft = draftOf(agent, { ...this.optionsOf(uri), others: readers().slice(1) });
    this.#made.set(key, { agent, draft });
    return draft;
  }

  /** Some documents, all when left out, have changed or are closed, or what they depend on may be something else. */
  forget(uris?: readonly string[]): void {
    if (uris === undefined) this.#made.clear();
    else for (const uri of uris) this.#made.delete(keyOf(uri));
  }
}
