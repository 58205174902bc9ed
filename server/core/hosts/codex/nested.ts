/** What is in the tables of a Codex agent, as far as the program checks it. */
import type { NestedKey, NestedShape } from '../nestedShape';
import { free, key, list, map, named, number, text, word, yesNo, yesNoOrTable } from './shapes';

const variables = named('The name of the variable.', text);

const onlyHere: Readonly<Record<string, NestedKey>> = {
  command: key('The program that is the server, for one that runs here.', text),
  args: key('The arguments of the program.', list),
  env: key('Environment variables of the program.', variables),
  env_vars: key('Names of environment variables that the program gets from this one.', {
    kind: 'sequence',
    item: free,
  }),
  cwd: key('The folder in which the program runs.', text),
};

const onlyRemote: Readonly<Record<string, NestedKey>> = {
  url: key('The address of a server that is reached by HTTP.', text),
  bearer_token_env_var: key('The environment variable that contains the token.', text),
  http_headers: key('Headers of each request.', named('The name of the header.', text)),
  env_http_headers: key('Headers whose values are in environment variables.', named('The name of the header.', text)),
  oauth: key('How to log in with OAuth.', free),
  oauth_resource: key('The resource that OAuth asks for.', text),
};

/** A server is a program that runs here, or an address; a key of the other kind is refused. */
const server: NestedShape = {
  kind: 'mapping',
  keys: {
    ...onlyHere,
    ...onlyRemote,
    scopes: key('The scopes that OAuth asks for.', list),
    startup_timeout_sec: key('Seconds until the start is given up.', number),
    startup_timeout_ms: key('Milliseconds until the start is given up.', number),
    tool_timeout_sec: key('Seconds until a call of a tool is given up.', number),
    enabled: key('Whether the server is used.', yesNo),
    required: key('Whether the session fails without the server.', yesNo),
    enabled_tools: key('The only tools of the server that are offered.', list),
    disabled_tools: key('Tools of the server that are not offered.', list),
    default_tools_approval_mode: key('Whether calls of its tools must be approved.', free),
    supports_parallel_tool_calls: key('Whether several tools may be called at once.', yesNo),
    name: key('A name to show.', text),
    tools: key('Settings for single tools.', named('The name of the tool.', map())),
    environment_id: key('The environment in which the server runs.', text),
  },
  oneOf: ['command', 'url'],
  excludes: {
    command: [...Object.keys(onlyRemote), 'bearer_token'],
    url: [...Object.keys(onlyHere), 'bearer_token'],
  },
};

export const servers: NestedShape = named('The name of the server.', server);

export const granular: NestedShape = {
  kind: 'mapping',
  keys: {
    granular: key('Which questions are asked at all; those that are switched off are refused.', {
      kind: 'mapping',
      keys: {
        sandbox_approval: key('Commands that leave the sandbox.', yesNo),
        rules: key('Commands for which a rule says so.', yesNo),
        mcp_elicitations: key('Questions of MCP servers.', yesNo),
        skill_approval: key('Scripts of skills.', yesNo),
        request_permissions: key('Requests for more permissions.', yesNo),
      },
      needs: ['sandbox_approval', 'rules', 'mcp_elicitations'],
    }),
  },
  oneOf: ['granular', 'untrusted', 'on-failure', 'on-request', 'never'],
};

export const workspace: NestedShape = map({
  writable_roots: key('More folders in which the agent may write.', list),
  network_access: key('Whether commands may use the network.', yesNo),
  exclude_tmpdir_env_var: key('Whether the folder in `TMPDIR` is not writable.', yesNo),
  exclude_slash_tmp: key('Whether `/tmp` is not writable.', yesNo),
});

export const environment: NestedShape = map({
  inherit: key('Which variables commands get.', word('core', 'all', 'none')),
  ignore_default_excludes: key('Whether variables that look like secrets are passed on.', yesNo),
  exclude: key('Patterns of variables that are left out.', list),
  set: key('Variables with fixed values.', variables),
  include_only: key('Patterns of the only variables that are kept.', list),
  experimental_use_profile: key('Whether the profile of the shell is read.', yesNo),
});

export const skills: NestedShape = map({
  bundled: key('The skills that come with the program.', map({ enabled: key('Whether they are used.', yesNo) })),
  config: key('Switches single skills on or off.', {
    kind: 'sequence',
    item: {
      kind: 'mapping',
      keys: {
        name: key('The name of the skill.', text),
        path: key('The path of its `SKILL.md`.', text),
        enabled: key('Whether it is used.', yesNo),
      },
      needs: ['enabled'],
    },
  }),
  include_instructions: key('Whether the agent is told how to use skills.', yesNo),
});

export const tools: NestedShape = map({
  web_search: key('Whether, and how, the agent can search the web.', yesNoOrTable),
  view_image: key('Whether the agent can look at images.', free),
  update_plan: key('Settings of the plan tool.', map()),
  experimental_request_user_input: key('Settings of the tool that asks the user.', map()),
});

const handlers: NestedShape = {
  kind: 'sequence',
  item: map({
    matcher: key('Which tools it is about.', text),
    hooks: key('What is run.', { kind: 'sequence', item: map() }),
  }),
};

const events = [
  'PreToolUse',
  'PostToolUse',
  'PermissionRequest',
  'SessionStart',
  'UserPromptSubmit',
  'PreCompact',
  'Stop',
  'SubagentStart',
  'SubagentStop',
] as const;

export const hooks: NestedShape = map(
  Object.fromEntries(events.map((event) => [event, key('What is run at this event.', handlers)])),
);

export const agents: NestedShape = {
  kind: 'mapping',
  keys: {
    max_threads: key('How many agents may be open at once.', number),
    max_depth: key('How deep agents may start agents.', number),
    job_max_runtime_seconds: key('Seconds after which a job is ended.', number),
    interrupt_message: key('Whether a message tells the model of an interruption.', yesNo),
  },
};

export const history: NestedShape = map({
  persistence: key('Whether the history is kept.', word('save-all', 'none')),
  max_bytes: key('The largest size of the file, in bytes.', number),
});

export const tablesByName: NestedShape = named('A name.', map());

/** Switches, and the few features that take a table of settings. */
export const features: NestedShape = {
  kind: 'mapping',
  rest: yesNoOrTable,
  keys: Object.fromEntries(
    [
      'apps_mcp_path_override',
      'code_mode',
      'code_mode_host',
      'current_time_reminder',
      'multi_agent_v2',
      'network_proxy',
      'rollout_budget',
      'sleep_tool',
      'token_budget',
    ].map((name) => [name, key('Whether the feature is on, or its settings.', yesNoOrTable)]),
  ),
};
