import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sandboxed } from './support/runner';

const mountPoint = mkdtempSync(join(tmpdir(), 'connect-full-disk-'));
const mount = (size: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', mountPoint], { encoding: 'utf8' });
const unmount = () => spawnSync('umount', [mountPoint]);

const trial = mount('1m');
if (trial.status === 0) unmount();
/** Only who may mount can have a disk of his own to fill. */
const refusal = trial.status === 0 ? undefined : (trial.error?.message ?? trial.stderr.trim());
const onADisk = refusal === undefined ? it : it.skip;

describe(`a full disk${refusal === undefined ? '' : ` (not tried: no small disk may be mounted here: ${refusal})`}`, () => {
  let place: Sandboxed;
  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterEach(() => unmount());
  afterAll(() => {
    place.remove();
    rmSync(mountPoint, { recursive: true });
  });

  const home = join(mountPoint, 'home');
  const sentence =
    /^The disk that holds \S+ is full\. Free some space, or point CONNECT_HOME at a folder on another disk\.\n$/;

  const fill = (left: number) => {
    const file = openSync(join(mountPoint, 'filler'), 'w');
    const { bavail, bsize } = statfsSync(mountPoint);
    for (let rest = bavail * bsize - left; rest > 0; rest -= 1 << 16)
      writeSync(file, Buffer.alloc(Math.min(rest, 1 << 16)));
    closeSync(file);
  };

  onADisk.each(['64k', '2m', '20m'])(
    'of %s is one sentence at the first start',
    async (size) => {
      mount(size);
      chmodSync(mountPoint, 0o711);
      const { code, stderr } = await place.run(['start'], { CONNECT_HOME: home }).ended;
      expect(stderr).toMatch(sentence);
      expect(code).toBe(1);
    },
    180_000,
  );

  onADisk(
    'is one sentence when it fills up before migrations and services',
    async () => {
      mount('600m');
      chmodSync(mountPoint, 0o711);
      const infra = place.run(['infra'], { CONNECT_HOME: home });
      await infra.says('KAFKA_BROKERS=');
      infra.kill('SIGTERM');
      expect((await infra.ended).code).toBe(0);
      fill(1 << 20);
      const { code, stderr } = await place.run(['start'], { CONNECT_HOME: home }).ended;
      expect(stderr).toMatch(sentence);
      expect(code).toBe(1);
    },
    300_000,
  );
});
