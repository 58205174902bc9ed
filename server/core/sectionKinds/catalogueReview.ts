/** Sections about reviewing the work of others. */
import type { SectionKind } from './section';

export const reviewSections: readonly SectionKind[] = [
  {
    id: 'review-checklist',
    title: 'Review Checklist',
    emoji: '🔎',
    level: 2,
    spellings: [
      'review checklist',
      'code review checklist',
      'corpus checklist',
      'review criteria',
      'review areas',
      'review focus',
      'review focus areas',
      'what to check',
      'what to review',
    ],
    summary: 'Lists what the agent looks for in work that it reviews.',
    contains: 'Questions about the reviewed work, grouped by topic, the most severe first.',
    template: '- [Question about the reviewed work]\n- [Another question]\n',
    example:
      '- Does each new endpoint have a test for every status code?\n- Is user input bound to queries as parameters?\n- Can an old client still read the answer?\n',
  },
  {
    id: 'severity-levels',
    title: 'Severity Levels',
    emoji: '🚦',
    level: 2,
    spellings: [
      'severity levels',
      'severity',
      'severity classification',
      'severity taxonomy',
      'severity guidelines',
      'severity ratings',
      'severity definitions',
      'severity calculation',
      'priority levels',
    ],
    summary: 'Defines how severe a problem is.',
    contains: 'Each level with its condition and its consequence.',
    template: '- **[Level]**: [condition and consequence]\n',
    example:
      '- **Critical**: data is lost or exposed; the release stops.\n- **Major**: a feature fails; the change is not merged.\n- **Minor**: everything else; it is listed and blocks nothing.\n',
  },
  {
    id: 'review-exclusions',
    title: 'What Not to Report',
    emoji: '🔕',
    level: 2,
    spellings: [
      'what not to report',
      'what not to flag',
      'do not flag',
      'do not report',
      'anti slop guidance',
      'false positives',
      'common false positives',
      'known false positives',
    ],
    summary: 'Lists findings that the agent must not report.',
    contains: 'Patterns that are acceptable here, each with the reason.',
    template: '- [Pattern]: [why it is acceptable]\n',
    example:
      '- A handler without its own test: the contract tests cover it.\n- `any` in generated clients: these files are not edited by hand.\n',
  },
];
