/** The files that `init` writes: their paths and texts. */
import { CONFIGURATION_FILE } from '../../../core/index';
import { jsonText } from '../../printable';

/** A file of a repository that makes others use this program. */
export interface Piece {
  /** From the folder of the repository. */
  readonly path: string;
  readonly text: string;
  /** What has to be added to a file that is there already; undefined where the whole text has to be. */
  readonly entry?: string;
}

/** The program of the repository itself. Without `--no-install`, `npx` would fetch the package of this name, whoever has registered it. */
const PROGRAM = 'npx --no-install agent-authoring';

/** Paths that start the hook, as in `.pre-commit-hooks.yaml`. */
const HOOK_FILES =
  '(^|/)(\\.agent-authoring\\.jsonc?|agents?|skills|commands?|output-styles|modes?|\\.(claude|claude-plugin|github|opencode|kilo|kilocode|gemini|qwen|codex|agents|cline|factory|cursor|kiro|augment)|hooks|(opencode|kilo)\\.jsonc?|AGENTS(\\.override)?\\.md)(/|$)';

/**
 * The configuration. @param version of this program.
 * @param hosts in which each file must work; none when it need not.
 */
export const configuration = (version: string, hosts: readonly string[]): Piece => ({
  path: CONFIGURATION_FILE,
  text: `${jsonText({ version, ...(hosts.length > 0 && { hosts }) }, 2)}\n`,
});

/** The baseline of a repository that begins with problems. */
export const BASELINE_FILE = 'agents-baseline.json';

/**
 * The end of a command that checks.
 * @param hasBaseline Whether problems that a baseline contains are accepted.
 */
const against = (hasBaseline: boolean): string => (hasBaseline ? ` --baseline ${BASELINE_FILE}` : '');

const hook = (hasBaseline: boolean): string => `  - repo: local
    hooks:
      - id: agent-authoring
        name: Agent Authoring
        entry: ${PROGRAM} check --staged${against(hasBaseline)}
        language: system
        pass_filenames: false
        files: '${HOOK_FILES}'
`;

export const preCommit = (hasBaseline: boolean): Piece => ({
  path: '.pre-commit-config.yaml',
  text: `repos:\n${hook(hasBaseline)}`,
  entry: hook(hasBaseline),
});

/** The name of a branch reaches the shell as a variable, never as part of a script. */
const github = (hasBaseline: boolean): Piece => ({
  path: '.github/workflows/agents.yml',
  text: `# Checks the agent files that a pull request changes, and annotates its lines.
name: Agents
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: npm ci
      - run: ${PROGRAM} check --format github --changed="origin/$BASE"${against(hasBaseline)}
        env:
          BASE: \${{ github.base_ref }}
`,
});

const job = (hasBaseline: boolean): string => `agents:
  image: node:20
  script:
    - npm ci
    - ${PROGRAM} check --format gitlab${against(hasBaseline)} > gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;

/** Where GitLab looks for its workflow. */
export const GITLAB_FILE = '.gitlab-ci.yml';

const gitlab = (hasBaseline: boolean): Piece => ({
  path: GITLAB_FILE,
  text: job(hasBaseline),
  entry: job(hasBaseline),
});

/** Servers for continuous integration, by the names that `--ci` takes. */
export const servers = { github, gitlab } as const;
