/** The most frequent sections, so that a short list of missing ones is useful. */

/** `SectionKind.id` of top-level sections, by how many of 1,793 public agent, command and skill files have them. */
export const usualSections: readonly string[] = [
  'task-execution-protocol', // 872
  'expertise', // 549
  'response-format', // 447
  'collaboration', // 324
  'principles', // 242
  'examples', // 242
  'role', // 232
  'constraints', // 181
  'implementation-standards', // 133
  'quality-assurance', // 126
  'when-to-use', // 121
  'responsibilities', // 117
  'communication-style', // 72
  'access-restrictions', // 66
  'reminder', // 61
  'tools', // 41
  'integration-expertise',
];
