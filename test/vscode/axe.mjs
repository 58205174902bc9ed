/** Checks a page in the browser with axe, for people who use a keyboard or a screen reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, as one line for each element.
 * @param isFine whether something that a rule of this id finds in an element is meant to be so
 */
export async function violationsIn(page, isFine = () => false) {
  // The policy of the page allows no other script, so it is run by the browser's tools.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Of what passes, axe would describe every element, too.
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isFine(id, html))
      .map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
  );
}
