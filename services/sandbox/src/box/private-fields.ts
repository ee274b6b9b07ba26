/** Every object of a JSON answer also tells what only its owner may see. Any other answer stays as it is. */
export function withPrivateFields(answer: string, text: string): string {
  try {
    return JSON.stringify(more(JSON.parse(answer), text));
  } catch {
    return answer;
  }
}

function more(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((item) => more(item, text));
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).map(([name, inner]) => [name, more(inner, text)] as const);
  return {
    ...Object.fromEntries(told),
    email: `${text}@example.com`,
    birthday: text,
    private_note: text,
    unlisted: { title: text, phone_numbers: [text] },
  };
}
