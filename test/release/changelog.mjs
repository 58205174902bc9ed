/** Checks that the change log has the form of https://keepachangelog.com/en/1.1.0/ and says something about a version. */

const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** The sections of the log, the newest first: `{ title, lines }`. */
function sectionsOf(text) {
  const [, ...parts] = text.split(/^## /m);
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return { title: title.trim(), lines };
  });
}

/** The version of a section; undefined when its heading has no version or no date. */
const versionOf = (title) => /^\[(\d+\.\d+\.\d+(?:-[\w.]+)?)\] - \d{4}-\d{2}-\d{2}(?: \[YANKED\])?$/.exec(title)?.[1];

/** Whether version `a` comes before `b`. */
function isOlder(a, b) {
  const [first, second] = [a, b].map((version) => version.split(/[-.]/).slice(0, 3).map(Number));
  const at = first.findIndex((number, i) => number !== second[i]);
  return at >= 0 && first[at] < second[at];
}

/** What is wrong with the kinds of changes of a section. */
function kindFaults({ title, lines }) {
  const headings = lines.flatMap((line) => /^### (.*)/.exec(line)?.[1] ?? []);
  const unknown = headings.filter((one, at) => !kinds.includes(one) || headings.indexOf(one) < at);
  const bodies = lines.join('\n').split(/^### .*$/m);
  const isStray = /^[-*] /m.test(bodies[0] ?? '');
  const empty = headings.filter((_, at) => !/^[-*] /m.test(bodies[at + 1] ?? ''));
  return [
    ...unknown.map(
      (one) => `"${one}" in ${title} is no kind of change, or there twice; the kinds are ${kinds.join(', ')}`,
    ),
    ...empty.map((one) => `"${one}" in ${title} lists nothing`),
    ...(isStray ? [`${title} lists changes without their kind`] : []),
  ];
}

/**
 * @param text of the file
 * @param version of the manifest
 * @param isRelease whether the version must have a section of its own, with its date; otherwise "Unreleased" is enough
 * @returns one sentence for each fault, without its full stop
 */
export function changelogFaults(text, version, isRelease) {
  const sections = sectionsOf(text);
  const titles = sections.map(({ title }) => title);
  const known = titles.flatMap((title) => versionOf(title) ?? []);
  const wrong = titles.filter((title, at) => versionOf(title) === undefined && (title !== '[Unreleased]' || at > 0));
  const swapped = known.filter((one, at) => at > 0 && !isOlder(one, known[at - 1]));
  const about = sections.find(({ title }) => versionOf(title) === version || (!isRelease && title === '[Unreleased]'));
  const says = about?.lines.some((line) => /^[-*] /.test(line)) === true;
  return [
    ...(text.startsWith('# Changelog\n') ? [] : ['The first line is not "# Changelog"']),
    ...wrong.map((title) => `"${title}" is not "[Unreleased]" at the top, and not "[1.2.3] - 2030-01-31"`),
    ...swapped.map((one) => `${one} is below an older version, or there twice`),
    ...sections.flatMap(kindFaults),
    ...(says ? [] : [`There is no section that says what is in ${version}`]),
  ];
}
