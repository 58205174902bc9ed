/** Renaming agents of any workspace: all calls keep their meaning, and nothing else changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { offsetAt, sourceOf } from '../../server/core/text/source';
import { runs } from '../seed';
import { agentText, rename } from './renames';
import { applied, filesOf } from './workspaces';

describe('a renaming of any agent', () => {
  const folders = [
    '/w/.claude/agents/',
    '/w/packages/api/.claude/agents/',
    '/home/me/.claude/agents/',
    '/w/kit/agents/db/',
  ];
  const names = ['reviewer', 'Reviewer', 're-viewer', 'tester', 'Test Er', "it's", 'explorer', 'prüfer'];
  const called = [...names, 'kit:db:reviewer', 'kit:db:tester', 'Kit:DB:Re_viewer', 'Explore', 'nobody'];
  const quotes: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => `'${name.replaceAll("'", "''")}'`,
    (name) => `"${name}"`,
  ];
  const forms: readonly ((name: string) => string)[] = [
    (name) => `Ask @agent-${name} first.`,
    (name) => `subagent_type: "${name}"`,
    (name) => `Never ask @agent-${name} for it.`,
  ];
  const lists: readonly ((names: string) => string)[] = [
    (list) => `tools: "Read, Agent(${list})"`,
    (list) => `tools: ["Agent(${list})"]`,
    (list) => `tools:\n  - "Agent(${list})"`,
  ];
  const file = fc.record({
    folder: fc.constantFrom(...folders),
    name: fc.constantFrom(...names),
    quote: fc.constantFrom(...quotes),
    isFileNamed: fc.boolean(),
    list: fc.constantFrom(...lists),
    listed: fc.array(fc.constantFrom(...called), { minLength: 1, maxLength: 3 }),
    body: fc.array(fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...called)), { maxLength: 4 }),
    eol: fc.constantFrom('\n', '\r\n'),
  });
  const folded = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  const workspaces = fc.record({
    files: fc.array(file, { minLength: 2, maxLength: 6 }),
    target: fc.nat(),
    newName: fc.constantFrom('checker', 'Check-er', 'yes', '12', 'explore', 'tester', 'RE VIEWER', 'a b', 'böse'),
  });

  it('keeps the meaning of every call, and changes nothing else', () => {
    let done = 0;
    fc.assert(
      fc.property(workspaces, ({ files, target, newName }) => {
        const texts: Record<string, string> = { '/w/kit/.claude-plugin/plugin.json': '{ "name": "kit" }' };
        for (const [i, { folder, name, quote, isFileNamed, list, listed, body, eol }] of files.entries()) {
          const lines = body.map(([form, call]) => form(call));
          const text = agentText(quote(name), [list(listed.join(', '))], lines.join('\n\n'));
          texts[`${folder}${isFileNamed ? name : `file-${i}`}.md`] = text.replaceAll('\n', eol);
        }
        const before = filesOf(texts);
        const ties = before.index.agents[target % before.index.agents.length] ?? assert.fail();
        const cursor = { path: ties.card.path, offset: ties.card.nameSpan.start };
        const result = rename({ ...before, cursor }, newName) ?? assert.fail();
        if ('refused' in result || ties.card.written?.text === newName) return;
        done++;
        const after = filesOf(applied(before.texts, result));
        const moved = (result.documentChanges ?? []).find((change) => 'kind' in change && change.kind === 'rename');
        const pathAfter = (path: string): string =>
          moved !== undefined && 'oldUri' in moved && moved.oldUri === path ? moved.newUri : path;
        for (const { card, calls } of before.index.agents) {
          const now = after.index.ties(pathAfter(card.path)) ?? assert.fail(`${card.path} is no agent now`);
          assert.equal(now.calls.length, calls.length);
          for (const [i, call] of calls.entries()) {
            const was = before.index.around(card.path)?.agent(call.name);
            const { name } = now.calls[i] ?? assert.fail();
            const isRenamed = was?.kind === 'one' && was.card.path === ties.card.path;
            // What comes from the plugin stays as it is written.
            const prefix = call.name.slice(0, call.name.lastIndexOf(':') + 1);
            assert.equal(name, isRenamed ? prefix + newName : call.name);
            if (was?.kind !== 'one') continue;
            const is = after.index.around(now.card.path)?.agent(name);
            assert.deepEqual(is?.kind === 'one' ? is.card.path : is, pathAfter(was.card.path));
          }
        }
        assert.equal(after.index.ties(pathAfter(ties.card.path))?.card.written?.text, newName);
        for (const change of result.documentChanges ?? []) {
          if (!('edits' in change)) continue;
          const source = sourceOf(before.texts[change.textDocument.uri] ?? '');
          for (const { range } of change.edits) {
            const old = source.text.slice(offsetAt(source, range.start), offsetAt(source, range.end));
            assert.equal(
              folded(old.replaceAll("''", "'")),
              folded(ties.card.written?.text ?? ''),
              'only the name changes',
            );
          }
        }
      }),
      runs(150),
    );
    assert.ok(done > 40, `only ${done} were renamed`);
  });
});
