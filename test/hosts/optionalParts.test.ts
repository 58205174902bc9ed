/** The table of optional parts in `docs/architecture.md` names exactly the hosts that have each of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Format, hosts } from '../../server/core/index';

interface Row {
  /** As the table writes it: `mayBePlain`, `on.note`, `Field.ofNull`. */
  readonly part: string;
  /** Names of hosts, or "all but" some. */
  readonly named: string;
}

const [, table = ''] = readFileSync('docs/architecture.md', 'utf8').split('| Name | Meaning | Hosts |\n');
const rows = [...(table.split('\n\n', 1)[0]?.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm) ?? [])].map(
  ([, part = '', named = '']): Row => ({ part, named }),
);

/** What the tables of a format do not show, because the host's code computes it. */
const COMPUTED = 'EffectiveTools.limits';

function hasPart(format: Format, part: string): boolean {
  const [name = '', owner] = part.split('.').toReversed();
  const has = (one: object): boolean => name in one && one[name as keyof typeof one] !== undefined;
  if (owner === undefined) return has(format);
  if (owner === 'on') return has(format.on);
  return Object.values<object>(owner === 'Tool' ? format.tools : format.fields).some(has);
}

function namedIn({ named }: Row): readonly string[] {
  const isExcept = named.startsWith('all but ');
  return hosts.map(({ name }) => name).filter((name) => named.includes(name) !== isExcept);
}

describe('the table of optional parts', () => {
  it('names each part once', () => {
    assert.ok(rows.length > 20);
    assert.equal(new Set(rows.map(({ part }) => part)).size, rows.length);
  });

  for (const row of rows.filter(({ part }) => part !== COMPUTED))
    it(`names the hosts with ${row.part}`, () => {
      const having = hosts.filter(({ formats }) => formats.some((format) => hasPart(format, row.part)));
      assert.deepEqual(
        namedIn(row),
        having.map(({ name }) => name),
      );
    });
});
