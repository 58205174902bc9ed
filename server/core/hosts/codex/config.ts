/** The other keys of config.toml. The file of an agent may contain them too. */
import type { Field, Shape } from '../field';
import type { NestedShape } from '../nestedShape';
import { documented } from './evidence';
import { agents, environment, history, hooks, tablesByName } from './nested';
import { count, flag, looseTable, nonEmpty, string, table, texts, whole, words } from './shapes';

/** How the program treats a field whose value it cannot use. */
export const strict = {
  onInvalid: 'ignores the whole file',
  invalidSeverity: 'error',
  ofNull: 'refused',
} as const;

/** A key that only matters for a whole session, or that few people set: it is accepted, explained, and not offered. */
const rare = (summary: string, shape: Shape, nested?: NestedShape): Field => ({
  ...strict,
  summary,
  shape,
  undocumented: true,
  example: exampleOf(shape),
  ...(nested !== undefined && { nested }),
  evidence: documented,
});

/** A value in TOML. */
function exampleOf(shape: Shape): string {
  switch (shape.kind) {
    case 'flag':
      return 'true';
    case 'integer':
      return '1';
    case 'choice':
      return `"${shape.choices[0]?.value ?? ''}"`;
    case 'names':
      return '["…"]';
    case 'mapping':
      return '{}';
    default:
      return '"…"';
  }
}

