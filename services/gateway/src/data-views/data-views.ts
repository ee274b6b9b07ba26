import { UnitOfWork } from '@creator-connect/persistence';
import type { Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { DataViewRepository, type DataView, type ViewerRole } from './persistence/data-view.repository';
import { shownAt } from './shown-data';

/** Beyond this many the memory starts anew; what was noted before is noted again, which changes nothing. */
const mostRemembered = 50_000;

/**
 * Notes which member or API key looked at whose data. The first look of a day costs one statement before the answer goes out,
 * so that nothing is shown of which no note stands; every further one costs nothing. Downloads are counted one by one.
 */
@Injectable()
export class DataViews {
  private readonly noted = new Set<string>();
  private day = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DataViewRepository,
  ) {}

  /** What must be noted before a success is answered; undefined: nothing, or it stands there already. */
  due(identity: Identity | undefined, url: string): (() => Promise<void>) | undefined {
    const noted = this.remembered();
    const views = viewsOf(identity, url).filter((view) => view.area === 'export' || !noted.has(keyOf(view)));
    const [first] = views;
    if (!first) return undefined;
    return async () => {
      await this.unitOfWork.tenant(first.organisationId, async (tx) => {
        for (const view of views) await this.repository.add(tx, view);
      });
      for (const view of views) if (view.area !== 'export') this.noted.add(keyOf(view));
    };
  }

  private remembered(): Set<string> {
    const today = new Date().toISOString().slice(0, 10);
    if (today !== this.day || this.noted.size >= mostRemembered) this.noted.clear();
    this.day = today;
    return this.noted;
  }
}

const keyOf = ({ viewerId, viewerRole, subjectId, area }: DataView) => `${viewerId} ${viewerRole} ${subjectId} ${area}`;

function viewsOf(identity: Identity | undefined, url: string): DataView[] {
  const viewerRole: ViewerRole | undefined =
    identity?.kind === 'api_key' ? 'api_key' : identity?.kind === 'member' ? identity.role : undefined;
  if (!identity?.org || !viewerRole) return [];
  const { org: organisationId, sub: viewerId } = identity;
  return shownAt(url).map(({ of, id, area }) => ({
    organisationId,
    viewerId,
    viewerRole,
    of,
    subjectId: id ?? organisationId,
    area,
  }));
}
