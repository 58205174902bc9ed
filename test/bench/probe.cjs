/**
 * Loaded into every measured program (`node --require`). It tells the benchmark the processor time and memory of the process through
 * file descriptor 3: when asked (`BENCH_PROBE=ask`), or when the process exits.
 */
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** Bytes. The peak of `resourceUsage` may be that of the parent, so it is only used where there is no /proc. */
function memory() {
  try {
    const status = readFileSync('/proc/self/status', 'latin1');
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
    return { peak: kilobytes('VmHWM') * 1024, resident: kilobytes('VmRSS') * 1024 };
  } catch {
    return { peak: process.resourceUsage().maxRSS * 1024, resident: process.memoryUsage.rss() };
  }
}

/** `cpu` is in microseconds, of all threads. */
function usage(withMemory) {
  const { user, system } = process.cpuUsage();
  return `${JSON.stringify({ cpu: user + system, ...(withMemory ? memory() : {}) })}\n`;
}

// Worker threads load this file, too.
if (isMainThread && process.env.BENCH_PROBE === 'ask') {
  const { Socket } = require('node:net');
  const asked = new Socket({ fd: 3, readable: true, writable: true });
  // Reading the memory takes processor time, so it is only read when it is asked for.
  asked.on('data', (question) => asked.write(usage(`${question}` !== 'cpu')));
  asked.on('error', () => undefined);
  // The measured program decides when it ends.
  asked.unref();
} else if (isMainThread) {
  process.on('exit', () => {
    try {
      writeSync(3, usage(true));
    } catch {
      // Nobody reads it.
    }
  });
}
