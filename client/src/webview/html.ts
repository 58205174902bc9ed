/** The HTML of a page: a frame that loads one script and one style sheet of this extension, and nothing else. */

export interface PageParts {
  readonly title: string;
  readonly language: string;
  /** URIs as the webview loads them. */
  readonly script: string;
  readonly style: string;
  /** Random, and different for each page. */
  readonly nonce: string;
}

/** @returns A page that may use no network, no inline code and no inline styles. */
export const pageHtml = ({ title, language, script, style, nonce }: PageParts): string => `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escaped(style)}">
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 32 letters and digits that cannot be guessed. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
