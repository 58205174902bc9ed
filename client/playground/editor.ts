/** The editor of the playground: CodeMirror in a shadow tree, where its styles need no exception from the policy of the page. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { StreamLanguage } from '@codemirror/language';
import { json } from '@codemirror/legacy-modes/mode/javascript';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { type Diagnostic, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Checked, ExplainedProblem, Reader } from '../../server/playground/messages';
import { plain } from './sentences';
import { theme } from './theme';

type Edits = ExplainedProblem['fixes'][number]['edits'];
type Place = ExplainedProblem['range'];
type Notation = Reader['notation'];

/** What the page does with the editor. */
export interface Editor {
  readonly text: () => string;
  /** Replaces everything. It can be undone. */
  readonly replace: (text: string) => void;
  /** Applies edits of the text as it is now, as one step that can be undone. */
  readonly apply: (edits: Edits) => void;
  /** Marks problems of the text as it is now. */
  readonly mark: (problems: Checked['problems']) => void;
  /** Colors the text as what it is. */
  readonly colorAs: (notation: Notation) => void;
  /** Selects a place and moves the focus there. */
  readonly show: (place: Place) => void;
}

const languages: Readonly<Record<Notation, () => Extension>> = {
  markdown: () => yamlFrontmatter({ content: markdown() }),
  // With comments, which other grammars for JSON do not have. The library does not know what it calls a key.
  json: () => StreamLanguage.define({ ...json, tokenTable: { property: tags.propertyName } }),
  toml: () => StreamLanguage.define(toml),
};

const severities = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

/**
 * @param host Where the editor is put.
 * @param label What screen readers call it.
 * @param changed Called after each change of the text.
 */
export function editorIn(host: HTMLElement, label: string, changed: () => void): Editor {
  const language = new Compartment();
  let notation: Notation = 'markdown';
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    extensions: [
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightActiveLine(),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      // The Tab key leaves the editor, as people who use the keyboard expect.
      keymap.of([...defaultKeymap, ...historyKeymap, { key: 'F8', run: nextDiagnostic }]),
      language.of(languages[notation]()),
      theme,
      EditorView.domEventHandlers({ beforeinput: typeOver }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed();
      }),
      EditorState.phrases.of({ 'Diagnostic actions': 'Fixes' }),
    ],
  });
  const apply = (edits: Edits): void => {
    const { doc } = view.state;
    view.dispatch({
      changes: edits.map(({ range, newText }) => ({ ...spanOf(range, doc), insert: newText })),
      scrollIntoView: true,
      userEvent: 'input.fix',
    });
  };
  const diagnosticOf = (problem: ExplainedProblem): Diagnostic => ({
    ...spanOf(problem.range, view.state.doc),
    severity: severities[problem.severity],
    message: plain(problem.message),
    source: problem.rule,
    actions: problem.fixes.map(({ title, edits }) => ({ name: plain(title), apply: () => apply(edits) })),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    apply,
    mark: (problems) => view.dispatch(setDiagnostics(view.state, problems.map(diagnosticOf))),
    colorAs: (wanted) => {
      if (wanted === notation) return;
      notation = wanted;
      view.dispatch({ effects: language.reconfigure(languages[wanted]()) });
    },
    show: (place) => {
      const { from, to } = spanOf(place, view.state.doc);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
  };
}

/**
 * Replaces the selection by what is typed. A browser that does so itself copies the look of the old text into a `style` attribute,
 * which the policy of the page does not allow.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { inputType, data, isComposing } = event;
  if (inputType !== 'insertText' || data === null || isComposing || view.state.selection.main.empty) return false;
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

/** A range as offsets in the text of the editor, which has no place outside it. */
function spanOf({ start, end }: Place, doc: Text): { readonly from: number; readonly to: number } {
  const offsetOf = ({ line, character }: Place['start']): number =>
    line >= doc.lines ? doc.length : Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to);
  return { from: offsetOf(start), to: offsetOf(end) };
}
