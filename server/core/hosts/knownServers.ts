/** MCP servers that people list by their bare name as if they were tools. */

/** Lower case, in alphabetical order. */
export const knownServers: readonly string[] = [
  'chrome-devtools',
  'context7',
  'figma',
  'github',
  'gitlab',
  'linear',
  'notion',
  'playwright',
  'sentry',
  'slack',
];
