/**
 * Stands in for the API that the program talks to. The main session is told to start one agent after the other; what it sends is
 * what the program made of the agent files.
 */
import { createServer } from 'node:http';

/** How many agents are started at once; the program refuses more than twenty. */
const AT_ONCE = 16;

/**
 * Answers requests of the program on a free local port until `close`.
 * @param agentOf The name of the agent that a request is for, by its texts; undefined for the main session and for small requests.
 * @param callsOf The tools that an agent calls first, each with a name and an input.
 */
export async function startApi(agentOf, callsOf) {
  const started = new Map();
  const refused = new Map();
  let listing = '';
  let waiting = [];
  let names = () => [];
  const calls = new Map();

  function answer(body) {
    const text = JSON.stringify(body.system ?? '') + JSON.stringify(body.messages?.[0] ?? '');
    const name = agentOf(text);
    const tools = (body.tools ?? []).map((tool) => tool.name);
    if (name !== undefined) {
      started.set(name, { tools: tools.sort(), model: body.model });
      const isFirst = !body.messages.some(({ role }) => role === 'assistant');
      const asked = isFirst ? callsOf(name) : [];
      if (asked.length > 0) return asked.map((call, i) => ({ type: 'tool_use', id: `toolu_${name}_${i}`, ...call }));
      return [{ type: 'text', text: 'done' }];
    }
    if (!tools.includes('Agent')) return [{ type: 'text', text: 'ok' }];
    if (listing === '') {
      listing = text + JSON.stringify(body.tools.find((tool) => tool.name === 'Agent')) + JSON.stringify(body.messages);
      waiting = [...names(listing)];
    }
    for (const { content } of body.messages.filter((one) => one.role === 'user')) {
      for (const part of Array.isArray(content) ? content : []) {
        const asked = part.type === 'tool_result' ? calls.get(part.tool_use_id) : undefined;
        if (asked !== undefined && part.is_error === true) refused.set(asked, JSON.stringify(part.content));
      }
    }
    const batch = waiting.splice(0, AT_ONCE);
    if (batch.length === 0) return [{ type: 'text', text: 'done' }];
    return batch.map((type) => {
      const id = `toolu_${calls.size}`;
      calls.set(id, type);
      return {
        type: 'tool_use',
        id,
        name: 'Agent',
        input: { description: 'case', prompt: 'go', subagent_type: type, run_in_background: false },
      };
    });
  }

  const { url, close } = await serve(answer);
  return {
    url,
    /** Asks for the names to start, given the text in which the program lists its agents. */
    choose: (pick) => {
      names = pick;
    },
    seen: () => ({ listing, started, refused }),
    close,
  };
}

/**
 * Answers messages on a free local port until `close`.
 * @param answer Gets the body of a request, and returns the blocks of the answer.
 */
export async function serve(answer) {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      if (!request.url.includes('/messages') || request.url.includes('count_tokens')) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"input_tokens":1}');
        return;
      }
      const body = JSON.parse(text);
      send(response, body, answer(body));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Sends blocks as one message, as a stream of events or whole. */
function send(response, { model, stream }, content) {
  const stop = content.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn';
  const usage = { input_tokens: 1, output_tokens: 1 };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, usage };
  if (stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...message, content, stop_reason: stop, stop_sequence: null }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (type, data) => response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  event('message_start', { message: { ...message, content: [], stop_reason: null, stop_sequence: null } });
  for (const [index, block] of content.entries()) {
    const isCall = block.type === 'tool_use';
    event('content_block_start', { index, content_block: isCall ? { ...block, input: {} } : { ...block, text: '' } });
    event('content_block_delta', {
      index,
      delta: isCall
        ? { type: 'input_json_delta', partial_json: JSON.stringify(block.input) }
        : { type: 'text_delta', text: block.text },
    });
    event('content_block_stop', { index });
  }
  event('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage });
  event('message_stop', {});
  response.end();
}
