/** Tabs as screen readers and keyboards expect them: one stop for the Tab key, arrow keys between them. */

/** Makes tabs of the buttons with `role="tab"` in a list; each names its panel in `aria-controls`. The first one is chosen. */
export function connectTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel !== null) panel.hidden = !isChosen;
    }
  };
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    Home: () => 0,
    End: () => -1,
  };
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const next = steps[event.key]?.(at);
      const target = next === undefined ? undefined : tabs.at(next % tabs.length);
      if (target === undefined) return;
      event.preventDefault();
      choose(target);
      target.focus();
    });
  }
  const [first] = tabs;
  if (first !== undefined) choose(first);
}
