/** Writes findings as a JUnit report, which most CI servers show as tests: one suite for each file, one failure for each finding. */
import type { LintFinding } from '../../../core/index';
import { relativePath } from '../../paths';
import { printable } from '../../printable';
import type { ReportedFile } from '../../reported';
import type { CheckFormatter } from './formatter';
import { regionOf } from './region';

/**
 * XML with a suite for each file. A file without findings is one test that passes. Errors and warnings are failures; what is only
 * worth knowing is not, because a CI server would call the file broken.
 */
export const junit: CheckFormatter = ({ files, errors }, environment) => {
  const suites = files.map((file) => suiteOf(relativePath(file.path, environment), file));
  const unread = errors.map((error) =>
    element('testcase', { name: 'files that could not be checked' }, [failure(error, 'error')]),
  );
  const all = unread.length === 0 ? suites : [...suites, suite('agent-authoring', unread, unread.length)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'agent-authoring' }, all)}\n`;
};

function suiteOf(path: string, { source, findings }: ReportedFile): string {
  if (findings.length === 0) return suite(path, [element('testcase', { name: 'no problems', classname: path }, [])], 0);
  const cases = findings.map((finding) => {
    const { startLine, startColumn } = regionOf(source, finding.span);
    const name = `${finding.rule} ${startLine}:${startColumn}`;
    const text = `${path}:${startLine}:${startColumn}: ${finding.severity}: ${finding.message}`;
    const inner = fails(finding)
      ? failure(text, finding.rule, finding.message)
      : element('system-out', {}, [escaped(text)]);
    return element('testcase', { name, classname: path }, [inner]);
  });
  return suite(path, cases, findings.filter(fails).length);
}

const fails = ({ severity }: LintFinding): boolean => severity === 'error' || severity === 'warning';

const suite = (name: string, cases: readonly string[], failures: number): string =>
  element('testsuite', { name, tests: String(cases.length), failures: String(failures), errors: '0' }, cases);

const failure = (text: string, type: string, message = text): string =>
  element('failure', { type, message }, [escaped(text)]);

function element(name: string, attributes: Readonly<Record<string, string>>, inner: readonly string[]): string {
  const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `<${name}${shown.join('')}`;
  return inner.length === 0 ? `${open}/>` : `${open}>${inner.join('')}</${name}>`;
}

/** XML allows no control characters, not even escaped ones, and no lone surrogates. */
const escaped = (text: string): string =>
  printable(text)
    .replaceAll(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
