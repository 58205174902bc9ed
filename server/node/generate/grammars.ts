/** Writes the TextMate grammars that color frontmatter and completion reports, with the names that the hosts know. */
import { REPORT_ROOT, reportKeys } from '../../core/index';
import { fieldNames, mcpPrefixes, toolFields, toolNames } from './hostNames';

/** A grammar injected into Markdown; its file has the name of its scope. */
interface Grammar {
  readonly scopeName: string;
  readonly about: string;
  readonly injectionSelector: string;
  /** Rules by name, in the order in which they are tried. */
  readonly rules: Readonly<Record<string, object>>;
}

/** A regular expression that matches any of the names. The order in which hosts list the names does not matter. */
const anyOf = (names: readonly string[]): string => longestFirst(names).map(literal).join('|');

/** Each name once, longer names first so that no name hides a longer one, names of equal length by character code. */
const longestFirst = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const toolStart = String.raw`(?<![^\s,"'\[])`;
const toolEnd = String.raw`(?![^\s,"'\]])`;
const reportKey =
  'meta.map.yaml meta.map.key.yaml string.unquoted.plain.yaml entity.name.tag.yaml support.type.report.agent';

const fields: Grammar = {
  scopeName: 'agent-authoring.injection',
  about: 'Colors field names in frontmatter.',
  injectionSelector: 'L:meta.embedded.block.frontmatter entity.name.tag.yaml',
  rules: {
    field: {
      comment: 'Only top-level keys, which begin their line.',
      match: String.raw`(?<=^|^["'])(?:${anyOf(fieldNames)})(?=["']?[ \t]*:\s)`,
      name: 'support.type.field.agent',
    },
  },
};

/** A lookbehind must not contain a group, so every spelling of every key is a separate alternative. */
const afterToolField = longestFirst(toolFields)
  .map(literal)
  .flatMap((key) => [`^${key}:`, `^["']${key}["']:`])
  .join('|');

const toolLists: Grammar = {
  scopeName: 'agent-authoring.tool-list.injection',
  about:
    'Marks the values of fields that list tools, so that agent-authoring.tool.injection.json knows where tools are named.',
  injectionSelector: 'L:meta.embedded.block.frontmatter - string - comment - meta.tools.agent',
  rules: {
    'tool-list': {
      comment:
        'Begins after the colon, when the base grammar has read the key. The value continues over indented, empty and list lines.',
      begin: String.raw`(?<=${afterToolField})(?=\s)`,
      while: String.raw`\G(?=[ \t#\]]|-[ \t]|-?$)`,
      name: 'meta.tools.agent',
      patterns: [{ include: 'source.yaml.1.2#block-node' }, { include: 'source.yaml' }],
    },
  },
};

const tools: Grammar = {
  scopeName: 'agent-authoring.tool.injection',
  about: 'Colors tools in the values that agent-authoring.tool-list.injection.json marks.',
  injectionSelector: 'L:meta.tools.agent string',
  rules: {
    mcp: {
      match: String.raw`${toolStart}(?:${anyOf(mcpPrefixes)})[\w*.-]*${toolEnd}`,
      name: 'support.function.tool.mcp.agent',
    },
    builtIn: {
      comment: 'A name alone or with a pattern. A name that no host knows stays a plain string.',
      match: String.raw`${toolStart}(${anyOf(toolNames)})(?:(\()([^()\[\]"']*)(\)))?${toolEnd}`,
      captures: {
        1: { name: 'support.function.tool.agent' },
        2: { name: 'punctuation.section.arguments.begin.agent' },
        3: { name: 'variable.parameter.pattern.agent' },
        4: { name: 'punctuation.section.arguments.end.agent' },
      },
    },
  },
};

const completionReport: Grammar = {
  scopeName: 'agent-authoring.completion-report.injection',
  about: 'Colors the keys of the completion report in YAML code blocks.',
  injectionSelector: 'L:meta.embedded.block.yaml - string - comment',
  rules: {
    report: {
      comment:
        'Ends at the next line that is not deeper than the root key. In a list item or quote, whose prefix the base grammar has removed, it ends with the code block.',
      begin: String.raw`(?:^|\G)([ \t]*)(${literal(REPORT_ROOT)})[ \t]*(:)(?=[ \t]*(?:#|$))`,
      end: String.raw`^(?!\1[ \t]|[ \t]*(?:#|$))`,
      beginCaptures: {
        1: { name: 'punctuation.whitespace.separator.yaml' },
        2: { name: reportKey },
        3: { name: 'punctuation.separator.map.value.yaml' },
      },
      name: 'meta.report.agent',
      patterns: [
        {
          match: String.raw`(?:^|\G)([ \t]*)(${anyOf(reportKeys.map(({ key }) => key))})(?=[ \t]*:\s)`,
          captures: {
            1: { name: 'punctuation.whitespace.separator.yaml' },
            2: { name: reportKey },
          },
        },
        { include: 'source.yaml' },
      ],
    },
  },
};

/** Path from the root of the repository to the text of the grammar. */
export const grammarFiles: ReadonlyMap<string, string> = new Map(
  [fields, toolLists, tools, completionReport].map((grammar) => [
    `syntaxes/${grammar.scopeName}.json`,
    textOf(grammar),
  ]),
);

function textOf({ scopeName, about, injectionSelector, rules }: Grammar): string {
  const grammar = {
    comment: `${about} Generated by \`npm run generate\`: do not edit.`,
    scopeName,
    injectionSelector,
    patterns: Object.keys(rules).map((name) => ({ include: `#${name}` })),
    repository: rules,
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}
