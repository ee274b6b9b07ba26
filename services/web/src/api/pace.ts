/** Calls at once where it is asked now and then, and once in a while where it is asked all the time. The last time is never lost. */
export class Pace {
  #calledAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly call: () => void,
    private readonly everyMs: number,
  ) {}

  ask(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#calledAt + this.everyMs - performance.now();
    if (wait <= 0) return this.#callNow();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#callNow();
    }, wait);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #callNow(): void {
    this.#calledAt = performance.now();
    this.call();
  }
}
