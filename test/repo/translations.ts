/** Every text of the extension can be translated, and each translation has all texts, with their code and links as they were. */
import {
  type CallExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isTemplateExpression,
  isTemplateSpan,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { type Files, type Invariant, perFile, type SourceFile, typescriptIn, type Violation } from './sources';
import { lastNameOf, literalOf, shownText } from './sourceTree';

/** As VS Code names them. */
const languages: readonly string[] = ['zh-cn'];

const CLIENT = 'client/src';
const MANIFEST = 'package.nls.json';
const PAGES = /^client\/walkthrough\/[^.]+\.md$/;

const manifestOf = (language: string): string => MANIFEST.replace('.json', `.${language}.json`);
const bundleOf = (language: string): string => `client/l10n/bundle.l10n.${language}.json`;

type Texts = ReadonlyMap<string, string>;

/** Every language has each text of the manifest, of the client and of the walkthrough, and no other. */
export const translationsAreWhole: Invariant = (files) => {
  const manifest = jsonTexts(files.get(MANIFEST)?.text);
  const client: Texts = new Map(
    typescriptIn(files, CLIENT).flatMap(([path, file]) => translatedIn(path, file).map((text) => [text, text])),
  );
  const pages = [...files].filter(([path]) => PAGES.test(path));
  return languages.flatMap((language) => [
    ...unshipped(files, [manifestOf(language), bundleOf(language)]),
    ...compared(files, manifest, manifestOf(language)),
    ...unlikeDefaults(manifest, jsonTexts(files.get(manifestOf(language))?.text), manifestOf(language)),
    ...compared(files, client, bundleOf(language)),
    ...pages.flatMap(([page, { text }]) => {
      const path = page.replace('.md', `.nls.${language}.md`);
      const translated = files.get(path)?.text;
      return translated === undefined ? [{ path, what: 'is missing' }] : differences(path, page, text, translated);
    }),
  ]);
};

/** The translations that the package does not contain, or in which VS Code does not look. */
function unshipped(files: Files, translations: readonly string[]): readonly Violation[] {
  const { files: shipped, l10n }: Manifest = JSON.parse(files.get('package.json')?.text ?? '{}');
  const isShipped = (path: string): boolean => shipped.some((part) => path === part || path.startsWith(`${part}/`));
  return [
    ...translations.filter((path) => !isShipped(path)).map((path) => `does not ship ${path}`),
    ...(l10n === './client/l10n' ? [] : ['does not say where the translations of the client are']),
  ].map((what) => ({ path: 'package.json', what }));
}

interface Manifest {
  readonly files: readonly string[];
  readonly l10n?: string;
}

/** @param path The file with the translations of the texts. */
function compared(files: Files, texts: Texts, path: string): readonly Violation[] {
  const file = files.get(path);
  if (file === undefined) return [{ path, what: 'is missing' }];
  const translated = jsonTexts(file.text);
  return [
    ...[...texts].flatMap(([key, text]) => {
      const other = translated.get(key);
      return other === undefined ? [{ path, what: `lacks "${key}"` }] : differences(path, key, text, other);
    }),
    ...[...translated.keys()].filter((key) => !texts.has(key)).map((key) => ({ path, what: `needs no "${key}"` })),
  ];
}

function differences(path: string, key: string, text: string, translated: string): readonly Violation[] {
  if (text === translated) return [{ path, what: `has "${key}" in English` }];
  const [wanted, found] = [fixedParts(text), fixedParts(translated)];
  return wanted === found ? [] : [{ path, what: `"${key}" has ${found} in place of ${wanted}` }];
}

/** What is the same in every language, whatever its order: placeholders, code, targets of links, versions, and dots that announce more. */
const fixedParts = (text: string): string =>
  (text.match(/\{\d\}|```.*?```|`[^`]*`|\]\([^)]*\)|\d+(?:\.\d+)+|…/gs) ?? []).sort().join(' ');

/** Texts of rules that name another severity than the English ones: the same one has the same words, after the last colon. */
function unlikeDefaults(texts: Texts, translated: Texts, path: string): readonly Violation[] {
  const words = new Map<string, string>();
  return [...texts].flatMap(([key, text]) => {
    const severity = /Default: (\w+)\.$/.exec(text)?.[1];
    const word = translated.get(key)?.split(/[:：]/).at(-1)?.trim();
    if (severity === undefined || word === undefined) return [];
    const usual = words.get(severity) ?? word;
    words.set(severity, usual);
    return word === usual ? [] : [{ path, what: `"${key}" has ${word} in place of ${usual}` }];
  });
}

const jsonTexts = (json = '{}'): Texts =>
  new Map(Object.entries(JSON.parse(json)).map(([key, text]) => [key, String(text)]));

/** The texts that a source translates. */
const translatedIn = perFile((_, file: SourceFile): readonly string[] =>
  file.nodes().flatMap((node) => (isTranslation(node) ? (literalOf(node.arguments[0]) ?? []) : [])),
);

const isTranslation = (node: Node): node is CallExpression =>
  isCallExpression(node) &&
  isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 't' &&
  lastNameOf(node.expression.expression) === 'l10n';

/** Names that are the same in every language: of the extension and, in the code, of snippets. */
const names: ReadonlySet<string> = new Set(['Agent Authoring', 'Completion Report', 'Endpoint Pattern: ']);

/**
 * The extension shows no text that is not translated, and its pages only texts that it gives them. The playground is in English
 * like the documentation.
 */
export const textsAreTranslated: Invariant = (files) => {
  const given = new Set(typescriptIn(files, `${CLIENT}/webview`).flatMap(([path, file]) => givenIn(path, file)));
  return typescriptIn(files, CLIENT, 'client/webview').flatMap(([path, file]) => [
    ...untranslatedIn(path, file),
    ...saidIn(path, file)
      .filter((key) => !given.has(key))
      .map((key) => ({ path, what: `says "${key}", for which the client gives no text` })),
  ]);
};

/** The keys of the texts that a source gives to a page. */
const givenIn = perFile((_, file: SourceFile): readonly string[] =>
  file
    .nodes()
    .flatMap((node) =>
      isPropertyAssignment(node) && node.name.getText() === 'texts' && isObjectLiteralExpression(node.initializer)
        ? node.initializer.properties.flatMap((one) => (isPropertyAssignment(one) ? keyOf(one.name) : []))
        : [],
    ),
);

const keyOf = (name: Node): string => literalOf(name) ?? name.getText();

/** The keys of the texts that a page shows, as far as they are written in the call. */
const saidIn = perFile((_, file: SourceFile): readonly string[] =>
  file
    .nodes()
    .flatMap((node) =>
      isCallExpression(node) && lastNameOf(node.expression) === 'say' ? (literalOf(node.arguments[1]) ?? []) : [],
    ),
);

const untranslatedIn = perFile((path, file: SourceFile): readonly Violation[] =>
  file.nodes().flatMap((node): readonly Violation[] => {
    if (isTranslation(node) && literalOf(node.arguments[0]) === undefined)
      return [{ path, what: `translates a text that is not in the call: \`${node.getText()}\`` }];
    const text = shownText(node);
    if (text === undefined || names.has(text)) return [];
    if (node.parent !== undefined && isTranslation(node.parent) && node.parent.arguments[0] === node) return [];
    const isShown = /\p{L}/u.test(text) && isInShownPlace(node);
    return isShown || isSentence(text) ? [{ path, what: `shows a text in English only: "${text}"` }] : [];
  }),
);

