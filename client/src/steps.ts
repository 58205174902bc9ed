/** Questions that follow each other, with their number in the title and a button that goes back. */
import {
  type Disposable,
  type InputBox,
  InputBoxValidationSeverity,
  QuickInputButtons,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';

/** Where a question is among others. */
export interface Place {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
}

/** What a person did: went back, gave up, or answered. */
export type Answer<T> = 'back' | undefined | { readonly value: T };

/**
 * Asks to choose one.
 * @param active The one that is chosen when the list opens; the first when it is left out.
 */
export async function chooseOne<T extends QuickPickItem>(
  place: Place,
  items: readonly T[],
  active?: T,
): Promise<Answer<T>> {
  const pick = window.createQuickPick<T>();
  pick.items = items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (active !== undefined) pick.activeItems = [active];
  return asked(pick, place, (answer) => [
    pick.onDidAccept(() => {
      const [value] = pick.selectedItems;
      if (value !== undefined) answer({ value });
    }),
  ]);
}

/**
 * Asks to choose some; they may be none.
 * @param selected Those that are chosen when the list opens.
 */
export async function chooseSome<T extends QuickPickItem>(
  place: Place,
  items: readonly T[],
  selected: readonly T[],
): Promise<Answer<readonly T[]>> {
  const pick = window.createQuickPick<T>();
  pick.canSelectMany = true;
  pick.items = items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.selectedItems = selected;
  return asked(pick, place, (answer) => [pick.onDidAccept(() => answer({ value: pick.selectedItems }))]);
}

/** What is said of a text while it is typed. */
export interface Checked<T> {
  /** What is used; undefined where the text cannot be. */
  readonly value: T | undefined;
  /** Why it cannot be used, or what it would do. */
  readonly message?: string | undefined;
  /** Shown below, when there is no message. */
  readonly prompt?: string | undefined;
}

/** Asks for a text that is checked at each keystroke. */
export async function askText<T>(
  place: Place,
  text: string,
  check: (text: string) => Promise<Checked<T>>,
): Promise<Answer<T>> {
  const box = window.createInputBox();
  box.value = text;
  let latest: Promise<Checked<T>> | undefined;
  const look = async (isFinal: boolean): Promise<Checked<T>> => {
    const checking = check(box.value);
    latest = checking;
    const checked = await checking;
    // A slow answer about an earlier text says nothing about this one. Before anything is typed, nothing is wrong.
    if (latest === checking && (isFinal || box.value !== '')) {
      const { message, value, prompt } = checked;
      const severity = value === undefined ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning;
      box.validationMessage = message === undefined ? undefined : { message, severity };
      box.prompt = prompt;
    } else if (box.value === '') box.validationMessage = undefined;
    return checked;
  };
  void look(false);
  return asked(box, place, (answer) => [
    box.onDidAccept(async () => {
      const { value } = await look(true);
      if (value !== undefined) answer({ value });
    }),
    box.onDidChangeValue(() => look(false)),
  ]);
}

/** What lists and text boxes have in common. */
type Input = Pick<
  InputBox,
  | 'title'
  | 'step'
  | 'totalSteps'
  | 'placeholder'
  | 'ignoreFocusOut'
  | 'buttons'
  | 'onDidTriggerButton'
  | 'onDidHide'
  | 'show'
  | 'dispose'
>;

/** Shows the question until there is an answer. */
async function asked<T>(
  input: Input,
  { title, step, totalSteps, placeholder }: Place,
  listen: (answer: (value: Answer<T>) => void) => readonly Disposable[],
): Promise<Answer<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.placeholder = placeholder;
  // The answers so far would be lost when a person looks something up.
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [QuickInputButtons.Back];
  const listeners: Disposable[] = [];
  try {
    return await new Promise<Answer<T>>((resolve) => {
      listeners.push(
        input.onDidTriggerButton(() => resolve('back')),
        input.onDidHide(() => resolve(undefined)),
        ...listen(resolve),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    input.dispose();
  }
}

/** A line between items of a list. */
export const separator = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });
