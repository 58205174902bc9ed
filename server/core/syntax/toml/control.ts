/** Finds characters that TOML allows nowhere. */

/** Whether something is there that no string may contain: control characters except the tab, and line ends where only some may be. */
export function hasControl(text: string, isMultiline: boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code !== 0x7f) || code === TAB) continue;
    if (isMultiline && (code === LF || (code === CR && text.charCodeAt(at + 1) === LF))) continue;
    return true;
  }
  return false;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
