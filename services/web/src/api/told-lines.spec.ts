import { resultOf } from './told-lines';

describe('an answer that is told line by line', () => {
  const told = (...parts: (string | Error)[]) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else if (part instanceof Error) controller.error(part);
        else controller.enqueue(new TextEncoder().encode(part));
      },
    });

  it('tells each step as it comes, wherever the parts are cut, and ends in its result', async () => {
    const seen: unknown[] = [];
    const body = told('{"progress":1}\n{"prog', 'ress":2}\n', '{"result":{"name":"Zoë"}}\n');
    expect(await resultOf(body, (progress) => seen.push(progress))).toEqual({ name: 'Zoë' });
    expect(seen).toEqual([1, 2]);
  });

  it.each([
    ['ends without its result', told('{"progress":1}\n')],
    ['breaks off', told('{"progress":1}\n', new Error('reset'))],
  ])('is none where it %s', async (_how, body) => {
    await expect(resultOf(body, () => undefined)).rejects.toMatchObject({ status: 0 });
  });
});
