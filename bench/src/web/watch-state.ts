/** In a page: `shown` becomes the moment at which a card says that its account is in this state. */
export const watchState = (state: string) => `void (globalThis.shown = new Promise((done) => {
  const observer = new MutationObserver(() => {
    const badges = [...document.querySelectorAll('article .mantine-Badge-label')];
    if (!badges.some(({ textContent }) => textContent === '${state}')) return;
    observer.disconnect();
    requestAnimationFrame(() => done(Date.now()));
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}))`;
