/** Thread of `runWeb.mjs`: serves VS Code for the Web, the extension and the workspace, and reports when it listens. */
import { parentPort, workerData } from 'node:worker_threads';
import { open } from '@vscode/test-web';

await open(workerData);
parentPort?.postMessage('listening');
