import '@creator-connect/observability/otel';
import { loadConfig, runService } from '@creator-connect/observability';
import { startGateway } from './gateway';
import { gatewayConfigSchema } from './gateway.config';

void runService(() => startGateway(loadConfig(gatewayConfigSchema, process.env)));
