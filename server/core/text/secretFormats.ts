/** Formats of keys and tokens of well-known services: a prefix, then a number of characters of a known kind. */

export interface SecretFormat {
  /** What it is, with an article. */
  readonly what: string;
  readonly prefix: string;
  /** How many characters follow the prefix. */
  readonly min: number;
  readonly max: number;
  /** `upper`: A–Z and digits; `word`: letters, digits and `_`; `token`: those and `-`. */
  readonly letters: 'upper' | 'word' | 'token';
}

/** The longest run that is checked. */
const LONG = 400;

/** A prefix that begins another one is after it, so that the longer one is tried first. */
export const secretFormats: readonly SecretFormat[] = [
  { what: 'an AWS access key', prefix: 'AKIA', min: 16, max: 16, letters: 'upper' },
  { what: 'a temporary AWS access key', prefix: 'ASIA', min: 16, max: 16, letters: 'upper' },
  { what: 'a GitHub token', prefix: 'ghp_', min: 36, max: 36, letters: 'word' },
  { what: 'a GitHub token', prefix: 'gho_', min: 36, max: 36, letters: 'word' },
  { what: 'a GitHub token', prefix: 'ghs_', min: 36, max: 36, letters: 'word' },
  { what: 'a GitHub token', prefix: 'github_pat_', min: 60, max: LONG, letters: 'word' },
  { what: 'a GitLab token', prefix: 'glpat-', min: 20, max: 60, letters: 'token' },
  { what: 'an Anthropic key', prefix: 'sk-ant-', min: 40, max: LONG, letters: 'token' },
  { what: 'an OpenAI key', prefix: 'sk-proj-', min: 40, max: LONG, letters: 'token' },
  { what: 'an OpenAI key', prefix: 'sk-', min: 40, max: LONG, letters: 'word' },
  { what: 'a Slack token', prefix: 'xoxb-', min: 30, max: LONG, letters: 'token' },
  { what: 'a Slack token', prefix: 'xoxp-', min: 30, max: LONG, letters: 'token' },
  { what: 'a Slack token', prefix: 'xoxa-', min: 30, max: LONG, letters: 'token' },
  { what: 'a Google key', prefix: 'AIza', min: 35, max: 35, letters: 'token' },
  { what: 'an npm token', prefix: 'npm_', min: 36, max: 36, letters: 'word' },
  { what: 'a Stripe key', prefix: 'sk_live_', min: 24, max: LONG, letters: 'word' },
  { what: 'a Stripe key', prefix: 'rk_live_', min: 24, max: LONG, letters: 'word' },
  { what: 'a Hugging Face token', prefix: 'hf_', min: 34, max: 40, letters: 'word' },
  { what: 'a PyPI token', prefix: 'pypi-AgEIcHlwaS5vcmc', min: 40, max: LONG, letters: 'token' },
];

/** Words (lower case) that only made-up secrets contain. */
export const exampleWords: readonly string[] = [
  'example',
  'sample',
  'dummy',
  'fake',
  'test',
  'your',
  'here',
  'placeholder',
  'redacted',
  'secret',
  'token',
  'xxxx',
  'abcd',
  '1234',
  '0000',
];
