import { createVerify, X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** An HTTP message of Amazon SNS ("Parsing Amazon SNS message formats"). */
const messageSchema = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string().max(100),
  TopicArn: z.string().max(300),
  Subject: z.string().optional(),
  Message: z.string(),
  Timestamp: z.string().max(40),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string().max(2_000),
  SigningCertURL: z.string().max(300),
  Token: z.string().max(2_000).optional(),
  SubscribeURL: z.string().optional(),
});
export type SnsMessage = z.infer<typeof messageSchema>;

/** The certificate can't be had right now: nothing can be said about the signature. */
export class CertificateUnavailable extends Error {
  override readonly name = 'CertificateUnavailable';
}

/** Only SNS's own hosts, and only the form that its certificates have: an address of a message leads nowhere else. */
const certificateAddress =
  /^https:\/\/sns\.[a-z]{2}(?:-[a-z]{1,12}){1,3}-\d{1,2}\.amazonaws\.com(?:\.cn)?\/SimpleNotificationService-[0-9a-zA-Z]{32}\.pem$/;
const freshForMs = 24 * 3_600_000;
const mostCertificates = 20;
const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const;

/** Believes messages of known topics that SNS signed, and asks nobody about others. */
export class SnsMessages {
  private readonly certificates = new Map<string, { certificate: X509Certificate; fetchedAt: number }>();

  /** `fetchCertificate` answers the PEM of an address of SNS, within limits of its own; what it throws means: not now. */
  constructor(
    private readonly topics: readonly string[],
    private readonly fetchCertificate: (address: string) => Promise<string>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Undefined for what is no message of a known topic, or not signed by SNS. Throws {@link CertificateUnavailable}. */
  async verify(text: string): Promise<SnsMessage | undefined> {
    const message = read(text);
    if (!message || !this.topics.includes(message.TopicArn)) return undefined;
    if (!certificateAddress.test(message.SigningCertURL)) return undefined;
    const certificate = await this.certificate(message.SigningCertURL);
    const verifier = createVerify(message.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1');
    for (const field of signedFields[message.Type]) {
      const value = message[field];
      if (value !== undefined) verifier.update(`${field}\n${value}\n`);
    }
    return verifier.verify(certificate.publicKey, message.Signature, 'base64') ? message : undefined;
  }

  private async certificate(address: string): Promise<X509Certificate> {
    const now = this.now().getTime();
    const known = this.certificates.get(address);
    if (known && now - known.fetchedAt < freshForMs) return known.certificate;
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(await this.fetchCertificate(address));
    } catch (error) {
      throw new CertificateUnavailable('The certificate of SNS can not be had right now', { cause: error });
    }
    if (now < certificate.validFromDate.getTime() || now > certificate.validToDate.getTime())
      throw new CertificateUnavailable('The certificate of SNS is not valid now');
    if (this.certificates.size >= mostCertificates) this.certificates.clear();
    this.certificates.set(address, { certificate, fetchedAt: now });
    return certificate;
  }
}

function read(text: string): SnsMessage | undefined {
  try {
    const result = messageSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
