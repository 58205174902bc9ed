/** What VS Code has in agent files without a server, so that the server does not do it a second time. */
import { extensions, version } from 'vscode';

/** Languages by their ids. */
interface Headings {
  /** Where VS Code shows the headings of Markdown in the outline. */
  readonly showsHeadings: readonly string[];
  /** Where it shows those that a document had when it was opened. */
  readonly showsOldHeadings: readonly string[];
}

/**
 * Its own Markdown support reads agents, skills and prompts too, but (in 1.139) hears of changes only in documents of the language
 * Markdown: `vscode.executeDocumentSymbolProvider` gives the old headings in the others, even after they are saved.
 */
export function ownHeadings(): Headings {
  const languages = languagesOfMarkdown();
  return {
    showsHeadings: languages.filter((language) => language === 'markdown'),
    showsOldHeadings: languages.filter((language) => language !== 'markdown'),
  };
}

/** The languages that VS Code's Markdown support says it reads. A person may have disabled it; old versions read fewer. */
function languagesOfMarkdown(): readonly string[] {
  const manifest: unknown = extensions.getExtension('vscode.markdown-language-features')?.packageJSON;
  const isRead = typeof manifest === 'object' && manifest !== null && 'activationEvents' in manifest;
  const list: unknown = isRead ? manifest.activationEvents : undefined;
  if (!Array.isArray(list)) return [];
  const prefix = 'onLanguage:';
  return list.flatMap((event: unknown) =>
    typeof event === 'string' && event.startsWith(prefix) ? [event.slice(prefix.length)] : [],
  );
}

/** The first version that reads `include` in files of snippets, in its second number. */
const SCOPED_SNIPPETS = 109;

/**
 * Where VS Code offers the files of `snippets/`: in each document of their languages, or only in those that `include` names, which are
 * untitled ones.
 */
export function placesOfSnippets(): 'everywhere' | 'untitled' {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= SCOPED_SNIPPETS) ? 'untitled' : 'everywhere';
}
