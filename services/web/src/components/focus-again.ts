/**
 * Gives the focus back to where somebody was (WCAG 2.4.3), unless it is elsewhere by then. A button that was at work is not
 * disabled any more a moment later.
 */
export function focusAgain(element: Element | null): void {
  setTimeout(() => {
    if (document.activeElement === document.body && element instanceof HTMLElement && element !== document.body)
      element.focus({ preventScroll: true });
  }, 50);
}