/** Whether a text is for people wherever it is: words that begin with a capital letter. */
const isSentence = (text: string): boolean => /^\p{Lu}\p{Ll}* \p{L}{2}/u.test(text);

/** What VS Code shows, as an argument of a call or as a member of an object. */
const calls = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)$/;
const members = /^(?:placeHolder|placeholder|title|prompt|label|detail|description|tooltip|message)$/;

/** Whether a text, or the expression that it is a part of, is what a call or member shows. */
function isInShownPlace(text: Node): boolean {
  let node = text;
  while (node.parent !== undefined && isPartOf(node, node.parent)) node = node.parent;
  const { parent } = node;
  if (parent === undefined) return false;
  if (isPropertyAssignment(parent)) return parent.initializer === node && members.test(parent.name.getText());
  if (isBinaryExpression(parent))
    return parent.operatorToken.kind === SyntaxKind.EqualsToken && members.test(lastNameOf(parent.left) ?? '');
  return isCallExpression(parent) && parent.expression !== node && calls.test(lastNameOf(parent.expression) ?? '');
}

/** Whether a node is, or is joined into, the value of the expression around it. */
function isPartOf(node: Node, around: Node): boolean {
  if (isConditionalExpression(around)) return around.condition !== node;
  if (isBinaryExpression(around)) return joining.has(around.operatorToken.kind);
  return isTemplateExpression(around) || isTemplateSpan(around) || isParenthesizedExpression(around);
}

const joining: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
]);
