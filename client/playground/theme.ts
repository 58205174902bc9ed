/** The look of the editor, in the colors of the page, which follow the system. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** A wave below a problem. The library would load pictures from `data:` addresses, which the page does not allow. */
const wave = (severity: string): Readonly<Record<string, string>> => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy var(--${severity}) 1px`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
});

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '13.5px', lineHeight: '1.55' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    color: 'var(--quiet)',
    backgroundColor: 'var(--paper)',
    border: '0',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 14px' },
  '.cm-activeLine': { backgroundColor: 'var(--line)' },
  '.cm-activeLineGutter': { color: 'var(--text)', backgroundColor: 'var(--line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-lintRange-error': wave('error'),
  '.cm-lintRange-warning': wave('warning'),
  '.cm-lintRange-info': wave('information'),
  '.cm-lintRange-hint': wave('hint'),
  '.cm-lintRange-active': { backgroundColor: 'var(--line)' },
  '.cm-tooltip': {
    maxWidth: 'min(60ch, 90vw)',
    color: 'var(--text)',
    backgroundColor: 'var(--card)',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    boxShadow: '0 4px 16px #0003',
  },
  '.cm-diagnostic': { padding: '8px 12px', fontFamily: 'var(--sans)', fontSize: '13.5px' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--error)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warning)' },
  '.cm-diagnostic-info': { borderLeft: '4px solid var(--information)' },
  '.cm-diagnostic-hint': { borderLeft: '4px solid var(--hint)' },
  '.cm-diagnosticAction': {
    margin: '6px 8px 0 0',
    padding: '3px 10px',
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
    borderRadius: '4px',
    fontFamily: 'var(--sans)',
  },
  '.cm-diagnosticText': { display: 'block' },
});

const colors = HighlightStyle.define([
  { tag: [tags.heading, tags.strong], color: 'var(--code-heading)', fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.string, tags.monospace], color: 'var(--code-string)' },
  { tag: [tags.bool, tags.null, tags.number, tags.keyword, tags.atom], color: 'var(--code-value)' },
  { tag: [tags.link, tags.url], color: 'var(--accent-text)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction, tags.separator], color: 'var(--quiet)' },
  // Last, because a key of JSON is a string too.
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)' },
]);

export const theme: Extension = [look, syntaxHighlighting(colors)];
