/** Completion after the hashes of a heading: the sections that the agent does not have. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { catalogue } from '../../sectionKinds/catalogue';
import { headingText, usesEmoji } from '../../sectionKinds/known';
import { sectionKindOf } from '../../sectionKinds/recognize';
import type { SectionKind } from '../../sectionKinds/section';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import { describeSection } from '../hover/describe';
import { parentAt } from '../structure/headings';
import { edited, markdown, order, type Request } from './request';

/** Kinds that are missing: those that belong below the section around the cursor, then those of the level, then the others. */
export function completeHeading(request: Request, target: Span, level: number): readonly CompletionItem[] {
  const { file, sections } = request.agent;
  const line = lineAt(file.source, target.start);
  const known = sections().filter(({ section }) => lineAt(file.source, section.heading.start) !== line);
  const present = new Set(known.map(({ kind }) => kind.id));
  const parent = parentAt(file, target.start, level);
  const parentId = parent === undefined ? undefined : sectionKindOf(parent.title)?.id;
  const rankOf = (kind: SectionKind): number =>
    kind.parent !== undefined && kind.parent === parentId ? 0 : kind.level === level ? 1 : 2;
  const emoji = usesEmoji(known, 'heading', level);
  const needsBlank = file.source.text[target.start - 1] === '#';
  return catalogue.flatMap((kind, i): readonly CompletionItem[] => {
    if (present.has(kind.id)) return [];
    const text = headingText(kind, emoji);
    const item: CompletionItem = {
      label: text,
      // People type the words and not the emoji.
      filterText: kind.title,
      kind: CompletionItemKind.Module,
      detail: kind.summary,
      documentation: markdown(describeSection(kind)),
      sortText: order(rankOf(kind), i),
      ...edited(request, target, `${needsBlank ? ' ' : ''}${text}`),
    };
    return [item];
  });
}
