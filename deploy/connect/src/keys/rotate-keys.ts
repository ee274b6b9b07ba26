import { KeyRingEditor } from '@creator-connect/security';
import { OperatorError } from '../operator-error';
import type { Replica, VaultView } from './vault-view';

const pollMs = 500;

export interface RotateOptions {
  /** Seconds to wait for the replicas, and without progress for the data keys. */
  patience: number;
  tell(line: string): void;
}

/**
 * Puts a new key in the ring, makes it the active one as soon as every replica knows it, and watches the service wrap all
 * data keys anew (security VK-03). Interrupted anywhere it is simply begun again: the service goes on in any case.
 */
export class RotateKeys {
  private readonly ring: KeyRingEditor;

  constructor(
    ringFile: string,
    private readonly view: VaultView,
    private readonly options: RotateOptions,
  ) {
    this.ring = new KeyRingEditor(ringFile);
  }

  async rotate(now = new Date()): Promise<void> {
    const id = this.waiting() ?? this.add(now);
    await this.until(`every replica to know ${id}`, (replicas) => replicas.every((one) => one.keyIds.includes(id)));
    this.ring.activate(id);
    this.options.tell(`${id} is active: what is written from now on is under it`);
    await this.until(`every replica to use ${id}`, (replicas) => replicas.every((one) => one.activeId === id));
    await this.watch(id);
  }

  /** What an interrupted rotation added and did not get to activate. */
  private waiting(): string | undefined {
    const { ids, activeId } = this.ring.read();
    return ids.filter((id) => id > activeId).sort()[0];
  }

  private add(now: Date): string {
    const { ids, retired } = this.ring.read();
    const taken = [...ids, ...retired];
    const day = `k${now.toISOString().slice(0, 10).replaceAll('-', '')}`;
    let id = day;
    for (let letter = 0; taken.includes(id); letter += 1) id = `${day}${String.fromCharCode(98 + letter)}`;
    this.ring.add(id);
    this.options.tell(`${id} is in the ring`);
    return id;
  }

  private async until(what: string, isSo: (replicas: Replica[]) => boolean): Promise<void> {
    const deadline = Date.now() + this.options.patience * 1000;
    while (!isSo(await this.view.replicas())) {
      if (Date.now() > deadline) {
        throw new OperatorError(
          `Waited ${this.options.patience} s for ${what}. See that the ring reaches it, then again.`,
        );
      }
      await pause();
    }
  }

  private async watch(active: string): Promise<void> {
    let last = Infinity;
    let deadline = 0;
    for (;;) {
      const left = sum(await this.view.inUse(), (id) => id !== active);
      if (left < last) {
        this.options.tell(left === 0 ? 'done: nothing is under another key' : `${left} data keys to go`);
        deadline = Date.now() + this.options.patience * 1000;
      }
      if (left === 0) return;
      if (Date.now() > deadline) {
        throw new OperatorError(
          `${left} data keys are still under another key and nothing moves. Does the service run?`,
        );
      }
      last = left;
      await pause();
    }
  }
}

/** Takes a key out of the ring that nothing needs any more. */
export async function removeKey(ringFile: string, view: VaultView, id: string): Promise<void> {
  const ring = new KeyRingEditor(ringFile);
  const { ids, activeId } = ring.read();
  if (!ids.includes(id)) throw new OperatorError(`There is no key ${id} in the ring.`);
  if (id === activeId) throw new OperatorError(`${id} is the active key. Rotate first.`);
  const users = (await view.replicas()).filter((one) => one.activeId === id).length;
  if (users > 0) throw new OperatorError(`${id} is still the active key of ${users} replicas. Wait a moment.`);
  const count = (await view.inUse()).get(id) ?? 0;
  if (count > 0) throw new OperatorError(`${id} is in use: ${count} data keys are wrapped with it. Rotate first.`);
  ring.remove(id);
}

/** One line per key of the ring, and per key that is missing from it. */
export async function keyStatus(ringFile: string, view: VaultView): Promise<string[]> {
  const { ids, activeId } = new KeyRingEditor(ringFile).read();
  const [inUse, replicas] = [await view.inUse(), await view.replicas()];
  const lines = [...new Set([...ids, ...inUse.keys()])].sort().map((id) => {
    const role = id === activeId ? 'active' : ids.includes(id) ? 'only unwraps' : 'NOT IN THE RING';
    const known = replicas.filter((one) => one.keyIds.includes(id)).length;
    return `${id}  ${role}  ${inUse.get(id) ?? 0} data keys  known to ${known} of ${replicas.length} replicas`;
  });
  return lines;
}

function sum(counts: Map<string, number>, wanted: (id: string) => boolean): number {
  return [...counts].filter(([id]) => wanted(id)).reduce((total, [, count]) => total + count, 0);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pollMs));
