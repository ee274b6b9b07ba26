import type { Wait } from './bulk-run';

/** How often a server is looked for that can not be reached, where the browser does not say that it is online again. */
const lookMs = 3_000;

export const waitInBrowser: Wait = (pause, stopped) =>
  new Promise((resolve) => {
    const delay = pause.reason === 'limit' ? pause.until.getTime() - Date.now() : lookMs;
    const over = () => {
      clearTimeout(timer);
      window.removeEventListener('online', over);
      stopped.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, Math.max(delay, 0));
    stopped.addEventListener('abort', over);
    if (pause.reason === 'connection') window.addEventListener('online', over);
  });
