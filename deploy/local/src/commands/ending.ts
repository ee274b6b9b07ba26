/** How the run was told to end: by a person, or by a fault that nothing here can heal. */
export class Ending {
  private readonly controller = new AbortController();
  fault: string | undefined;

  constructor() {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, this.come);
    process.on('disconnect', this.come);
  }

  readonly come = (): void => this.controller.abort();

  get hasCome(): boolean {
    return this.controller.signal.aborted;
  }

  outliveParent(): void {
    process.off('disconnect', this.come);
  }

  fail(reason: string): void {
    this.fault ??= reason;
    this.come();
  }

  async wait(): Promise<void> {
    if (this.hasCome) return;
    await new Promise<void>((resolve) => this.controller.signal.addEventListener('abort', () => resolve()));
  }
}
