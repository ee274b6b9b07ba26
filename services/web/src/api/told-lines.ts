import { offline } from './problem';

interface Line<Progress, Result> {
  progress?: Progress;
  result?: Result;
}

/**
 * Reads an answer that is told while it goes on: JSON line by line, the result last (`application/x-ndjson`). One that breaks off
 * before its result has none.
 */
export async function resultOf<Progress, Result>(
  body: ReadableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
): Promise<Result> {
  let rest = '';
  let result: Result | undefined;
  try {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const told = JSON.parse(line) as Line<Progress, Result>;
        if (told.progress !== undefined) onProgress(told.progress);
        result = told.result ?? result;
      }
    }
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw offline();
  }
  if (result === undefined) throw offline();
  return result;
}
