/** Each row of a completion of tools says what the tool does, in the files of every host. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { readAgent } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import type { Format } from '../../server/core/hosts/host';
import { formats } from '../../server/core/hosts/index';
import { fieldStart } from '../../server/core/syntax/notation';

/** The completion where the first item of a field begins. */
function inList(format: Format, key: string): readonly CompletionItem[] {
  const line = `${fieldStart(format.notation, key)}[`;
  const text = format.notation === undefined ? `---\n${line}]\n---\n` : `${line}]\n`;
  return completionAt(readAgent(text, format, undefined), text.indexOf('[') + 1);
}

const lists = formats.flatMap((format) =>
  Object.entries(format.fields)
    .filter(([, { shape, undocumented }]) => shape.kind === 'tools' && undocumented !== true)
    .map(([key]) => ({ format, key })),
);

describe('the row of a tool', () => {
  for (const { format, key } of lists) {
    it(`says what it does in ${format.id}, ${key}`, () => {
      const tools = inList(format, key).filter(({ label }) => Object.hasOwn(format.tools, label));
      assert.ok(tools.length > 0);
      for (const { label, labelDetails } of tools)
        assert.match(labelDetails?.description ?? '', /^[a-z]+(?: you)?(?: · asks)?$/, label);
    });
  }

  it('says whether it asks', () => {
    const [first] = lists;
    assert.ok(first !== undefined);
    const rows = inList(first.format, first.key).map(
      ({ label, labelDetails }) => `${label}: ${labelDetails?.description}`,
    );
    for (const row of ['Read: reads', 'Write: writes · asks', 'Bash: runs · asks']) assert.ok(rows.includes(row), row);
  });

  it('is in a map of tools too', () => {
    const format = formats.find(({ fields }) => fields['tools']?.role === 'tool-switches');
    assert.ok(format !== undefined);
    const text = '---\ntools:\n  \n---\n';
    const items = completionAt(readAgent(text, format, undefined), text.indexOf('  ') + 2);
    const write = items.find(({ label }) => label === 'write');
    assert.equal(write?.labelDetails?.description, 'writes');
  });
});
