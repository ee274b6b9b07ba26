import type { BrowserContext } from '@creator-connect/browser';

/**
 * What no page may do, whatever a test looks at meanwhile: something that its Content-Security-Policy refuses, an error
 * that nobody catches, and a window that opens by itself, which phones and careful browsers refuse.
 */
export class PageTroubles {
  #seen: string[] = [];

  async watch(context: BrowserContext): Promise<void> {
    context.on('weberror', (error) => {
      const { message, stack } = error.error();
      // Says only that something is measured again in the next frame.
      if (!message.startsWith('ResizeObserver loop')) this.#seen.push(`${error.page()?.url()}: ${stack || message}`);
    });
    await context.exposeBinding(
      'tellRefused',
      ({ frame }, what: string) => void this.#seen.push(`${frame.url()}: ${what}`),
    );
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
      void tellRefused(event.effectiveDirective + ' refuses ' + (event.blockedURI || 'something') + ' ' + event.sample));
      window.open = (address) => { void tellRefused('a pop-up to ' + address); return null; };`);
  }

  /** Those since it was last asked. */
  take(): string[] {
    return this.#seen.splice(0);
  }
}
