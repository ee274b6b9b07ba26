import { AppError, requestErrors } from '@creator-connect/contracts';
import { InternalClient } from '@creator-connect/security';
import { Inject, Injectable, Logger, type INestApplication } from '@nestjs/common';
import { ShortCache } from '../edge/short-cache';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { services, type ServiceName } from '../routing/routing-table';
import { serviceAddresses } from '../routing/service-addresses';
import { mergeOpenApi, type OpenApiDocument } from './openapi-merge';

const keptMilliseconds = 60_000;

/** The services' own descriptions, merged. A service that is away is missing until it is back. */
@Injectable()
export class MergedOpenApi {
  private readonly logger = new Logger(MergedOpenApi.name);
  private readonly cache = new ShortCache<OpenApiDocument>(keptMilliseconds, 10);
  private app: INestApplication | undefined;

  constructor(
    private readonly client: InternalClient,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** The generator reads the gateway's own routes from the application. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  async document(): Promise<OpenApiDocument> {
    const parts = await Promise.all([
      this.part('gateway', () => this.own()),
      ...services.map((service) => this.part(service, () => this.ask(service))),
    ]);
    return mergeOpenApi(parts.filter((part) => part !== undefined));
  }

  private async part(service: string, read: () => Promise<OpenApiDocument>) {
    try {
      const document = await this.cache.get(service, read);
      return document && { service, document };
    } catch (error) {
      this.logger.warn({ service, err: error }, 'no API description');
      return undefined;
    }
  }

  private ask(service: ServiceName): Promise<OpenApiDocument> {
    return this.client.call({
      baseUrl: serviceAddresses(this.config)[service],
      audience: service,
      method: 'GET',
      path: '/internal/openapi.json',
    });
  }

  /** Loaded when first asked for: the generator costs 18 MB. */
  private async own(): Promise<OpenApiDocument> {
    if (!this.app) throw new AppError(requestErrors.unavailable);
    const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
    const document = SwaggerModule.createDocument(this.app, new DocumentBuilder().build());
    return document as unknown as OpenApiDocument;
  }
}
