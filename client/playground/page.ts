/** The playground: an editor beside what a host makes of the text in it. A worker answers; this page asks and shows. */
import type { Checked, Subject } from '../../server/playground/messages';
import { element } from '../webview/elements';
import { conversionView } from './conversion';
import { editorIn } from './editor';
import { examples } from './examples';
import { fragmentOf, textIn } from './link';
import { hasSafeFix, problemList, summaryOf } from './problems';
import { seenView } from './seen';
import { plain, rich } from './sentences';
import { connectTabs } from './tabs';
import { startWorker } from './worker';

/** Milliseconds without a key before the text is checked. */
const PAUSE = 150;

const verdicts: Readonly<Record<NonNullable<Checked['reader']>['verdict'], string>> = {
  loads: 'Loads',
  'loads-with-losses': 'Loads with problems',
  'does-not-load': 'Does not load',
  unknown: 'Not known',
};

/** The element of the page with this id. */
function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${id}`);
  return found;
}

const path = part('path', HTMLInputElement);
const format = part('format', HTMLSelectElement);
const example = part('example', HTMLSelectElement);
const target = part('target', HTMLSelectElement);
const verdict = part('verdict', HTMLElement);
const problems = part('problems', HTMLElement);
const fixAll = part('fix-all', HTMLButtonElement);
const list = part('list', HTMLElement);
const conversion = part('conversion', HTMLElement);

/** From this page to the documentation; undefined where there is none beside it. */
const documentation = document.querySelector<HTMLMetaElement>('meta[name=documentation]')?.content;
const pageOf = (rule: string): string | undefined => documentation && `${documentation}rules/${rule}.html`;

const ask = startWorker('worker.js');
const editor = editorIn(part('editor', HTMLElement), 'Text of the file', () => later());
let timer: ReturnType<typeof setTimeout> | undefined;
/** Grows with each change, so that answers about an older text are dropped. */
let edition = 0;

const subject = (): Subject => ({
  text: editor.text(),
  path: path.value,
  ...(format.value !== '' && { format: format.value }),
});

/** Says something to those who cannot see it. */
const announce = (text: string): void => {
  part('status', HTMLElement).textContent = text;
};

function later(): void {
  edition++;
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

/** Runs `act`, and shows why when it fails. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    verdict.className = 'verdict does-not-load';
    verdict.replaceChildren(`The playground failed. Reload the page to start again. ${why}`);
    announce(verdict.textContent ?? '');
  }
}

function check(): void {
  const asked = ++edition;
  void attempt(async () => {
    const checked = await ask('check', subject());
    if (asked === edition) show(checked);
  });
}

function show(checked: Checked): void {
  const { reader } = checked;
  showVerdict(checked);
  editor.mark(checked.problems);
  editor.colorAs(reader?.notation ?? 'markdown');
  const summary = reader === null ? '' : summaryOf(checked.problems);
  part('summary', HTMLElement).textContent = summary;
  part('problems-tab', HTMLElement).textContent = `Problems (${checked.problems.length})`;
  fixAll.hidden = !hasSafeFix(checked.problems);
  const hadFocus = problems.contains(document.activeElement);
  list.replaceChildren(
    problemList(checked.problems, {
      show: ({ range }) => editor.show(range),
      fix: (_, { edits, title }) => {
        editor.apply(edits);
        announce(`Done: ${plain(title)}`);
      },
      pageOf,
    }),
  );
  // The button that was pressed is gone.
  if (hadFocus && !problems.contains(document.activeElement)) problems.focus();
  part('seen', HTMLElement).replaceChildren(...seenView(checked));
  part('seen-tab', HTMLElement).textContent = reader === null ? 'What the host sees' : `What ${reader.program} sees`;
  showTargets(reader?.id);
  convert();
  announce(`${verdict.textContent ?? ''} ${summary}`);
}

function showVerdict({ reader }: Checked): void {
  if (reader === null) {
    verdict.className = 'verdict unknown';
    verdict.replaceChildren(
      element('strong', {}, 'No known program reads a file with this name.'),
      element('p', {}, 'Change the file name, or choose a program under “Read as”.'),
    );
    return;
  }
  verdict.className = `verdict ${reader.verdict}`;
  verdict.replaceChildren(
    element('strong', {}, `${verdicts[reader.verdict]} in ${reader.program} ${reader.version}`),
    element('p', {}, ...rich(reader.line)),
  );
}

/** Offers every host but the one that reads the file. */
function showTargets(id: string | undefined): void {
  for (const option of target.options) option.hidden = option.value !== '' && option.value === id;
  if (target.value === id) target.value = '';
}

function convert(): void {
  const to = target.value;
  const asked = edition;
  if (to === '') {
    conversion.replaceChildren();
    return;
  }
  void attempt(async () => {
    const result = await ask('convert', { ...subject(), to });
    if (asked !== edition || to !== target.value) return;
    conversion.replaceChildren(
      ...conversionView(result, (done) => open({ text: done.text, path: done.path }, `Opened ${done.path}`)),
    );
  });
}

/** Shows another file. */
function open(file: Subject, says: string): void {
  path.value = file.path;
  format.value = file.format ?? '';
  editor.replace(file.text);
  announce(says);
  clearTimeout(timer);
  check();
}

async function share(): Promise<void> {
  const fragment = await fragmentOf(subject());
  if (fragment === undefined) return said('The file is too long for a link');
  history.replaceState(null, '', fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    said('Link copied');
  } catch {
    // Without permission, and on pages without encryption.
    said('The link is in the address bar');
  }
}

/** Says on the button what it did. */
function said(text: string): void {
  const button = part('share', HTMLButtonElement);
  button.textContent = text;
  announce(text);
  setTimeout(() => {
    button.textContent = 'Copy link';
  }, 3_000);
}

/** Shows the file of the address; without one, the first example. */
async function start(): Promise<void> {
  const programs = await ask('programs', null);
  for (const { name, formats } of programs)
    format.append(
      element('optgroup', { label: name }, ...formats.map(({ id, title }) => element('option', { value: id }, title))),
    );
  for (const { id, name } of programs.filter(({ isTarget }) => isTarget))
    target.append(element('option', { value: id }, name));
  for (const [at, { title }] of examples.entries()) example.append(element('option', { value: at }, title));
  const [usual] = examples;
  const file = (await textIn(location.hash)) ?? usual;
  if (file !== undefined) open(file, '');
}

path.addEventListener('input', later);
format.addEventListener('change', check);
target.addEventListener('change', convert);
example.addEventListener('change', () => {
  const chosen = examples[Number(example.value)];
  if (example.value !== '' && chosen !== undefined) open(chosen, `Opened ${chosen.path}`);
  example.value = '';
});
fixAll.addEventListener('click', () => {
  const asked = edition;
  void attempt(async () => {
    const edit = await ask('fix', subject());
    if (asked !== edition) return;
    if (edit === null) return announce('No fix is proved to be safe here.');
    editor.apply([edit]);
    announce('Applied all safe fixes');
  });
});
part('share', HTMLButtonElement).addEventListener('click', () => void attempt(share));
window.addEventListener('hashchange', () => {
  void attempt(async () => {
    const file = await textIn(location.hash);
    if (file !== undefined) open(file, `Opened ${file.path}`);
  });
});
connectTabs(part('tabs', HTMLElement));
if (documentation !== undefined) {
  const site = part('site', HTMLElement);
  site.append(element('a', { href: `${documentation}index.html` }, 'Documentation'));
  site.hidden = false;
}
void attempt(start);
