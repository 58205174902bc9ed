/** Remembers what the rules asked about the files around an agent, to find out whether another answer would be given now. */
import type { Around, AroundFile, AroundSkill } from '../../core/index';

/** A question with the answer that was given. */
interface Question {
  readonly ask: (around: AroundFile) => unknown;
  readonly answer: unknown;
}

/** The same view, and whether another view gives the same answers to all that was asked of it. */
export interface Recorded {
  readonly around: AroundFile;
  readonly holdsIn: (now: AroundFile | undefined) => boolean;
}

/** Starts to remember. A file is checked again exactly when one of the answers is another one now. */
export function recorded(around: AroundFile): Recorded {
  const asked: Question[] = [];
  return {
    around:
      around.kind === 'agent'
        ? remembering(around, (ask, answer) => {
            asked.push({ ask: (now) => (now.kind === 'agent' ? ask(now) : undefined), answer });
          })
        : rememberingSkill(around, (ask, answer) => {
            asked.push({ ask: (now) => (now.kind === 'skill' ? ask(now) : undefined), answer });
          }),
    holdsIn: (now) => now !== undefined && asked.every(({ ask, answer }) => isSame(ask(now), answer)),
  };
}

/** Notes a question to a view with its answer. */
type Note<View> = (ask: (around: View) => unknown, answer: unknown) => void;

/** The same view, which notes each question with its answer. */
function rememberingSkill(around: AroundSkill, note: Note<AroundSkill>): AroundSkill {
  return {
    kind: around.kind,
    listed: () => {
      const answer = around.listed();
      note((view) => view.listed(), answer);
      return answer;
    },
  };
}

/** The same for the view from an agent. */
function remembering(around: Around, note: Note<Around>): Around {
  const answered = <T>(ask: (around: Around) => T): T => {
    const answer = ask(around);
    note(ask, answer);
    return answer;
  };
  return {
    kind: around.kind,
    builtIn: around.builtIn,
    builtInNamed: around.builtInNamed,
    sameNames: around.sameNames,
    hasWinner: around.hasWinner,
    agent: (name) => answered((view) => view.agent(name)),
    agents: () => answered((view) => view.agents()),
    rivals: () => answered((view) => view.rivals()),
    lastRival: () => answered((view) => view.lastRival()),
    otherSpellings: () => answered((view) => view.otherSpellings()),
    namesakes: () => answered((view) => view.namesakes()),
    skill: (name) => answered((view) => view.skill(name)),
    skills: () => answered((view) => view.skills()),
    servers: () => answered((view) => view.servers()),
    missingReportKeys: () => answered((view) => view.missingReportKeys()),
    alike: () => answered((view) => view.alike()),
    told: () => answered((view) => view.told()),
    as: (reader) => {
      const other = around.as(reader);
      note((view) => view.as(reader) !== undefined, other !== undefined);
      return (
        other &&
        remembering(other, (ask, answer) =>
          note((view) => {
            const now = view.as(reader);
            return now && ask(now);
          }, answer),
        )
      );
    },
  };
}

/** Whether two answers are the same. The cards of files are the same objects until what they say changes. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, i) => isSame(item, other[i]));
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}

/** An object that is not a card. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('path' in value);
