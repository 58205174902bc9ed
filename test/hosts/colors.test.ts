/** The nearest color: by how colors look. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { colors } from '../../server/core/hosts/claudeCode/choices';
import { nearestColor } from '../../server/core/hosts/colors';

const looks: Readonly<Record<string, string>> = {
  '#003478': 'blue',
  '#1E40AF': 'blue',
  '#8B0000': 'red',
  '#f00': 'red',
  '#10B981': 'green',
  '#064e3b': 'green',
  '#FFD700': 'yellow',
  '#FFA500': 'orange',
  '#800080': 'purple',
  '#4B0082': 'purple',
  '#FF69B4': 'pink',
  '#00FFFF': 'cyan',
};

describe('nearestColor', () => {
  for (const [hex, name] of Object.entries(looks))
    it(`${hex} is ${name}`, () => assert.equal(nearestColor(hex, colors), name));
  it('knows no other notation', () => assert.equal(nearestColor('rgb(1, 2, 3)', colors), undefined));
});
