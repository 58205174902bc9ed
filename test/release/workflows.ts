/** What must be true of every workflow of GitHub Actions in this repository, so that it can do no more than its task. */
import { isRecord } from '../../server/core/index';

/** Permissions that a job may have, and what shows that it needs them; reading the sources needs no reason. */
const reasons: Readonly<Record<string, RegExp>> = {
  'contents: read': /./,
  'contents: write': /gh release create/,
  'id-token: write': /npm publish --provenance|attest-build-provenance/,
  'attestations: write': /attest-build-provenance/,
};

/** Names of secrets that may be read, and the command that needs each. */
const secrets: Readonly<Record<string, RegExp>> = { VSCE_PAT: /vsce publish/ };

/** Such a value may come from anyone who can open a pull request, so it must not be part of a script. */
const EXPRESSION = /\$\{\{/;

/**
 * What is wrong with a workflow.
 * @param scripts Names that `npm run` knows.
 */
export function workflowFaults(workflow: unknown, scripts: readonly string[]): readonly string[] {
  if (!isRecord(workflow)) return ['it is not an object'];
  const { on: events, permissions, jobs, name } = workflow;
  const started = isRecord(events) ? Object.keys(events) : [events].flat().map(String);
  return [
    ...(typeof name === 'string' ? [] : ['it has no name']),
    ...(started.some((event) => /^(?:pull_request_target|workflow_run)$/.test(event))
      ? ['it runs the code of a pull request with the rights of the repository']
      : []),
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['it permits more than to read the contents']),
    ...(isRecord(jobs) ? Object.entries(jobs).flatMap(([id, job]) => jobFaults(id, job, scripts)) : ['it has no jobs']),
  ];
}

function jobFaults(id: string, job: unknown, scripts: readonly string[]): readonly string[] {
  if (!isRecord(job)) return [`${id} is not an object`];
  const { permissions, steps } = job;
  const text = JSON.stringify(steps ?? []);
  const granted = isRecord(permissions)
    ? Object.entries(permissions).map(([scope, level]) => `${scope}: ${level}`)
    : [];
  const read = [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, secret = '']) => secret);
  return [
    ...(typeof job['timeout-minutes'] === 'number' ? [] : [`${id} has no timeout`]),
    ...(permissions === undefined || isRecord(permissions) ? [] : [`${id} permits everything`]),
    ...granted.filter((one) => reasons[one]?.test(text) !== true).map((one) => `${id} does not need ${one}`),
    ...read.filter((one) => secrets[one]?.test(text) !== true).map((one) => `${id} does not need the secret ${one}`),
    ...(/secrets\[|toJSON\(secrets/i.test(text) ? [`${id} reads all secrets`] : []),
    ...(Array.isArray(steps) && steps.length > 0
      ? steps.flatMap((step) => stepFaults(id, step, scripts))
      : [`${id} does nothing`]),
  ];
}

function stepFaults(id: string, step: unknown, scripts: readonly string[]): readonly string[] {
  if (!isRecord(step)) return [`${id} has a step that is not an object`];
  const { uses, run, with: inputs } = step;
  if (typeof run === 'string')
    return [
      ...(EXPRESSION.test(run) ? [`${id} puts an expression into a script: ${run}`] : []),
      ...[...run.matchAll(/npm run ([\w:-]+)/g)].flatMap(([, script = '']) =>
        scripts.includes(script) ? [] : [`${id} runs the script ${script}, which does not exist`],
      ),
      ...(/\bnpm (?:install|i)\b|\bnpx (?!--no-install)/.test(run)
        ? [`${id} installs what the lock file does not pin`]
        : []),
    ];
  if (typeof uses !== 'string') return [`${id} has a step that does nothing`];
  if (uses.startsWith('./')) return [];
  // GitHub's own actions by their major version, those of others by a commit, which cannot be moved.
  const isPinned = /^actions\/[\w/-]+@v\d+$/.test(uses) || /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses);
  const keeps = uses.startsWith('actions/checkout@') && !(isRecord(inputs) && inputs['persist-credentials'] === false);
  return [
    ...(isPinned ? [] : [`${id} uses ${uses}, which is not pinned`]),
    ...(keeps ? [`${id} leaves the token in the checkout`] : []),
  ];
}
