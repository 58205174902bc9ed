/** Writes findings as SARIF 2.1.0, which code scanning services and editors read. */
import { type LintFinding, rules } from '../../../core/index';
import { relativePath, uriOf } from '../../paths';
import { jsonText } from '../../printable';
import type { ReportedFile } from '../../reported';
import type { CheckFormatter } from './formatter';
import { regionIn, regionOf } from './region';
import { type ArtifactLocation, fixOf, levelOf, locationOf } from './sarifParts';
import { descriptorOf } from './sarifRules';

/** One run, on one line. Describes only the rules that report something. */
export const sarif: CheckFormatter = ({ files, errors }, environment) => {
  const seen = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const described = rules.filter(({ id }) => seen.has(id));
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const artifacts = files.map(({ path }) => artifactOf(relativePath(path, environment)));
  const places = new Map(artifacts.map(({ uri }, index) => [uri, index]));
  /** The location of a file that may not be among those that were checked. */
  const locate: Locate = (path) => {
    const location = artifactOf(relativePath(path, environment));
    const index = places.get(location.uri);
    return index === undefined ? location : { ...location, index };
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Agent Authoring',
            version: environment.version,
            semanticVersion: environment.version,
            rules: described.map((rule) => descriptorOf(rule, environment)),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The working directory of the run.' } } },
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            ...(errors.length === 0
              ? {}
              : { toolExecutionNotifications: errors.map((text) => ({ level: 'error', message: { text } })) }),
          },
        ],
        artifacts: artifacts.map((location) => ({ location, sourceLanguage: 'markdown' })),
        results: files.flatMap((file, i) => {
          const location = { ...artifacts[i], index: i };
          return file.findings.map((finding) => resultOf(file, finding, indexes.get(finding.rule), location, locate));
        }),
      },
    ],
  };
  return `${jsonText(log)}\n`;
};

const ROOT = '%SRCROOT%';

type Locate = (path: string) => ArtifactLocation;

function artifactOf(path: string): ArtifactLocation {
  const uri = uriOf(path);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

function resultOf(
  { source }: ReportedFile,
  { rule, severity, message, span, related = [], fixes = [] }: LintFinding,
  ruleIndex: number | undefined,
  location: ArtifactLocation,
  locate: Locate,
): object {
  const others = related.map((one, id) => ({
    id,
    ...(one.in === undefined
      ? locationOf(location, regionOf(source, one.span))
      : locationOf(locate(one.in.path), regionIn(one.in, one.span))),
    message: { text: one.message },
  }));
  // A replacement is in a file that exists, so a fix that creates one cannot be written.
  const written = fixes.filter(({ creates = [] }) => creates.length === 0);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levelOf(severity),
    message: { text: message },
    locations: [locationOf(location, regionOf(source, span))],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    ...(written.length === 0 ? {} : { fixes: written.map((fix) => fixOf(source, fix, location)) }),
  };
}
