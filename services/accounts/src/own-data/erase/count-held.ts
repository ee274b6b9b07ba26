import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { staysAsProof } from '../export/domain/exported-sets';
import { HeldData, type Holder, type Person } from '../export/held-data';

export const holders: readonly Holder[] = ['accounts', 'oauth', 'collector', 'ttcm', 'notifications'];

export interface HeldCount {
  service: Holder;
  set: string;
  count: number;
}

export interface Held {
  held: HeldCount[];
  /** They did not answer: what they hold is not known, and no number stands for it. */
  unknown: Holder[];
}

/** What a removal would take, service by service, for whoever is about to remove something. */
@Injectable()
export class CountHeld {
  private readonly logger = new Logger(CountHeld.name);

  constructor(private readonly data: HeldData) {}

  /** What goes with a person, or with one account of theirs. What there is none of is left out. */
  async of(person: Person, accountId?: string): Promise<Held> {
    const answers = await Promise.all(holders.map((service) => this.#ask(service, person, accountId)));
    const goes = (service: Holder, counts: Record<string, number>) =>
      Object.entries(counts)
        .filter(([set, count]) => count > 0 && !staysAsProof(service, set))
        .map(([set, count]) => ({ service, set, count }));
    return {
      held: answers.flatMap(({ service, counts }) => goes(service, counts ?? {})),
      unknown: answers.filter(({ counts }) => counts === undefined).map(({ service }) => service),
    };
  }

  async #ask(service: Holder, person: Person, accountId?: string) {
    try {
      return { service, counts: await this.data.counts(service, person, accountId) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.warn({ service, code: error.code }, 'a service did not say what it holds');
      return { service, counts: undefined };
    }
  }
}
