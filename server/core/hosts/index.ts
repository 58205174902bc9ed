/** The registry of hosts: a new one is a folder beside this file and a line here. */
import { claudeCode } from './claudeCode/index';
import { geminiCli } from './geminiCli/index';
import type { Format, Host } from './host';
import { qwenCode } from './qwenCode/index';

/** Every host, the most usual first. */
export const hosts: readonly Host[] = [claudeCode, geminiCli, qwenCode];

/** Every format of every host. */
export const formats: readonly Format[] = hosts.flatMap((host) => host.formats);

/** The format of that id, or undefined when there is none. */
export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id);

/** Read when nothing says otherwise. */
export const defaultFormat: Format = claudeCode.formats[0];
