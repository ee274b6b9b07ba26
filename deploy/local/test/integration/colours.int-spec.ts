import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const progress = resolve(__dirname, '..', '..', 'dist', 'progress', 'progress.js');
/** What a colour, bold and the like begin with; a list that redraws itself also moves the cursor. */
const paint = /\u001b\[[\d;]*m/;

/** In a process that believes that it writes to a terminal: whether to paint is decided when it starts. */
async function listInTerminal(env: Record<string, string>): Promise<string> {
  const program = `
    const { getColorDepth } = require('node:tty').WriteStream.prototype;
    for (const stream of [process.stdout, process.stderr])
      Object.assign(stream, { isTTY: true, columns: 80, rows: 24, getColorDepth });
    const steps = [{ title: 'PostgreSQL', run: async () => undefined }];
    require(${JSON.stringify(progress)}).runSteps(steps, () => undefined, true);`;
  const { NO_COLOR: _unset, FORCE_COLOR: _neither, CI: _nor, ...rest } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], {
    env: { ...rest, TERM: 'xterm-256color', ...env },
  });
  return stdout;
}

describe('the task list of a start in a terminal', () => {
  it('has colours', async () => {
    const written = await listInTerminal({});
    expect(written).toContain('PostgreSQL');
    expect(written).toMatch(paint);
  });

  it('has none with NO_COLOR', async () => {
    const written = await listInTerminal({ NO_COLOR: '1' });
    expect(written).toContain('PostgreSQL');
    expect(written).not.toMatch(paint);
  });
});
