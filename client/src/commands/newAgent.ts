/** "New Agent…": asks for the place, the name, the purpose and the tools, and creates the file. The server knows what there is to choose. */
import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { plainText } from '../plainText';
import { type Answer, askText, type Checked, chooseOne, chooseSome, type Place, separator } from '../steps';
import { createAgent } from './createAgent';

type Scope = 'used' | 'project' | 'user' | 'plugin';

/** A folder in which a program reads agents. */
interface Home {
  readonly format: string;
  readonly host: string;
  readonly scope: Scope;
  readonly folder: string;
  readonly home: string;
}

interface Preset {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly tools: readonly string[];
}

interface Choices {
  readonly presets: readonly Preset[];
  readonly tools: readonly { readonly id: string; readonly detail: string; readonly summary: string }[];
  readonly canBeOpen: boolean;
}

type Named = { readonly refused: string } | { readonly uri: string; readonly warning?: string };
type Text = { readonly refused: string } | { readonly text: string; readonly snippet: string };

/** What was chosen so far. Going back keeps it. */
interface Chosen {
  home?: Home;
  name: string;
  uri?: string;
  preset?: Preset;
  /** Undefined until they were chosen for the preset; null for an agent without limits. */
  tools?: readonly string[] | null | undefined;
}

/** Answers that a key binding or a test gives, so that these questions are not asked. */
interface Given {
  /** URI of a folder of agents, or of one that contains it. */
  readonly in?: unknown;
  readonly format?: unknown;
  readonly name?: unknown;
  readonly preset?: unknown;
  readonly tools?: unknown;
}

/**
 * @param started Starts the server, which may not run before there is an agent.
 * @param given From the menu of a folder, its URI; from key bindings and tests, answers.
 */
export async function newAgent(started: () => Promise<BaseLanguageClient>, given?: unknown): Promise<void> {
  const answers: Given = given instanceof Uri ? { in: given } : Object(given);
  try {
    await ask(await started(), answers);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The agent could not be created: {0}', reason));
  }
}

