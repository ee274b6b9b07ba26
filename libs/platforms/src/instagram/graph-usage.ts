import { z } from 'zod';
import type { RateUsage } from '../capabilities/client-options';
import type { HttpReply } from '../http/platform-http';

const percent = z.coerce.number().nonnegative().catch(0);
const figures = { call_count: percent, total_time: percent, total_cputime: percent };
const appUsage = z.object(figures);
const businessUsage = z.record(
  z.string(),
  z.array(z.object({ ...figures, estimated_time_to_regain_access: z.coerce.number().nonnegative().catch(0) })),
);

/** Meta, Rate limits: `X-App-Usage` and `X-Business-Use-Case-Usage`. Headers that cannot be read are left out. */
export function graphUsage(headers: HttpReply['headers'], now: Date): readonly RateUsage[] {
  const usages: RateUsage[] = [];
  const app = appUsage.safeParse(jsonHeader(headers['x-app-usage']));
  if (app.success) {
    usages.push({ api: 'instagram', scope: 'app', subjectId: null, percent: largest(app.data), regainAt: null });
  }
  const business = businessUsage.safeParse(jsonHeader(headers['x-business-use-case-usage']));
  for (const [subjectId, entries] of Object.entries(business.success ? business.data : {})) {
    for (const entry of entries) {
      // Documented in minutes, unlike every other time of the Graph API.
      const minutes = entry.estimated_time_to_regain_access;
      const regainAt = minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : null;
      usages.push({ api: 'instagram', scope: 'account', subjectId, percent: largest(entry), regainAt });
    }
  }
  return usages;
}

/** The latest moment that any of the limits names. */
export function latestRegain(usages: readonly RateUsage[]): Date | null {
  const times = usages.flatMap((usage) => (usage.regainAt ? [usage.regainAt.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

function largest(entry: z.infer<typeof appUsage>): number {
  return Math.max(entry.call_count, entry.total_time, entry.total_cputime);
}

function jsonHeader(value: string | string[] | undefined): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
