/**
 * Works on `atOnce` items at a time, in their order, for `withinMs`; answers in the same order. An item that has no answer by
 * then is answered by `late`, and an answer that comes later is dropped. The first error ends all of it.
 */
export async function inTime<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
  { atOnce, withinMs, late }: { atOnce: number; withinMs: number; late: (item: Item) => Answer },
): Promise<Answer[]> {
  const answers = items.map(late);
  let next = 0;
  let isOver = false;
  const worker = async (): Promise<void> => {
    while (!isOver && next < items.length) {
      const index = next++;
      const answer = await work(items[index]!);
      if (!isOver) answers[index] = answer;
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  try {
    await Promise.race([Promise.all(Array.from({ length: atOnce }, worker)), timeIsUp]);
    return answers;
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
