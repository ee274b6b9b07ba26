import { useMutation } from '@tanstack/react-query';
import { fileAt, type NamedFile } from '../api/client';
import { useProof } from './step-up';

const putAwayMs = 60_000;

/** Fetches a file, with a fresh proof where the server asks for one, and gives it to the browser to put away. */
export function useDownload() {
  const withProof = useProof();
  return useMutation({
    mutationFn: async (address: string) => save(await withProof(() => fileAt(address))),
  });
}

/** The address holds no secret: the session fetched the file, and the browser only puts it away. */
function save({ name, content }: NamedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Safari reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), putAwayMs);
}
