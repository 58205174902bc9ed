/** A code action that moves a section of the body into a skill, which the agent then loads. */
import type { CodeAction } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { isRooted } from '../../sectionKinds/rooted';
import { conflictsOf } from '../../syntax/conflicts';
import type { Section } from '../../syntax/tree';
import { applyEdits, type Edit, type NewFile } from '../../text/edits';
import { slugOf } from '../../text/paths';
import { lineEndOf } from '../../text/source';
import { covers, overlaps, type Span, span, textAt, touches } from '../../text/span';
import { manifestOf } from '../../workspace/detect';
import { nowhere, togetherOf, treeOf } from '../../workspace/tree';
import type { Workspace } from '../../workspace/workspace';
import { isSound } from '../format/reading';
import { creatingEditOf } from '../newFiles';
import { textEditOf } from '../ranges';
import { movedLinks } from '../refactor/movedLinks';
import { addSkill } from '../refactor/skillField';
import { isRequested } from './kinds';

/** The kind under which editors list this action. */
export const EXTRACT_SKILL_KIND = 'refactor.extract.skill';

export interface ExtractRequest {
  readonly uri: string;
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether the editor requests actions automatically, to show a light bulb. */
  readonly automatic: boolean;
  /** Whether the editor can create files. */
  readonly creates?: boolean;
  readonly workspace?: Workspace;
}

/**
 * The action for the section whose heading the cursor is in, or which the selection covers. The new skill must have a free name,
 * so there is none until it is known what is around the agent.
 */
export function extractSkillActionsIn(
  agent: Agent,
  range: Span,
  { uri, only, automatic, creates = false, workspace }: ExtractRequest,
): readonly CodeAction[] {
  const isWanted = isRequested(EXTRACT_SKILL_KIND, only);
  if (isWanted === false || (automatic && isWanted !== true) || !creates || workspace === undefined) return [];
  const section = sectionIn(agent, range);
  if (section === undefined || !canMove(agent, section)) return [];
  const name = skillName(section.title);
  const found = name === undefined ? undefined : workspace.around?.(uri)?.skill(name);
  if (name === undefined || found?.kind !== 'none') return [];
  const file = skillFile(agent, section, name, uri, workspace);
  const listed = addSkill(agent, name);
  if (file === undefined || listed === undefined) return [];
  const { source } = agent.file;
  const edits = [...listed, reference(agent, section, name)];
  return [
    {
      title: `Extract section “${section.title}” to the skill \`${name}\``,
      kind: EXTRACT_SKILL_KIND,
      edit: creatingEditOf(
        [file],
        uri,
        edits.map((edit) => textEditOf(source, edit)),
      ),
    },
  ];
}

/** The section of a heading that an empty range touches, or the only one that a selection covers. */
function sectionIn({ file: { source, body } }: Agent, range: Span): Section | undefined {
  const isCovered = ({ heading, span: whole }: Section): boolean =>
    covers(range, span(heading.start, whole.start + textAt(source.text, whole).trimEnd().length));
  let sections = body.root.children;
  while (sections.length > 0) {
    const covered = sections.filter(isCovered);
    if (covered.length > 0) return covered.length === 1 ? covered[0] : undefined;
    const around = sections.findLast(({ span: whole }) => whole.start <= range.start);
    if (around === undefined) return undefined;
    if (touches(around.heading, range.start) && touches(around.heading, range.end)) return around;
    sections = around.children;
  }
  return undefined;
}

/** Whether a section means the same in another file, and is read as it is written. */
function canMove(agent: Agent, { span: whole, heading }: Section): boolean {
  const { file } = agent;
  const { text } = file.source;
  if (!isSound(agent) || conflictsOf(file).length > 0 || agent.isMisread(whole.start, whole.end)) return false;
  const { start, end } = file.body.span;
  const rest = text.slice(start, whole.start) + text.slice(whole.end, end);
  if (rest.trim() === '' || text.slice(heading.end, whole.end).trim() === '') return false;
  const report = agent.report();
  if (report !== undefined && overlaps(report.fence.span, whole)) return false;
  const kinds = agent.sections().filter(({ section }) => overlaps(section.span, whole));
  return !kinds.some(
    ({ kind, section }) => isRooted(kind) && (covers(whole, section.span) || covers(section.span, whole)),
  );
}

/** UTF-16 units. */
const MAX_NAME = 64;

/** A name for the skill; undefined for a title without Latin letters and digits. */
function skillName(title: string): string | undefined {
  const slug = slugOf(topicOf(title));
  return slug === undefined || slug.length <= MAX_NAME ? slug : slug.slice(0, MAX_NAME).replace(/-[^-]*$/, '');
}

/** UTF-16 units of a description that is taken from a longer sentence. */
const MAX_DESCRIPTION = 250;

function skillFile(
  agent: Agent,
  section: Section,
  name: string,
  uri: string,
  workspace: Workspace,
): NewFile | undefined {
  const { file, format } = agent;
  const together = togetherOf(format);
  const tree = together && treeOf(uri, together, workspace.where ?? nowhere, manifestOf(uri, format, workspace));
  if (together === undefined || tree === undefined) return undefined;
  const { text } = file.source;
  const isInPlugin = tree.scope === 'plugin';
  const lineEnd = lineEndOf(file.source);
  const home = uri.startsWith(`${together.folder}/`) ? '' : `${tree.home}/`;
  const written = (body: string): NewFile | undefined =>
    together.writtenSkill?.({ name, description: describe(agent, section), body, lineEnd }, isInPlugin);
  const path = written('')?.path;
  const links = path === undefined ? undefined : movedLinks(file.body.inlines, section.span, uri, home + path);
  if (links === undefined) return undefined;
  const { start, end } = section.span;
  const moved = links.map((edit) => ({ ...edit, span: span(edit.span.start - start, edit.span.end - start) }));
  const result = written(`${applyEdits(text.slice(start, end), moved).trimEnd()}${lineEnd}`);
  return result && { ...result, path: home + result.path };
}

/** A title without the number or picture before it, and without a mark at its end. */
const topicOf = (title: string): string =>
  title.replace(/^(?:\d+[.)]|[^\p{L}\p{N}`])+/u, '').replace(/[.:]+$/, '') || title;

/** The title, with the first sentence where the section begins with one. */
function describe(agent: Agent, { title, heading, span: whole, children }: Section): string {
  const { text } = agent.file.source;
  const end = children[0]?.span.start ?? whole.end;
  const first = agent.sentences().find(({ span: { start } }) => start >= heading.end)?.span;
  // A sentence that begins a paragraph, not one of a list, a table or a quotation.
  const isText = first !== undefined && first.end <= end && /^\s*[*_]*$/.test(text.slice(heading.end, first.start));
  const mark = isText ? /^[.!?]/.exec(text.slice(first.end, first.end + 1)) : null;
  const sentence = isText && mark !== null ? text.slice(first.start, first.end + 1) : '';
  const topic = topicOf(title);
  const line = (sentence === '' ? topic : `${topic}. ${sentence}`)
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= MAX_DESCRIPTION ? line : `${line.slice(0, MAX_DESCRIPTION).replace(/ [^ ]*$/, '')} …`;
}

/** Keeps the heading, with a sentence below it that leads to the skill. */
function reference({ file: { source } }: Agent, { heading, span: whole }: Section, name: string): Edit {
  const lineEnd = lineEndOf(source);
  const isLast = source.text.slice(whole.end).trim() === '';
  return {
    span: span(heading.end, whole.end),
    newText: `${lineEnd}${lineEnd}Follow the \`${name}\` skill.${lineEnd}${isLast ? '' : lineEnd}`,
  };
}
