import { openText, readKeyFile, Secret, sealText } from '@creator-connect/security';

/** Seals agencies' tokens for the database, each bound to its organisation. */
export class TokenSeal {
  private readonly key: Buffer;

  constructor(keyFile: string) {
    this.key = readKeyFile(keyFile);
  }

  seal(organisationId: string, token: { reveal(): string }): string {
    return sealText(this.key, token.reveal(), context(organisationId));
  }

  open(organisationId: string, sealed: string): Secret {
    return Secret.of(openText(this.key, sealed, context(organisationId)));
  }
}

const context = (organisationId: string) => `marketplace-token ${organisationId}`;
