const words = {
  in_progress: {
    title: 'The deletion is in progress',
    text: 'Your access is being ended and what was collected is being deleted. Look again in a few minutes.',
  },
  done: {
    title: 'The deletion is complete',
    text: 'The access is ended, its keys are destroyed, and no data that came from it is held here any more.',
  },
} as const;

export type DeletionProgress = keyof typeof words;

/** What a person sees who follows a deletion. Nothing on it says who they are, nor whether anything was held. */
export function deletionStatusPage(progress: DeletionProgress): string {
  const { title, text } = words[progress];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
