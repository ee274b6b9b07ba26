import type { FastifyInstance } from 'fastify';
import { openApiDoor } from '../../box/api-door';
import { callerOf, demandScope } from '../api-caller';
import { GoogleApiError, loginRequired } from '../api-error';
import { googleApiVoice } from '../api-voice';
import type { Google } from '../google';
import type { Quota } from '../quota';
import { ANALYTICS, ANALYTICS_MONETARY } from '../scopes';
import type { GooglePerson } from '../people';
import { MONETARY, readReportQuery, type ReportQuery } from './query';
import { report } from './reports';

/** `youtubeanalytics.googleapis.com`, under `/google-analytics/v2/reports` (platforms.md 3.5). */
export function analyticsRoutes(app: FastifyInstance, google: Google, quota: Quota): void {
  void app.register(async (scope) => {
    openApiDoor(scope, google.box, googleApiVoice(google));
    const called = (operation: string) => ({ config: { operation: `youtube.analytics.${operation}` } });
    scope.get('/google-analytics/v2/reports', called('reports'), async (request) => {
      const caller = callerOf(request, google);
      if (!caller.person) throw loginRequired();
      request.apiCall.persona = caller.person.persona.id;
      quota.spend('analytics');
      demandScope(caller, 'youtubeAnalytics.googleapis.com', ANALYTICS);
      const query = readReportQuery(request);
      refuseRetired(google, caller.person, query);
      if (query.metrics.some((metric) => MONETARY.includes(metric))) {
        demandScope(caller, 'youtubeAnalytics.googleapis.com', ANALYTICS_MONETARY);
      }
      return report(google, caller, query);
    });
    scope.all('/google-analytics/*', called('unknown'), async () => {
      throw new GoogleApiError(404, 'notFound', 'Not Found');
    });
  });
}

/** Scripted: YouTube takes a metric away. One such metric fails the whole report, and only the text says why. [K] */
function refuseRetired({ box }: Google, { persona }: GooglePerson, { metrics }: ReportQuery): void {
  const fault = box.faults.take(
    ['retired_metric'],
    { platform: 'google', operation: 'youtube.analytics.reports', persona: persona.id },
    (one) => metrics.includes(one.metric),
  );
  if (!fault) return;
  const message = `Unknown identifier (${fault.metric}) given in field parameters.metrics.`;
  throw new GoogleApiError(400, 'badRequest', message, 'global', { location: ['metrics', 'parameter'] });
}
