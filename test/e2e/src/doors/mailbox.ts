import { recordedFetch } from './recorded-fetch';
import { eventually } from './wait';

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: string[];
  from: string[];
  headers: Record<string, unknown>;
}

interface MaildevMail {
  id: string;
  subject: string;
  text?: string;
  html?: string;
  to: { address: string }[];
  from: { address: string }[];
  headers: Record<string, unknown>;
}

/** The inbox of the local set-up (maildev's HTTP API). */
export class Mailbox {
  constructor(readonly address: string) {}

  all(to: string): Promise<Mail[]> {
    return this.#find('to.address', to);
  }

  /** Whomever it went to. */
  allFrom(sender: string): Promise<Mail[]> {
    return this.#find('from.address', sender);
  }

  async #find(field: string, address: string): Promise<Mail[]> {
    const url = new URL('/api/email', this.address);
    url.searchParams.set(field, address);
    const response = await recordedFetch(url);
    const answer = (await response.json()) as MaildevMail[] | { items: MaildevMail[] };
    const mails = Array.isArray(answer) ? answer : answer.items;
    return mails.map((mail) => ({
      id: mail.id,
      subject: mail.subject,
      text: mail.text ?? '',
      html: mail.html ?? '',
      to: mail.to.map(({ address }) => address),
      from: mail.from.map(({ address }) => address),
      headers: mail.headers,
    }));
  }

  /** A header as it was sent, on one line. The list of mails leaves out those with a structure, as `List-Unsubscribe`. */
  async header({ id }: Mail, name: string): Promise<string | undefined> {
    const response = await recordedFetch(new URL(`/api/email/${id}/source`, this.address));
    const unfolded = (await response.text()).split(/\r?\n\r?\n/)[0]!.replaceAll(/\r?\n[ \t]+/g, ' ');
    const line = unfolded.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim();
  }

  /** The first mail to this address that matches and is not among those already seen. */
  next(to: string, subject: RegExp, seen: ReadonlySet<string> = new Set()): Promise<Mail> {
    return eventually(`a mail to the creator with a subject like ${subject}`, async () =>
      (await this.all(to)).find((mail) => subject.test(mail.subject) && !seen.has(mail.id)),
    );
  }
}
