/** The walkthrough leads only to what exists, and is small. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image?: string; readonly markdown?: string; readonly altText?: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const steps: readonly Step[] = contributes.walkthroughs.flatMap((walkthrough: { steps: Step[] }) => walkthrough.steps);
const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);

/** Bytes. */
const MAX_MEDIA = 10_240;

describe('the walkthrough', () => {
  it('has four or five steps', () => {
    assert.ok(steps.length === 4 || steps.length === 5);
  });

  for (const { id, description, media, completionEvents } of steps) {
    it(`${id} has a small picture with words, or a text`, () => {
      const path = media.image ?? media.markdown ?? assert.fail('no media');
      assert.ok(statSync(path).size <= MAX_MEDIA, `${path} has ${statSync(path).size} bytes`);
      if (media.image !== undefined) assert.ok((media.altText ?? '').length > 20);
    });

    it(`${id} has buttons and marks of its end that exist`, () => {
      const links = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, name = '']) => name);
      const ends = completionEvents.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.[1] ?? []);
      for (const name of [...links, ...ends].filter((one) => one.startsWith('agentAuthoring.')))
        assert.ok(commands.includes(name) || isFocus(name), name);
      assert.ok(completionEvents.length > 0);
    });
  }
});

/** VS Code has a command that shows each view. */
const isFocus = (name: string): boolean => /^agentAuthoring\.\w+\.focus$/.test(name);
