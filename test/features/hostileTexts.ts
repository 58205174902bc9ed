/** Texts that try to leave the place where a file's text is shown, and every place of an agent in which they can be written. */
import type { ReportKeyKind } from '../../server/core/sectionKinds/reportKeys';

/** No host has this name, so whatever contains it comes from a file. */
const EVIL = 'evil.example';

const URL = `https://${EVIL}/p.png`;

/** As names and values. Names are cut when they are long, so none of these can count on what is before it. */
export const hostileTexts: readonly string[] = [
  `k\` ![x](${URL}) \``,
  `![x](${URL})`,
  `[x](${URL})`,
  `[x](command:${EVIL})`,
  `\`\` ![x](${URL}) \`\``,
  `\\\`![x](${URL})`,
  `<${URL}>`,
  URL,
  `www.${EVIL}`,
  `me@${EVIL.replace('example', 'com')}`,
  `mcp__${URL}`,
  `<img src=${URL}>`,
  `&lt;img src=${URL}&gt;`,
  `x\n\n![x](${URL})`,
  `x\n\n# ${EVIL}\n\n|a|b|\n|-|-|\n|![x](${URL})|c|`,
  `x\n\n[x]\n\n[x]: ${URL}`,
  `x\n\`\`\`\n![x](${URL})`,
  '`',
  '',
  ' ',
  '\u202e\u2066gnp.x\u2069',
  '\u001b[31mred\u0007',
  '\u009b31mred\u0085\u007f',
  'a\u2028b\u2029c',
  'Re\u200bad\u00ad\u2060\u{e0041}',
  'x'.repeat(5_000),
  `${'x'.repeat(58)}\`![x](${URL})`,
  '\u202e'.repeat(2_000),
];

const agent = (lines: string, body = 'Hi\n'): string => `---\nname: abc\ndescription: d\n${lines}\n---\n\n${body}`;
const yaml = (text: string): string => JSON.stringify(text);
const report = (lines: string): string =>
  agent('tools: Read', `## Response Format\n\n\`\`\`yaml\ncompletion_report:\n${lines}\n\`\`\`\n`);