async function ask(client: BaseLanguageClient, given: Given): Promise<void> {
  const inFolder = given.in instanceof Uri ? { in: client.code2ProtocolConverter.asUri(given.in) } : {};
  const all = await client.sendRequest<readonly Home[]>('agentAuthoring/newAgentPlaces', inFolder);
  const homes = given.format === undefined ? all : all.filter(({ format }) => format === given.format);
  const [first] = homes;
  if (first === undefined) {
    void window.showInformationMessage(l10n.t('Open a folder first. The agent is created in it.'));
    return;
  }
  const chosen: Chosen = { name: typeof given.name === 'string' ? given.name : '' };
  const isPlaceGiven = homes.length === 1 || given.format !== undefined;
  if (isPlaceGiven) chosen.home = first;
  const known = new Map<string, Choices>();
  const choicesFor = async ({ format = '' }: Partial<Home> = {}): Promise<Choices> => {
    const choices =
      known.get(format) ?? (await client.sendRequest<Choices>('agentAuthoring/newAgentChoices', { format }));
    known.set(format, choices);
    return choices;
  };
  const { presets } = await choicesFor(first);
  const preset = presets.find(({ id }) => id === given.preset);
  if (preset !== undefined) chosen.preset = preset;
  if (given.tools === null || isTexts(given.tools)) chosen.tools = given.tools;
  const isNameGiven = isPlaceGiven && chosen.name !== '' && (await takeName(client, chosen));
  const steps: readonly ((at: Steps) => Promise<Answer<unknown>>)[] = [
    ...(isPlaceGiven ? [] : [(at: Steps) => askHome(at, homes, chosen)]),
    ...(isNameGiven ? [] : [(at: Steps) => askName(at, client, chosen)]),
    ...(preset !== undefined ? [] : [async (at: Steps) => askPurpose(at, await choicesFor(chosen.home), chosen)]),
    ...(chosen.tools !== undefined ? [] : [async (at: Steps) => askTools(at, await choicesFor(chosen.home), chosen)]),
  ];
  for (let i = 0; ; ) {
    const step = steps[i];
    if (step !== undefined) {
      const answer = await step({ title: l10n.t('New Agent'), step: i + 1, totalSteps: steps.length });
      if (answer === undefined) return;
      i += answer === 'back' ? -1 : 1;
      if (i < steps.length) continue;
    }
    const text = await textOf(client, chosen);
    if (!('refused' in text)) return createAgent(Uri.parse(chosen.uri ?? ''), text);
    void window.showWarningMessage(plainText(text.refused));
    if (steps.length === 0) return;
    i = steps.length - 1;
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * Uses the name that was given.
 * @returns Whether it can be used.
 */
async function takeName(client: BaseLanguageClient, chosen: Chosen): Promise<boolean> {
  const { value, message } = await checkedName(client, chosen, chosen.name);
  if (value === undefined && message !== undefined) void window.showWarningMessage(message);
  if (value !== undefined) chosen.uri = value.uri;
  return value !== undefined;
}

/** All of a question's place but what it asks. */
type Steps = Omit<Place, 'placeholder'>;

async function askHome(at: Steps, homes: readonly Home[], chosen: Chosen): Promise<Answer<unknown>> {
  const isAnyUsed = homes.some(({ scope }) => scope === 'used');
  const titles: Readonly<Record<Scope, string>> = {
    used: l10n.t('This Workspace'),
    user: l10n.t('Personal, for All Workspaces'),
    plugin: l10n.t('Plugins'),
    project: isAnyUsed ? l10n.t('Other Programs') : l10n.t('This Workspace'),
  };
  const items = homes.map((home) => ({ label: home.host, description: shown(home), home }));
  const withTitles = items.flatMap((item, i): readonly (QuickPickItem & { readonly home?: Home })[] =>
    item.home.scope === items[i - 1]?.home.scope ? [item] : [separator(titles[item.home.scope]), item],
  );
  const active = items.find(({ home }) => home === chosen.home);
  const placeholder = l10n.t('Choose the program that the agent is for, and its folder');
  const answer = await chooseOne({ ...at, placeholder }, withTitles, active);
  if (typeof answer === 'object' && answer.value.home !== undefined) {
    if (answer.value.home.format !== chosen.home?.format) delete chosen.tools;
    chosen.home = answer.value.home;
  }
  return answer;
}

/** The folder as a person knows it. */
function shown({ scope, folder, home }: Home): string {
  const uri = Uri.parse(folder);
  if (scope !== 'user') return workspace.asRelativePath(uri);
  return `~${uri.path.slice(Uri.parse(home).path.length)}`;
}

async function askName(at: Steps, client: BaseLanguageClient, chosen: Chosen): Promise<Answer<unknown>> {
  const placeholder = l10n.t('The name of the agent, for example code-reviewer');
  const answer = await askText({ ...at, placeholder }, chosen.name, (name) => checkedName(client, chosen, name));
  if (typeof answer === 'object') Object.assign(chosen, answer.value);
  return answer;
}

async function checkedName(
  client: BaseLanguageClient,
  { home: { format = '', folder = '' } = {} }: { readonly home?: Partial<Home> },
  name: string,
): Promise<Checked<{ readonly name: string; readonly uri: string }>> {
  const named = await client.sendRequest<Named>('agentAuthoring/newAgentName', { format, folder, name });
  if ('refused' in named) return { value: undefined, message: plainText(named.refused) };
  const file = plainText(workspace.asRelativePath(Uri.parse(named.uri)));
  const message = named.warning === undefined ? undefined : plainText(named.warning);
  return { value: { name, uri: named.uri }, message, prompt: l10n.t('Creates {0}', file) };
}

async function askPurpose(at: Steps, { presets }: Choices, chosen: Chosen): Promise<Answer<unknown>> {
  const items = presets.map((preset) => ({ label: preset.title, detail: preset.detail, preset }));
  const active = items.find(({ preset }) => preset.id === chosen.preset?.id);
  const answer = await chooseOne({ ...at, placeholder: l10n.t('Choose what the agent is for') }, items, active);
  if (typeof answer === 'object') {
    // Another purpose needs other tools.
    if (answer.value.preset.id !== chosen.preset?.id) delete chosen.tools;
    chosen.preset = answer.value.preset;
  }
  return answer;
}

async function askTools(at: Steps, { tools, canBeOpen }: Choices, chosen: Chosen): Promise<Answer<unknown>> {
  if (tools.length === 0) return { value: undefined };
  const wanted = chosen.tools === undefined ? (chosen.preset?.tools ?? []) : chosen.tools;
  const each = tools.map(({ id, detail, summary }) => ({ label: id, description: detail, detail: summary, id }));
  const all = {
    label: l10n.t('No Limits'),
    description: l10n.t('all tools, also those of MCP servers'),
    detail: l10n.t('Removes all limits, whatever else is selected.'),
    id: null,
  };
  const items = canBeOpen ? [...each, all] : each;
  const selected = items.filter(({ id }) => (id === null ? wanted === null : wanted?.includes(id) === true));
  const placeholder = l10n.t('Select what the agent may do');
  const answer = await chooseSome<QuickPickItem & { readonly id: string | null }>(
    { ...at, placeholder },
    items,
    selected,
  );
  if (typeof answer === 'object') {
    const ids = answer.value.map(({ id }) => id);
    chosen.tools = ids.includes(null) ? null : ids.filter((id) => id !== null);
  }
  return answer;
}

const textOf = (client: BaseLanguageClient, { home, name, preset, tools }: Chosen): Promise<Text> =>
  client.sendRequest<Text>('agentAuthoring/newAgent', {
    format: home?.format,
    folder: home?.folder,
    name,
    preset: preset?.id,
    tools: tools ?? null,
  });
