/** Whatever one goes on with by keyboard. */
const controls = 'a[href], button, input, select, textarea';

/**
 * The `ref` of a part of a page with rows that can be taken out. When the row that has the focus goes, the focus goes on to the
 * same button of the next row, else of the one before, else to the heading of the part or what there is first (WCAG 2.4.3). A row that only
 * changes its place keeps it. A question that is asked in a dialog does not count as leaving the row, for it gives the focus back.
 */
export function keepRowFocus(part: HTMLElement | null): (() => void) | undefined {
  if (!part) return undefined;
  let last: HTMLElement | undefined;
  const comes = ({ target }: FocusEvent) => (last = target instanceof HTMLElement ? target : undefined);
  const leaves = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Element && relatedTarget.closest('[role="dialog"]')) return;
    // Some browsers say so of what is just being taken away, or can not hold the focus while it is at work.
    queueMicrotask(() => {
      if (last === target && last?.isConnected && !last.matches(':disabled')) last = undefined;
    });
  };
  const observer = new MutationObserver((records) => {
    const gone = records.find(({ removedNodes }) => last && [...removedNodes].some((node) => node.contains(last!)));
    if (!gone || !last) return;
    const place = last.isConnected ? last : placeInstead(gone, last);
    last = undefined;
    if (document.activeElement === document.body) (place ?? topOf(part))?.focus();
  });
  part.addEventListener('focusin', comes);
  part.addEventListener('focusout', leaves);
  observer.observe(part, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    part.removeEventListener('focusin', comes);
    part.removeEventListener('focusout', leaves);
  };
}

const placeInstead = ({ nextSibling, previousSibling }: MutationRecord, last: HTMLElement) =>
  sameIn(nextSibling, last, 'nextSibling') ?? sameIn(previousSibling, last, 'previousSibling');

/** What bears the same words in this row, or in the nearest one behind it. */
function sameIn(row: Node | null, { tagName, textContent }: HTMLElement, on: 'nextSibling' | 'previousSibling') {
  for (let at = row; at; at = at[on]) {
    if (!(at instanceof Element)) continue;
    const same = [...at.querySelectorAll<HTMLElement>(tagName)].find((one) => one.textContent === textContent);
    if (same?.isConnected && !same.matches(':disabled')) return same;
  }
  return undefined;
}

function topOf(part: HTMLElement): HTMLElement | null {
  const heading = part.querySelector<HTMLElement>('h2, h3, h4');
  heading?.setAttribute('tabindex', '-1');
  return heading ?? part.querySelector<HTMLElement>(controls);
}
