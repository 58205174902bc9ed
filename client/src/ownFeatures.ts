/** What VS Code has in agent files without a server, so that the server does not do it a second time. */
import { extensions, version } from 'vscode';

/**
 * The languages in whose outline VS Code shows the headings of Markdown. Its own Markdown support says which; a person may have
 * disabled it, and old versions serve fewer languages.
 */
export function languagesWithHeadings(): readonly string[] {
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
