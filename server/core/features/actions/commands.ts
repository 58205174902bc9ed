/** The client's commands that actions run. A client that has them says `hasActionCommands` when it connects. */
import type { Command } from 'vscode-languageserver-types';

/** Shows the page of a rule. */
export const showRule = (rule: string): Command => ({
  title: 'Show Documentation',
  command: 'agentAuthoring.showRule',
  arguments: [rule],
});

/** Says how many problems a fix removed, and how many of those that are left need a choice. */
export const showFixed = (fixed: number, choices: number): Command => ({
  title: 'Show What Is Left',
  command: 'agentAuthoring.showFixed',
  arguments: [fixed, choices],
});

/** Saves the configuration file at a URI, so that the change takes effect, and says so. */
export const saveConfiguration = (uri: string): Command => ({
  title: 'Save the Configuration File',
  command: 'agentAuthoring.saveConfiguration',
  arguments: [uri],
});

/** Copies a reproduction of the document, for a report that is about a rule. */
export const copyReproduction = (uri: string, rule: string): Command => ({
  title: 'Copy Reproduction',
  command: 'agentAuthoring.copyReproduction',
  arguments: [uri, rule],
});
