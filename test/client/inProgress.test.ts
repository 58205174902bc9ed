/** Which document the client names when the server has ended. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InProgress, type Sent } from '../../client/src/inProgress';

/** One step: what is sent, or the number of the request (from 0) that is answered. */
type Step =
  | readonly ['request', string | undefined]
  | readonly ['change', string]
  | readonly ['answer', number]
  | readonly ['cancelled', number];

function blamed(...steps: readonly Step[]): string | undefined {
  const inProgress = new InProgress();
  const requests: Sent[] = [];
  for (const [kind, about] of steps) {
    if (kind === 'request') requests.push(inProgress.requested(about));
    else if (kind === 'change') inProgress.notified(about);
    else inProgress.answered(requests[about] ?? assert.fail('no such request'), kind === 'cancelled');
  }
  return inProgress.ended();
}

describe('a server that ends', () => {
  it('was working on the first message that it has not finished', () => {
    assert.equal(blamed(['change', 'a'], ['request', 'a'], ['request', 'b']), 'a');
    assert.equal(blamed(['request', 'a'], ['request', 'b'], ['answer', 0]), 'b');
    assert.equal(blamed(['request', 'a'], ['change', 'b'], ['answer', 0]), 'b');
    assert.equal(blamed(['change', 'a'], ['change', 'b'], ['request', 'b']), 'a');
  });

  it('had finished what was sent before an answer', () => {
    assert.equal(blamed(['change', 'a'], ['request', 'a'], ['request', 'b'], ['answer', 0]), 'b');
    assert.equal(blamed(['request', 'a'], ['request', 'b'], ['request', 'c'], ['answer', 1]), 'c');
    assert.equal(blamed(['request', 'a'], ['request', 'b'], ['answer', 1], ['answer', 0]), undefined);
  });

  it('may have answered a cancelled request before its turn', () => {
    assert.equal(blamed(['request', 'a'], ['request', 'b'], ['cancelled', 1]), 'a');
    assert.equal(blamed(['request', 'a'], ['request', 'b'], ['cancelled', 0]), 'b');
  });

  it('was working on no document when nothing was left to do, or with a request about none', () => {
    assert.equal(blamed(), undefined);
    assert.equal(blamed(['change', 'a'], ['request', 'a'], ['answer', 0]), undefined);
    assert.equal(blamed(['request', undefined], ['request', 'a']), undefined);
  });

  it('begins anew', () => {
    const inProgress = new InProgress();
    inProgress.requested('a');
    assert.equal(inProgress.ended(), 'a');
    assert.equal(inProgress.ended(), undefined);
  });
});
