import { createSign, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';

type Fields = Record<string, string>;

const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/** Plays Amazon SNS: signs messages, and stands at every host that this process speaks TLS to. */
export class SnsStub {
  static readonly topic = 'arn:aws:sns:eu-central-1:123456789012:mail-feedback';
  readonly certificateUrl = `https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-${'0a'.repeat(16)}.pem`;
  /** What it was asked, as `host path`. */
  readonly asked: string[] = [];
  isDown = false;
  private certificate = '';
  private privateKey = '';
  private server: Server | undefined;
  private release: () => void = () => undefined;

  async start(): Promise<void> {
    const made = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], { keySize: 2048 });
    [this.certificate, this.privateKey] = [made.cert, made.private];
    this.server = createServer((request, response) => {
      this.asked.push(`${request.headers.host} ${request.url}`);
      const isCertificate = request.url?.endsWith('.pem');
      response
        .writeHead(this.isDown ? 503 : 200)
        .end(isCertificate ? this.certificate : '<ConfirmSubscriptionResponse/>');
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    const spy = jest.spyOn(tls, 'connect').mockImplementation(() => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => socket.emit('secureConnect'));
      return socket as tls.TLSSocket;
    });
    this.release = () => spy.mockRestore();
  }

  async stop(): Promise<void> {
    this.release();
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  notification(message: object, change: Fields = {}): Fields {
    return this.signed({ Type: 'Notification', Message: JSON.stringify(message), ...change });
  }

  subscription(change: Fields = {}): Fields {
    const asked = { Token: randomUUID(), SubscribeURL: 'https://sns.eu-central-1.amazonaws.com/?Action=x', ...change };
    return this.signed({ Type: 'SubscriptionConfirmation', Message: 'You have chosen to subscribe.', ...asked });
  }

  private signed(fields: Fields): Fields {
    const base = { MessageId: randomUUID(), TopicArn: SnsStub.topic, Timestamp: new Date().toISOString() };
    const message: Fields = { SignatureVersion: '2', SigningCertURL: this.certificateUrl, ...base, ...fields };
    const signer = createSign(message['SignatureVersion'] === '1' ? 'RSA-SHA1' : 'RSA-SHA256');
    for (const name of signedFields[message['Type'] as keyof typeof signedFields]) {
      if (message[name] !== undefined) signer.update(`${name}\n${message[name]}\n`);
    }
    return { ...message, Signature: signer.sign(this.privateKey, 'base64') };
  }
}
