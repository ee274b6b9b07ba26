/** Ends with a sentence about what is wrong and what to do: no stack, the person at the keyboard can mend it. */
export function giveUp(problem, wayOut) {
  process.stderr.write(`${problem} ${wayOut}\n`);
  process.exit(1);
}

/** Progress goes to standard error: standard output belongs to the answer (`--json`). */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
