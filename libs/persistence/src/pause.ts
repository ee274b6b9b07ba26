/** Waiting that somebody else can cut short. */
export class Pause {
  #end: () => void = () => undefined;

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Nothing where nobody waits. */
  end(): void {
    this.#end();
  }
}
