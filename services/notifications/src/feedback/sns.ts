import { SnsMessages, type SnsMessage } from '@creator-connect/security';

const patienceMs = 5_000;
const mostBytes = 64 * 1024;

/** Amazon SNS: believed when it signed, and answered at its own hosts only. */
export class Sns {
  readonly #messages: SnsMessages;

  constructor(topics: readonly string[]) {
    this.#messages = new SnsMessages(topics, fetchText);
  }

  /** Undefined for what is no signed message of a topic of ours. Throws `CertificateUnavailable`. */
  verify(text: string): Promise<SnsMessage | undefined> {
    return this.#messages.verify(text);
  }

  /** The address is made from the topic that the configuration names; the one in the message is not looked at (SSRF). */
  async confirm({ TopicArn, Token = '' }: SnsMessage): Promise<void> {
    const [, partition, , region] = TopicArn.split(':');
    const host = `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
    const query = new URLSearchParams({ Action: 'ConfirmSubscription', Version: '2010-03-31', TopicArn, Token });
    await fetchText(`https://${host}/?${query.toString()}`);
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`SNS answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > mostBytes) throw new Error('SNS answered more than it should');
  return Buffer.from(bytes).toString('utf8');
}
