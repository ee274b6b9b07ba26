import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it accepts. */
export class MailCatcher {
  readonly mails: ParsedMail[] = [];
  /** Addresses that it says 550 to. */
  readonly unknown = new Set<string>();
  /** Other refusals, by address. */
  readonly refusals = new Map<string, { code: number; text: string }>();
  /** Addresses that somebody tried to write to, taken or not. */
  readonly tried: string[] = [];
  /** Takes nobody's password, as after a change of it. */
  wrongPassword = false;
  /** What is handed over is taken once this resolves. */
  private held: Promise<void> = Promise.resolve();
  private server: SMTPServer | undefined;
  private port = 0;

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onAuth: (auth, _session, answer) => {
        if (this.wrongPassword) return answer(Object.assign(new Error('Not you'), { responseCode: 535 }));
        answer(null, { user: auth.username ?? '' });
      },
      onRcptTo: ({ address }, _session, answer) => {
        this.tried.push(address);
        const refusal = this.unknown.has(address) ? { code: 550, text: 'No such user' } : this.refusals.get(address);
        answer(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
      },
      onData: (stream, _session, answer) =>
        void simpleParser(stream).then(async (mail) => {
          await this.held;
          this.mails.push(mail);
          answer(null);
        }, answer),
    });
    // Clients that go away in the middle are part of these tests.
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://user:password@127.0.0.1:${this.port}`;
  }

  /** From now on mails wait on the threshold until what it answers is called. */
  hold(): () => void {
    let release = () => undefined as void;
    this.held = new Promise((resolve) => (release = resolve));
    return release;
  }

  /** May be started again, at the same address. */
  stop(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  connections(): Promise<number> {
    return new Promise((resolve, reject) =>
      this.server!.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  to(address: string): ParsedMail[] {
    return this.mails.filter((mail) => [mail.to].flat().some((one) => one?.text.includes(address)));
  }
}

/** As it stands in the mail. */
export const headerOf = (mail: ParsedMail, name: string) =>
  mail.headerLines.find(({ key }) => key === name)?.line.replace(/^[^:]*:\s*/, '');
