interface LogLine {
  readonly level?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

function parse(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}

/** The sentence in a service's log that best says why it ended: the last logged error, else the last thrown one. */
export function reasonFrom(log: string): string {
  const lines = log.trim().split('\n');
  const logged = lines
    .map(parse)
    .filter((line) => line?.level === 'error' || line?.level === 'fatal')
    .map((line) => line?.err?.message ?? line?.msg ?? '')
    .findLast((message) => message !== '');
  const thrown = lines.findLastIndex((line) => /^(\w*Error\b|Error:)/.test(line));
  if (logged !== undefined) return firstParagraph(logged);
  if (thrown >= 0) return firstParagraph(lines.slice(thrown).join('\n'));
  return lines.slice(-5).join('\n');
}

/** A message may list several faults (a configuration does); its stack is of no use here. */
function firstParagraph(text: string): string {
  const end = text.search(/\n\s*(at |$)/m);
  return (end === -1 ? text : text.slice(0, end)).trim();
}
