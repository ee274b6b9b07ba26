import { openChromium, type Browser, type Page } from '@creator-connect/browser';
import { PageTroubles } from './page-troubles';

export interface WindowOptions {
  width?: number;
  colorScheme?: 'light' | 'dark';
  /** Of the browser. */
  locale?: 'en-GB' | 'de-DE';
  /** Where the person is, as the browser says. */
  timeZone?: string;
  /** Off, as some people have it. */
  javaScript?: boolean;
}

/** Real browser windows on the web app. Each belongs to a person of its own: cookies, storage and clipboard are not shared. */
export class Windows {
  #broken = false;
  readonly #troubles = new PageTroubles();

  private constructor(
    readonly gateway: string,
    private readonly browser: Browser,
  ) {}

  static async open(gateway: string): Promise<Windows> {
    return new Windows(gateway, await openChromium());
  }

  /** A window of somebody who was never here before, on an empty page. Paths are the web app's. */
  async ofSomebody({
    width = 1280,
    colorScheme = 'light',
    locale = 'en-GB',
    timeZone = 'UTC',
    javaScript = true,
  }: WindowOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.gateway,
      viewport: { width, height: 800 },
      colorScheme,
      locale,
      timezoneId: timeZone,
      javaScriptEnabled: javaScript,
    });
    // Nothing takes so long; it only bounds a failure, and a busy machine is none.
    context.setDefaultTimeout(60_000);
    await this.#troubles.watch(context);
    return context.newPage();
  }

  /**
   * What a failing test saw in each window is part of its failure. It fails as well when a page met trouble meanwhile, in
   * whichever window.
   */
  async tell(what: () => Promise<void>): Promise<void> {
    try {
      await what();
      this.#noTroubles();
    } catch (error) {
      const seen = [...this.takeTroubles(), ...(await this.seen())];
      throw new Error(`${(error as Error).message}\n${seen.join('\n')}`, { cause: error });
    }
  }

  /**
   * Tells a chapter of a story that goes on from test to test. After one that failed no other is told: it could only fail
   * for the same reason.
   */
  async chapter(what: () => Promise<void>): Promise<void> {
    if (this.#broken) throw new Error('An earlier chapter failed.');
    this.#broken = true;
    await this.tell(what);
    this.#broken = false;
  }

  /** What pages met since this was last asked, in all windows. A test that provokes it takes it, and does not fail for it. */
  takeTroubles(): string[] {
    return this.#troubles.take();
  }

  #noTroubles(): void {
    const troubles = this.takeTroubles();
    if (troubles.length > 0) throw new Error(`A page met trouble:\n${troubles.join('\n')}`);
  }

  private seen(): Promise<string[]> {
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    return Promise.all(
      pages.map(async (page) => `${page.url()}: ${await page.locator('body').innerText()}`.replaceAll(/\s+/g, ' ')),
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#noTroubles();
  }
}
