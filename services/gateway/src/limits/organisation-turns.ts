import { availableParallelism } from 'node:os';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { HeldRefusals } from './held-refusals';

/** Beside others: one processor is left to them. */
const besideOthers = Math.max(availableParallelism() - 1, 1);
const alone = 64;
/** So long after its last request an organisation is there; a person who reads asks about as often. */
const presentMilliseconds = 1_000;
/** Whatever takes longer waits for something else than for this machine: a platform, a file on its way. */
const atWorkMilliseconds = 150;
/** Beyond that an organisation is told to come again, so that waiting requests cost no memory worth mentioning. */
const mostWaiting = 200;

interface Line {
  atWork: number;
  waiting: (() => void)[];
  lastAsked: number;
}

/**
 * While others are there, an organisation has fewer requests at work than the machine has processors; the rest of them wait here,
 * where waiting costs nobody anything. So whoever asks for much at once waits in their own line, and others find a free place.
 */
@Injectable()
export class OrganisationTurns {
  /** Who asked longest ago comes first. */
  private readonly lines = new Map<string, Line>();

  constructor(private readonly refusals: HeldRefusals) {}

  /** Resolves when it is this request's turn; gives back what ends the turn. */
  async take(organisation: string): Promise<() => void> {
    const line = this.lineOf(organisation);
    if (line.waiting.length >= mostWaiting) {
      await this.refusals.hold();
      throw new AppError(requestErrors.throttled, { retryAfterSeconds: 1 });
    }
    const turn = new Promise<void>((begin) => line.waiting.push(begin));
    this.advance(organisation, line);
    await turn;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      line.atWork -= 1;
      this.advance(organisation, line);
    };
    const timer = setTimeout(end, atWorkMilliseconds).unref();
    return end;
  }

  private lineOf(organisation: string): Line {
    const line = this.lines.get(organisation) ?? { atWork: 0, waiting: [], lastAsked: 0 };
    line.lastAsked = Date.now();
    this.lines.delete(organisation);
    this.lines.set(organisation, line);
    return line;
  }

  private advance(organisation: string, line: Line): void {
    const most = this.isAlone(organisation) ? alone : besideOthers;
    while (line.atWork < most) {
      const begin = line.waiting.shift();
      if (!begin) return;
      line.atWork += 1;
      begin();
    }
  }

  private isAlone(organisation: string): boolean {
    const since = Date.now() - presentMilliseconds;
    for (const [other, { atWork, waiting, lastAsked }] of this.lines) {
      if (other === organisation) continue;
      if (lastAsked > since) return false;
      if (atWork === 0 && waiting.length === 0) this.lines.delete(other);
    }
    return true;
  }
}