/** Where a text can be written, as the agent file that contains it. */
export const places: Readonly<Record<string, (text: string) => string>> = {
  'the name': (text) => `---\nname: ${yaml(text)}\ndescription: d\ntools: Read\n---\n\nHi\n`,
  'the description': (text) => `---\nname: abc\ndescription: ${yaml(text)}\n---\n\nHi\n`,
  'a plain value': (text) => `---\nname: ${text}\ndescription: ${text}\ntools: ${text}\n---\n\nHi\n`,
  'the only tool': (text) => agent(`tools: [${yaml(text)}]`),
  'tools as text': (text) => agent(`tools: ${yaml(`a\`, ${text}, \`b`)}`),
  'one of several tools': (text) =>
    agent(`tools: [Read, ${yaml(text)}, MultiEdit]\ndisallowedTools: [${yaml(text)}, Read]`),
  'the name of a server in a tool': (text) => agent(`tools: [Read, ${yaml(`mcp__${text}__x`)}]`),
  'the argument of a tool': (text) =>
    agent(`tools: [Read, ${yaml(`Bash(${text})`)}, ${yaml(`Task(${text})`)}, ${yaml(`-${text}`)}]`),
  'model, color and mode': (text) => agent(`model: ${yaml(text)}\ncolor: ${yaml(text)}\npermissionMode: ${yaml(text)}`),
  'numbers and flags': (text) =>
    agent(`maxTurns: ${yaml(text)}\nbackground: ${yaml(text)}\nmemory: ${yaml(text)}\ntimeout_mins: ${yaml(text)}`),
  skills: (text) => agent(`skills: [${yaml(text)}]`),
  'an unknown field': (text) => agent(`${yaml(text)}: 1`),
  'a field twice': (text) => agent(`${yaml(text)}: 1\n${yaml(text)}: 2`),
  'a field after the end that the host sees': (text) =>
    `---\nname: abc\ndescription: d --- x\n${yaml(text)}: 1\n---\nHi\n`,
  'a misnamed field': (text) => agent(`allowed-tools: ${yaml(text)}\ntool: ${yaml(text)}`),
  'an event of hooks': (text) => agent(`hooks:\n  ${yaml(text)}: []\n  PreToolUse: ${yaml(text)}`),
  'a matcher and a command': (text) =>
    agent(
      `hooks:\n  PreToolUse:\n    - matcher: ${yaml(text)}\n      hooks:\n        - type: command\n          command: ${yaml(text)}`,
    ),
  'a kind of hook': (text) =>
    agent(
      `hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: ${yaml(text)}\n          ${yaml(text)}: ${yaml(text)}`,
    ),
  'a guard outside of hooks': (text) =>
    agent(
      `${yaml(text)}: 1\nPreToolUse:\n  - matcher: ${yaml(text)}\n    hooks:\n      - type: command\n        command: x`,
    ),
  'a server': (text) => agent(`mcpServers:\n  ${yaml(text)}:\n    type: stdio\n    command: ${yaml(text)}`),
  'a broken server': (text) =>
    agent(`mcpServers:\n  ${yaml(text)}: 1\n  b:\n    type: ${yaml(text)}\n    ${yaml(text)}: 1`),
  'a list of servers': (text) => agent(`mcpServers:\n  - ${yaml(text)}\n  - ${yaml(text)}: {}\n    x: 1`),
  'a tag and an anchor': (text) =>
    agent(`color: !${text.replaceAll(/\s/g, '')} red\nmodel: &${text.replaceAll(/\s/g, '')} opus`),
  'broken YAML': (text) => agent(`color: "${text}\n tools: [${text}\nmodel: ${text}: x`),
  'fields of another host': (text) =>
    agent(`mode: subagent\ntemperature: ${yaml(text)}\nkind: ${yaml(text)}\nagent_card_url: ${yaml(text)}`),
  'a comment': (text) => agent(`# agent-authoring-disable ${text}`, `<!-- agent-authoring-disable ${text} -->\nHi\n`),
  headings: (text) =>
    agent('tools: Read', `## ${text}\n\nHi\n\n## ${text}\n\n#### ${text}\n\n**${text}:**\n\n<${text}>\n`),
  'links and images': (text) => agent('tools: Read', `[${text}](./${text}.md) ![${text}](${text}) <${text}>\n`),
  'code in the body': (text) =>
    agent(
      'tools: Read',
      `Use the \`${text}\` tool. Call mcp__${text}__x and \`mcp__${text}__y\`. Do not edit files.\n\n\`\`\`${text}\n${text}\n\`\`\`\n`,
    ),
  'a variable': (text) => agent('tools: [read_file]', `Run \${${text}} and $ARGUMENTS.\n`),
  'a skill in the body': (text) => agent('tools: Read', `Use the \`${text}\` skill. Invoke /${text}.\n`),
  'a code block that is not closed': (text) => agent('tools: Read', `\`\`\`\`${text}\n\`\`\`${text}\n${text}\n`),
  'a merge conflict': (text) => agent(`<<<<<<< ${text}\ncolor: red\n=======\ncolor: blue\n>>>>>>> ${text}`),
  'a key of the report': (text) => report(`  agent: abc\n  ${yaml(text)}: [x]\n  ${yaml(text)}: y`),
  'a value of the report': (text) => report(`  agent: ${yaml(text)}\n  files_modified: ${yaml(text)}`),
  'a broken report': (text) => report(`  agent: "${text}\n  x: ${text}: y`),
};

/** Keys of the report as a configuration file has them. */
export const hostileKeys = (text: string): readonly ReportKeyKind[] => [
  { key: 'risk', shape: 'text', summary: text, place: text },
  { key: 'agent', shape: 'list', summary: text, place: text },
];
