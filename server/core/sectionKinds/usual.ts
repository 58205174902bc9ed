/** The most frequent sections, so that a short list of missing ones is useful. */

/** `SectionKind.id` of top-level sections, by how many of 1,792 public agent, command and skill files have them. */
export const usualSections: readonly string[] = [
  'task-execution-protocol', // 962
  'expertise', // 564
  'response-format', // 488
  'collaboration', // 338
  'examples', // 298
  'principles', // 273
  'role', // 255
  'constraints', // 201
  'quality-assurance', // 158
  'implementation-standards', // 147
  'responsibilities', // 145
  'when-to-use', // 141
  'tools', // 84
  'reminder', // 84
  'communication-style', // 77
  'access-restrictions', // 70
  'references', // 60
  'inputs', // 52
  'anti-patterns', // 45
  'decision-framework', // 33
  'memory', // 23
  'review-checklist', // 17
  'success-metrics', // 14
  'prompt-defense', // 13
  'severity-levels', // 12
  'commands', // 12
  'integration-expertise',
  'review-exclusions',
  'skill-usage',
];
