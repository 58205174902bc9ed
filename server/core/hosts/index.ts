/** The registry of hosts: a new one is a folder beside this file and a line here. */
import { auggie } from './auggie/index';
import { claudeCode } from './claudeCode/index';
import { cline } from './cline/index';
import { codex } from './codex/index';
import { copilotCli } from './copilotCli/index';
import { cursor } from './cursor/index';
import { droid } from './droid/index';
import { geminiCli } from './geminiCli/index';
import type { Format, Host } from './host';
import { kiro } from './kiro/index';
import { kilo, openCode } from './openCode/index';
import { qwenCode } from './qwenCode/index';
import { vsCode } from './vsCode/index';

/** Every host, the most usual first. */
export const hosts: readonly Host[] = [
  claudeCode,
  vsCode,
  copilotCli,
  openCode,
  kilo,
  geminiCli,
  qwenCode,
  codex,
  cline,
  droid,
  cursor,
  kiro,
  auggie,
];

/** Every format of every host. */
export const formats: readonly Format[] = hosts.flatMap((host) => host.formats);

/** The format of that id, or undefined when there is none. */
export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id);

/** Read when nothing says otherwise. */
export const defaultFormat: Format = claudeCode.formats[0];
