import { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import type { HandleLookup } from '../capabilities/discovery';
import type { PlatformProfile } from '../capabilities/reading';
import { segment } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { GraphApi } from './graph-api';
import { PROFILE_FIELDS, profileSchema } from './instagram-profile';
import { READ_SCOPES } from './instagram-scopes';
import type { InstagramDiscoveryConfig } from './instagram.config';

/** Meta, Handling errors: of the username that was looked for. The account that asks is never named by it. */
const UNKNOWN_USER = '110';

const answerSchema = z.object({ business_discovery: profileSchema });

/**
 * Public figures of professional accounts through Business Discovery, asked with the installation's own account. A
 * personal account answers as one that does not exist.
 */
export class InstagramDiscovery implements HandleLookup {
  private readonly graph: GraphApi;

  constructor(
    private readonly config: InstagramDiscoveryConfig,
    options: ClientOptions,
  ) {
    this.graph = new GraphApi(config, options);
  }

  async byHandle(handle: string): Promise<PlatformProfile | null> {
    const username = handle.trim().replace(/^@/, '').toLowerCase();
    // The name stands inside an expression: nothing but a name may get there, and nothing else can be one.
    if (!/^[a-z0-9._]{1,30}$/.test(username)) return null;
    try {
      const { business_discovery: found } = await this.graph.call({
        operation: 'business_discovery',
        path: `/${segment(this.config.accountId)}`,
        query: { fields: `business_discovery.username(${username}){${PROFILE_FIELDS}}` },
        scopes: READ_SCOPES,
        token: this.config.accessToken,
        answer: answerSchema,
      });
      return found;
    } catch (error) {
      if (error instanceof PlatformError && error.kind === 'account_gone' && error.answer.code === UNKNOWN_USER)
        return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.graph.close();
  }
}
