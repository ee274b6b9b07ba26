import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';

export type Verification = 'PENDING' | 'SUCCESS' | 'FAILED';

interface SesFailure {
  status: number;
  type: string;
  message: string;
}

interface SentBySes {
  id: string;
  mail: ParsedMail;
  configurationSet: string | undefined;
}

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/**
 * Plays the HTTP API of Amazon SES v2 and is strict about it: a request whose Signature Version 4 is not right, or that
 * has another path or body than documented, gets what AWS would answer.
 */
export class SesStub {
  static readonly region = 'eu-central-1';
  static readonly keyId = 'AKIDEXAMPLE';
  readonly secret = randomUUID();
  readonly identities = new Map<string, Verification>();
  readonly created: string[] = [];
  /** What the AWS account sends nothing to. */
  readonly suppressed = new Set<string>();
  readonly sent: SentBySes[] = [];
  /** The next mails are answered with it. */
  failure: SesFailure | undefined;
  refused = 0;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  /** What a service needs in its environment to be a customer. */
  env(endpoint: string): Record<string, string> {
    return {
      SES_REGION: SesStub.region,
      SES_ENDPOINT: endpoint,
      SES_ACCESS_KEY_ID: SesStub.keyId,
      SES_SECRET_ACCESS_KEY: this.secret,
      SES_CONFIGURATION_SET: 'feedback',
      SES_POLL_SECONDS: '1',
    };
  }

  to(address: string): SentBySes[] {
    return this.sent.filter(({ mail }) => [mail.to].flat().some((one) => one?.text.includes(address)));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const [status, answer, type] = this.isSigned(request, body)
      ? await this.route(request.method ?? '', decodeURIComponent(request.url ?? ''), body)
      : this.refuse(403, 'SignatureDoesNotMatch', 'The request signature does not match.');
    const headers = { 'content-type': 'application/json', ...(type !== undefined && { 'x-amzn-errortype': type }) };
    response.writeHead(status, headers).end(JSON.stringify(answer));
  }

  private async route(method: string, path: string, body: string): Promise<[number, object, string?]> {
    const address = /^\/v2\/email\/identities\/([^/]+)$/.exec(path)?.[1];
    if (method === 'POST' && path === '/v2/email/identities') return this.create(JSON.parse(body) as object);
    if (method === 'POST' && path === '/v2/email/outbound-emails') return this.send(JSON.parse(body) as SendBody);
    const destination = /^\/v2\/email\/suppression\/addresses\/([^/]+)$/.exec(path)?.[1];
    if (destination !== undefined && method === 'GET') {
      if (this.failure) return this.refuse(this.failure.status, this.failure.type, this.failure.message, false);
      return this.suppressed.has(destination)
        ? [
            200,
            {
              SuppressedDestination: { EmailAddress: destination, Reason: 'COMPLAINT', LastUpdateTime: 1_900_000_000 },
            },
          ]
        : this.refuse(404, 'NotFoundException', `Email address ${destination} does not exist.`, false);
    }
    if (address === undefined) return this.refuse(404, 'UnknownOperationException', 'There is no such operation.');
    const verification = this.identities.get(address);
    if (!verification) return this.refuse(404, 'NotFoundException', `Email identity ${address} does not exist.`);
    if (method === 'DELETE') return this.identities.delete(address) ? [200, {}] : [500, {}];
    const verified = verification === 'SUCCESS';
    return [
      200,
      { IdentityType: 'EMAIL_ADDRESS', VerificationStatus: verification, VerifiedForSendingStatus: verified },
    ];
  }

  private create(body: object): [number, object, string?] {
    const { EmailIdentity: address, ...more } = body as { EmailIdentity?: string };
    if (!address?.includes('@') || Object.keys(more).length > 0)
      return this.refuse(400, 'BadRequestException', `Invalid email address ${String(address)}.`);
    if (address.endsWith('@refused.example')) return this.refuse(400, 'BadRequestException', `Invalid ${address}.`);
    if (this.identities.has(address))
      return this.refuse(400, 'AlreadyExistsException', `Email identity ${address} already exist.`, false);
    this.identities.set(address, 'PENDING');
    this.created.push(address);
    return [200, { IdentityType: 'EMAIL_ADDRESS', VerifiedForSendingStatus: false }];
  }

  private async send(body: SendBody): Promise<[number, object, string?]> {
    if (this.failure) return this.refuse(this.failure.status, this.failure.type, this.failure.message, false);
    const raw = body.Content?.Raw?.Data;
    const from = /<?([^<>\s]+@[^<>\s]+?)>?$/.exec(body.FromEmailAddress ?? '')?.[1] ?? '';
    if (raw === undefined || body.Destination?.ToAddresses?.length !== 1)
      return this.refuse(400, 'BadRequestException', 'Content and Destination are needed.');
    if (this.identities.get(from) !== 'SUCCESS')
      return this.refuse(400, 'MessageRejected', `Email address is not verified: ${from}`, false);
    const id = `0102${randomUUID()}-000000`;
    const mail = await simpleParser(Buffer.from(raw, 'base64'));
    this.sent.push({ id, mail, configurationSet: body.ConfigurationSetName });
    return [200, { MessageId: id }];
  }

  /** `isFault`: a request that our side should never have made. */
  private refuse(status: number, type: string, message: string, isFault = true): [number, object, string] {
    if (isFault) this.refused += 1;
    return [status, { message }, type];
  }

  /** AWS Signature Version 4, computed again from what arrived. */
  private isSigned({ method, url = '', headers }: IncomingMessage, body: string): boolean {
    const form =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/ses\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
    const [, keyId, day, region, names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
    if (keyId !== SesStub.keyId || region !== SesStub.region || !names.split(';').includes('host')) return false;
    const [path = '', query = ''] = url.split('?');
    const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const canonicalPath = path.split('/').map(encodeURIComponent).join('/');
    const canonical = [method, canonicalPath, query, signed.join(''), names, sha256(body)].join('\n');
    const scope = `${day}/${region}/ses/aws4_request`;
    const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
    const key = [region, 'ses', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${this.secret}`, day ?? ''));
    return hmac(key, toSign).toString('hex') === signature;
  }
}

interface SendBody {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[] };
  Content?: { Raw?: { Data?: string } };
  ConfigurationSetName?: string;
}
