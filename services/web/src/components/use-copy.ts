import { useState } from 'react';

/** Copies; what the browser refuses to copy is kept, to be shown and copied by hand. */
export function useCopy() {
  const [outcome, setOutcome] = useState<{ text: string; copied: boolean }>();
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome({ text, copied: true }),
      () => setOutcome({ text, copied: false }),
    );
  return {
    copy,
    text: outcome?.text,
    copied: outcome?.copied === true,
    byHand: outcome?.copied === false ? outcome.text : undefined,
  };
}
