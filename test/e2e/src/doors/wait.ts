/** Asks until the answer is there. Waiting is always for a condition; the deadline only bounds a failure. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  { timeoutMs = 60_000, everyMs = 150 } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`Waited ${timeoutMs / 1000} s in vain: ${what}`, { cause: last });
}

/** A miss of a printed fact ends the story. */
export function must(fact: unknown, what: string): asserts fact {
  if (!fact) throw new Error(`Not so: ${what}`);
}