export const configFields = {
  agents: rare('Limits for agents of this session, and more agents by name.', table, agents),
  allow_login_shell: rare('Whether commands may run in a login shell.', flag),
  allow_symlinked_codex_home: rare('Whether the folder of the program may be a symbolic link.', flag),
  analytics: rare('Whether usage is reported.', table),
  approvals_reviewer: rare('Who answers questions about approval.', words('user', 'auto_review', 'guardian_subagent')),
  apps: rare('Settings of apps, by name.', table, tablesByName),
  apps_mcp_product_sku: rare('A product name in requests to apps.', string),
  audio: rare('The devices for voice.', table),
  auto_review: rare('Settings of the automatic reviewer.', table),
  background_terminal_max_timeout: rare('Milliseconds to wait for output of a terminal.', count()),
  browser_use: rare('Settings for the use of a browser.', table),
  chatgpt_base_url: rare('The address of ChatGPT.', string),
  check_for_update_on_startup: rare('Whether the program looks for updates.', flag),
  cli_auth_credentials_store: rare('Where the login is kept.', words('file', 'keyring', 'auto', 'ephemeral')),
  cloud: rare('Settings for work in the cloud.', table),
  code_mode: rare('Settings of code mode.', table),
  compact_prompt: rare('The prompt that compacts a long conversation.', string),
  computer_use: rare('Settings for the use of the computer.', table),
  default_permissions: rare('The permission profile that applies.', string),
  desktop: rare('Settings of the desktop app.', table),
  disable_paste_burst: rare('Whether quick typing is not taken for pasted text.', flag),
  experimental_compact_prompt_file: rare('A file with the prompt that compacts a long conversation.', string),
  experimental_realtime_start_instructions: rare('Instructions for the start of a voice session.', string),
  experimental_realtime_webrtc_call_base_url: rare('The address for voice calls.', string),
  experimental_realtime_ws_backend_prompt: rare('The prompt of a voice session.', string),
  experimental_realtime_ws_base_url: rare('The address of voice sessions.', string),
  experimental_realtime_ws_model: rare('The model of voice sessions.', string),
  experimental_realtime_ws_startup_context: rare('The context at the start of a voice session.', string),
  experimental_thread_store: rare('Where conversations are kept.', table, {
    kind: 'mapping',
    keys: { type: { summary: 'The kind of store.', value: { kind: 'free' } } },
    needs: ['type'],
  }),
  experimental_thread_store_endpoint: rare('The address where conversations are kept.', string),
  experimental_use_unified_exec_tool: rare('Whether one tool runs all commands.', flag),
  feedback: rare('Whether feedback is collected.', table),
  file_opener: rare(
    'The editor that links to files open.',
    words('vscode', 'vscode-insiders', 'windsurf', 'cursor', 'none'),
  ),
  forced_chatgpt_workspace_id: rare('The ChatGPT workspace that must be used.', { kind: 'names' }),
  forced_login_method: rare('The way to log in.', words('chatgpt', 'api')),
  ghost_snapshot: rare('Kept so that old files load.', table),
  goals: rare('Settings of goals.', table),
  hide_agent_reasoning: rare('Whether reasoning is not shown.', flag),
  history: rare('What is kept of messages.', looseTable, history),
  hooks: rare('Commands that run at events.', table, hooks),
  include_apps_instructions: rare('Whether instructions about apps are added.', flag),
  include_collaboration_mode_instructions: rare('Whether instructions about the mode are added.', flag),
  include_environment_context: rare('Whether a description of the environment is added.', flag),
  include_permissions_instructions: rare('Whether instructions about permissions are added.', flag),
  instructions: rare('System instructions; the prompt of an agent is `developer_instructions`.', string),
  js_repl_node_module_dirs: rare('Folders with modules for JavaScript.', texts),
  js_repl_node_path: rare('The program that runs JavaScript.', string),
  log_dir: rare('The folder of the log.', string),
  marketplaces: rare('Marketplaces of plugins, by name.', table, tablesByName),
  mcp_enterprise_managed_auth: rare('The login of a company for MCP servers.', table, {
    kind: 'mapping',
    keys: { idp: { summary: 'The service that logs in.', value: { kind: 'free' } } },
    needs: ['idp'],
  }),
  mcp_oauth_callback_port: rare('The port for logins to MCP servers.', count('u16')),
  mcp_oauth_callback_url: rare('The address for logins to MCP servers.', string),
  mcp_oauth_credentials_store: rare('Where logins to MCP servers are kept.', words('auto', 'file', 'keyring')),
  mcp_optional_startup_grace_ms: rare('Milliseconds to wait for servers that are not required.', count()),
  memories: rare('Settings of memories.', table),
  model_auto_compact_token_limit: rare('Tokens from which on a conversation is compacted.', whole),
  model_auto_compact_token_limit_scope: rare('What counts for that limit.', words('total', 'body_after_prefix')),
  model_catalog_json: rare('A file with the models that there are.', string),
  model_context_window: rare('The size of the context of the model, in tokens.', whole),
  model_instructions_file: rare('A file that replaces the built-in instructions.', string),
  model_post_turn_compact_threshold_percent: rare('From how full on a conversation is compacted.', count('u8')),
  model_providers: rare('Services that offer models, by name.', table, tablesByName),
  notice: rare('Notices that were shown.', table),
  notify: rare('A program that is started for notifications.', texts),
  openai_base_url: rare('The address of OpenAI.', string),
  orchestrator: rare('Settings of the orchestrator.', table),
  oss_provider: rare('The program that runs open models.', string),
  otel: rare('Where telemetry is sent.', table),
  permissions: rare('Permission profiles, by name.', table, tablesByName),
  plan_mode_reasoning_effort: rare('How much the model thinks in plan mode.', nonEmpty),
  plugins: rare('Settings of plugins, by name.', table, tablesByName),
  profile: rare('The profile that applies.', string),
  profiles: rare('Profiles, by name.', table, tablesByName),
  project_doc_fallback_filenames: rare('Files that are read in place of AGENTS.md.', texts),
  project_doc_max_bytes: rare('How many bytes of AGENTS.md are read.', count()),
  project_root_markers: rare('Files that mark the root of a project.', texts),
  projects: rare('Settings of projects, by path.', table, tablesByName),
  realtime: rare('Settings of voice sessions.', table),
  responses: rare('How responses are processed.', table),
  responses_api_metadata: rare('Metadata of requests.', table, {
    kind: 'named',
    summary: 'A name.',
    value: { kind: 'scalar', type: 'string' },
  }),
  review_model: rare('The model for reviews.', string),
  rollout_trace: rare('Settings of traces.', table),
  shell_environment_policy: rare('Which environment variables commands get.', table, environment),
  show_raw_agent_reasoning: rare('Whether raw reasoning is shown.', flag),
  sqlite_home: rare('The folder of the database.', string),
  suppress_unstable_features_warning: rare('Whether warnings about unstable features are hidden.', flag),
  thread_unload_delay_secs: rare('Seconds until a conversation is unloaded.', count()),
  tool_output_token_limit: rare('How many tokens of the output of a tool are kept.', count()),
  tool_suggest: rare('Tools that are suggested.', looseTable),
  tui: rare('Settings of the terminal.', table),
  windows: rare('Settings for Windows.', table),
} as const satisfies Readonly<Record<string, Field>>;
