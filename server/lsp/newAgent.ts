/** The requests for a new agent: where it can be, what it may be called, what it can be for, and its text. Nothing is written. */
import {
  checkName,
  type Format,
  formatById,
  isRecord,
  type NameCheck,
  type NewAgent,
  newAgentFile,
  newAgentFormats,
  placesIn,
  presets,
  type ReportKeyKind,
  requiredReportKeys,
  toolChoicesOf,
  toolDetail,
  usualTools,
} from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

/** A folder in which a host reads agents. */
interface PlaceAnswer {
  /** The id of its format, which the other requests take. */
  readonly format: string;
  /** The name of the host. */
  readonly host: string;
  readonly scope: 'used' | 'project' | 'user' | 'plugin';
  /** URI of the folder of the file, and of the project, user or plugin that it belongs to. */
  readonly folder: string;
  readonly home: string;
}

/** What an agent can be for and what it may do. */
interface ChoicesAnswer {
  readonly presets: readonly {
    readonly id: string;
    readonly title: string;
    readonly detail: string;
    /** Ids of the tools that such an agent usually has. */
    readonly tools: readonly string[];
  }[];
  readonly tools: readonly {
    readonly id: string;
    /** What it does in a few words, then in a sentence. */
    readonly detail: string;
    readonly summary: string;
  }[];
  /** Whether an agent can be left without limits. */
  readonly canBeOpen: boolean;
}

type TextAnswer = { readonly refused: string } | { readonly text: string; readonly snippet: string };

export const newAgentFeatures = (session: Session): readonly Feature[] => [
  // `in`: URI of a folder that was chosen; left out when none was.
  on({}, (connection, guard) =>
    connection.onRequest(
      'agentAuthoring/newAgentPlaces',
      guard.anywhere(readChosen, async ({ chosen }): Promise<readonly PlaceAnswer[]> => {
        await searched(session);
        const { folders, system } = session;
        const homes = { ...folders.homes, manifests: [...system.manifests.keys()], chosen };
        return placesIn(homes, system.workspace).map(({ format, scope, folder, home }) => ({
          format: format.id,
          host: format.host.name,
          scope,
          folder,
          home,
        }));
      }),
    ),
  ),
  // `format`, `folder` and `name`.
  on({}, (connection, guard) =>
    connection.onRequest<NameCheck, never>(
      'agentAuthoring/newAgentName',
      guard.anywhere(
        (params) => {
          const [format, folder, name] = [formatIn(params), textIn(params, 'folder'), textIn(params, 'name')];
          return format && folder !== undefined && name !== undefined ? { format, folder, name } : undefined;
        },
        ({ format, folder, name }): NameCheck =>
          checkName(format, folder, name.trim(), session.index, session.system.workspace),
      ),
    ),
  ),
  // `format`.
  on({}, (connection, guard) =>
    connection.onRequest('agentAuthoring/newAgentChoices', guard.anywhere(formatIn, choicesOf)),
  ),
  // `format`, `name`, `preset` and `tools`, which is null for an agent without limits; with `folder` for what its repository requires.
  on({}, (connection, guard) =>
    connection.onRequest<TextAnswer, never>(
      'agentAuthoring/newAgent',
      guard.anywhere(readNewAgent, async ({ folder, ...chosen }): Promise<TextAnswer> => {
        const file = newAgentFile({ ...chosen, reportKeys: await reportKeysIn(session, folder) });
        return 'refused' in file ? file : { text: file.text, snippet: file.snippet };
      }),
    ),
  ),
];

/** Milliseconds. A person waits no longer for the places. */
const LONGEST = 3_000;

/** Waits until it is known what is in the workspace. */
async function searched({ files, system }: Session): Promise<void> {
  if (files === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST);
  });
  await system.whenComplete(late);
  clearTimeout(timer);
}

const choicesOf = (format: Format): ChoicesAnswer => ({
  presets: presets.map((preset) => {
    const { id, title, detail } = preset;
    return { id, title, detail, tools: usualTools(preset, format) };
  }),
  tools: toolChoicesOf(format).map((tool) => ({ id: tool.id, detail: toolDetail(tool), summary: tool.summary })),
  canBeOpen: format.creation?.limits?.isOpen !== false,
});

function readNewAgent(params: unknown): (NewAgent & { readonly folder: string | undefined }) | undefined {
  const folder = textIn(params, 'folder');
  const [format, name] = [formatIn(params), textIn(params, 'name')];
  const preset = presets.find(({ id }) => id === textIn(params, 'preset'));
  const tools: unknown = isRecord(params) ? params['tools'] : undefined;
  if (format === undefined || name === undefined || preset === undefined) return undefined;
  if (tools === null) return { format, name: name.trim(), preset, tools: undefined, folder };
  if (!Array.isArray(tools)) return undefined;
  const known = new Set(toolChoicesOf(format).map(({ id }) => id));
  const chosen = tools.filter((tool): tool is string => typeof tool === 'string' && known.has(tool));
  return { format, name: name.trim(), preset, tools: [...new Set(chosen)], folder };
}

/** The keys of reports that settings require in a folder; none when they require none. */
async function reportKeysIn({ configuration }: Session, folder: string | undefined): Promise<readonly ReportKeyKind[]> {
  if (folder === undefined) return [];
  // Settings are those of a file.
  const uri = `${folder}/new`;
  await configuration.readFilesOf([uri]);
  const { sections, report } = configuration.for(uri);
  configuration.forget(uri);
  return requiredReportKeys(sections, report.keys);
}

function readChosen(params: unknown): { readonly chosen: string | undefined } | undefined {
  const chosen = textIn(params, 'in');
  const isGiven = isRecord(params) && params['in'] !== undefined;
  return isGiven && chosen === undefined ? undefined : { chosen: chosen?.replace(/\/+$/, '') };
}

const textIn = (params: unknown, key: string): string | undefined => {
  const value = isRecord(params) ? params[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The format that `format` names, if agents of it can be made. */
function formatIn(params: unknown): Format | undefined {
  const format = formatById(textIn(params, 'format') ?? '');
  return format !== undefined && newAgentFormats.includes(format) ? format : undefined;
}
