/** Model names: which ones a host knows, and what a misspelled one means. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classifyModel } from '../../server/core/hosts/modelName';
import { format } from '../agent';

const meant: Readonly<Record<string, string>> = {
  sonet: 'sonnet',
  sonnett: 'sonnet',
  inherited: 'inherit',
  Opuss: 'opus',
  'sonnet-4': 'sonnet',
  'sonnet-4-5': 'claude-sonnet-4-5',
  'haiku-4.5': 'claude-haiku-4-5',
  'sonet[1m]': 'sonnet[1m]',
  'claude-sonnet': 'sonnet',
  'claude-sonet-4-5': 'claude-sonnet-4-5',
  'claude-opos-5-5': 'claude-opus-5-5',
  default: 'inherit',
  auto: 'inherit',
  fast: 'haiku',
};

const others: Readonly<Record<string, string>> = {
  sonnet: 'known',
  ' OPUS ': 'known',
  'claude-opus-5-5[1m]': 'known',
  'claude-opus-9-9': 'unknown',
  'claude-opus-5-6': 'unknown',
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0': 'unknown',
  'my-gateway-model': 'unknown',
  'arn:aws:bedrock:eu-west-1:1:model/x': 'unknown',
  'gpt-5': 'foreign',
  'claude-3-5-sonnet-20241022': 'retired',
  'claude-opus-4-1-20250805': 'retired',
  'claude-opus-4-0': 'retired',
  'claude-sonnet-4-0': 'retired',
  '': 'unknown',
};

describe('classifyModel', () => {
  for (const [written, model] of Object.entries(meant))
    it(`reads ${written} as ${model}`, () =>
      assert.deepEqual(classifyModel(written, format.models), { kind: 'misspelled', meant: model }));
  for (const [written, kind] of Object.entries(others))
    it(`calls ${JSON.stringify(written)} ${kind}`, () =>
      assert.equal(classifyModel(written, format.models).kind, kind));

  it('says which retired models the host replaces', () => {
    const isReplaced = (written: string): boolean => {
      const found = classifyModel(written, format.models);
      return found.kind === 'retired' && found.isReplaced;
    };
    assert.ok(['claude-opus-4-1', 'claude-opus-4-1-20250805', 'claude-opus-4-20250514'].every(isReplaced));
    assert.ok(!['claude-3-opus-20240229', 'claude-sonnet-4-20250514', 'claude-opus-4-5'].some(isReplaced));
  });
});
