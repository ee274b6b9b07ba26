/** `s•••@example.com`: enough to know one's own mailbox by. */
export function hintOf(email: string): string {
  const at = email.lastIndexOf('@');
  return `${Array.from(email)[0] ?? ''}•••${email.slice(at)}`;
}
