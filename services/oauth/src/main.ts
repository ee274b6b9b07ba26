import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { runService } from '@creator-connect/observability';
import { oauthConfig } from './oauth.config';
import { startOauth } from './start-oauth';

void runService(() => startOauth(oauthConfig()));
