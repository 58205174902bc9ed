/** Shows how far the first reading of a workspace is, in clients that show progress. */
import type { Connection } from 'vscode-languageserver';

/** With fewer files, the work is over before a person has read about it. */
const MANY_FILES = 200;

/** How often the client is told, in files. */
const STEP = 50;

/** Called with the number of files that are done. */
export type Report = (done: number) => void;

/** Shows the progress of reading `count` files until all are done, or `end` is called. */
export function readingProgress(
  connection: Connection,
  isShown: boolean,
  count: number,
): { readonly report: Report; readonly end: () => void } {
  if (!isShown || count < MANY_FILES) return { report: () => undefined, end: () => undefined };
  const shown = connection.window.createWorkDoneProgress().then(
    (progress) => {
      progress.begin('Reading agents', 0, `${count} files`, false);
      return progress;
    },
    () => undefined,
  );
  return {
    report: (done) => {
      if (done % STEP !== 0) return;
      void shown.then((progress) => progress?.report(Math.floor((100 * done) / count), `${done} of ${count} files`));
    },
    end: () => void shown.then((progress) => progress?.done()),
  };
}
