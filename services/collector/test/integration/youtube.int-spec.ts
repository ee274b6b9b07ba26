import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { tablesWith } from '@creator-connect/persistence/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { aWhile, CollectorFixture, type Creator } from './support/fixture';

type Metrics = { name: string; value: number }[];

describe('the collection of a YouTube channel', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(() => fixture.sandbox.reset());
  afterAll(() => fixture?.stop());

  const aCreator = async (persona = 'youtube-creator'): Promise<Creator> => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    await fixture.authorizeYouTube(creator.accountId, persona);
    await fixture.tellState(creator, { from: 'NON_AUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 1);
    return creator;
  };
  const metricsOf = (events: Record<string, unknown>[]): Set<string> =>
    new Set(events.flatMap((event) => (event['metrics'] as Metrics).map(({ name }) => name)));

  it('stores and publishes the channel, every video with its figures, and the audience', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const posts = await fixture.published('PostCollected', creator);
    expect(new Set(posts.map((post) => post['platformPostId'])).size).toBe(posts.length);
    // More than fit on one page; private and unlisted ones are nobody's business.
    expect(posts.length).toBeGreaterThan(50);
    expect(posts[0]).toMatchObject({ ...creator, platform: 'youtube', grantVersion: 1, kind: 'video' });
    expect(posts[0]!['permalink']).toMatch(/^https:\/\/www\.youtube\.com\//);
    // Public counts come with the video, the rest only from the reports that the person allowed.
    expect([...metricsOf(posts)]).toEqual(
      expect.arrayContaining(['views', 'likes', 'comments', 'shares', 'estimatedMinutesWatched']),
    );
    const [profile] = await fixture.published('ProfileCollected', creator);
    expect(profile).toMatchObject({ platform: 'youtube', handle: 'sandbox.creator' });
    expect([...metricsOf([profile!])]).toEqual(expect.arrayContaining(['followers', 'posts']));
    const audience = await fixture.published('AudienceCollected', creator);
    expect(audience.length).toBeGreaterThan(0);

    await fixture.runAgain(creator);
    await fixture.collected(creator);
    expect(await fixture.published('PostCollected', creator)).toHaveLength(posts.length);
  });

  it('keeps and tells nothing that YouTube says beyond what was asked: private fields are in no store (PR-05)', async () => {
    const text = `canary${newId()}`;
    await fixture.sandbox.fault({
      platform: 'google',
      operation: 'youtube.*',
      kind: 'private_fields',
      text,
      times: null,
    });
    const creator = await aCreator();
    await fixture.collected(creator);
    for (const operation of ['youtube.channels', 'youtube.videos', 'youtube.analytics.reports']) {
      const told = (await fixture.sandbox.calls(operation)).map(({ fault }) => fault);
      expect([operation, told]).toEqual([operation, expect.arrayContaining(['private_fields'])]);
    }
    expect((await fixture.published('PostCollected', creator)).length).toBeGreaterThan(50);
    expect(await tablesWith(fixture.service.database, text)).toEqual([]);
  });

  it('says of each stage that it is at work, of the audience too', async () => {
    const slow = { platform: 'google', operation: 'youtube.analytics.reports', kind: 'latency', milliseconds: 400 };
    await fixture.sandbox.fault({ ...slow, times: 50 });
    const creator = await aCreator();
    const told = new Set<string>();
    const path = `/v1/social-accounts/${creator.accountId}/collections`;
    await until(
      'the run is over',
      async () => {
        const { body } = await fixture.call(org.viewer, 'GET', path);
        const { profile, posts, audience } = (body['progress'] ?? {}) as Record<string, string & { stage: string }>;
        told.add([profile, posts?.stage, audience].join(', '));
        return body['lastCollectedAt'] != null;
      },
      60_000,
    );
    expect([...told]).toEqual(
      expect.arrayContaining(['done, running, waiting', 'done, done, running', 'done, done, done']),
    );
  });

  it('stops within five seconds of a revocation between the calls of one page (PR-04)', async () => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    const { ends } = fixture.watchRuns(creator);
    const slow = { platform: 'google', operation: 'youtube.analytics.reports', kind: 'latency', milliseconds: 9_000 };
    await fixture.sandbox.fault({ ...slow, platform: 'google', times: 50 });
    await fixture.authorizeYouTube(creator.accountId, 'youtube-creator');
    await fixture.tellState(creator, { from: 'NON_AUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 1);
    await until(
      'the videos are listed',
      async () => (await fixture.sandbox.calls('youtube.videos')).length > 0,
      20_000,
    );

    const revoked = { from: 'AUTHENTICATED', to: 'NON_AUTH', platform: 'youtube' } as const;
    await fixture.tellState(creator, { ...revoked, cause: 'revoked_by_person' }, 2);
    await expect(Promise.race([ends[0], aWhile(5_000)])).resolves.toBe('stopped');
    const mark = await fixture.sandbox.mark();
    const late = () => fixture.sandbox.calls('youtube.analytics.reports', mark);
    await until('YouTube has its answer ready', async () => (await late()).length > 0, 20_000);
    expect(await late()).toHaveLength(1);
    expect(await fixture.published('PostCollected', creator)).toEqual([]);
    expect(ends).toHaveLength(1);
  });

  it('goes without a metric that YouTube has retired', async () => {
    await fixture.sandbox.fault({ platform: 'google', kind: 'retired_metric', metric: 'shares' });
    const creator = await aCreator();
    await fixture.collected(creator);
    const posts = await fixture.published('PostCollected', creator);
    expect(posts.length).toBeGreaterThan(50);
    expect(metricsOf(posts)).toContain('views');
    expect(metricsOf(posts)).not.toContain('shares');
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);
  });

  it('waits for midnight in California when the quota is used up, and accuses no token', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const reason = 'quotaExceeded';
    await fixture.sandbox.fault({ platform: 'google', operation: 'youtube.channels', kind: 'throttle', reason });
    await fixture.runAgain(creator);
    await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    const { status, due_at: due } = await fixture.feed(creator);
    expect(status).toBe('open');
    const california = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      hour: 'numeric',
      hour12: false,
    });
    expect(Number(california.format(due)) % 24).toBe(0);
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);
    const metrics = await fixture.service.call('GET', '/metrics');
    expect(metrics.text).toContain('platform_allowance_used_percent{api="youtube",bucket="units"} 100');
  });

  it('tells that a token was refused, and lowers nothing itself', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await fixture.sandbox.does('youtube-creator', 'expire-access-token');
    await fixture.runAgain(creator);
    await until(
      'the refusal is told',
      async () => (await fixture.published('TokenRejected', creator)).length > 0,
      20_000,
    );
    expect((await fixture.published('TokenRejected', creator))[0]).toMatchObject({
      platform: 'youtube',
      grantVersion: 1,
    });
    expect((await fixture.feed(creator)).status).toBe('open');
  });

  describe('that is not authenticated', () => {
    const aChannel = async (handle: string): Promise<Creator> => {
      const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
      fixture.platformIds.set(creator.accountId, await fixture.channelId(handle));
      const added = { from: 'NON_AUTH', to: 'NON_AUTH', platform: 'youtube', tracked: true } as const;
      await fixture.tellState(creator, { ...added, cause: 'added_by_admin' }, 1);
      return creator;
    };

    const daily = async (creator: Creator) =>
      (await fixture.call(org.viewer, 'GET', `/v1/social-accounts/${creator.accountId}/metrics/daily?days=60`))
        .body as {
        gaps: { cause: string }[];
        series: { name: string; points: { value: number | null; gap: string | null }[] }[];
      };
    const deletions = (creator: Creator) => fixture.published('CollectedDataDeleted', creator);

    it('is collected with the installation’s key: public figures, and nothing that a grant opens', async () => {
      const creator = await aChannel('sandbox.creator');
      await fixture.collected(creator);
      const posts = await fixture.published('PostCollected', creator);
      expect(posts.length).toBeGreaterThan(50);
      expect(posts[0]).toMatchObject({ platform: 'youtube', source: 'youtube_public', grantVersion: 0 });
      expect([...metricsOf(posts)].toSorted()).toEqual(['comments', 'likes', 'views']);
      const [profile] = await fixture.published('ProfileCollected', creator);
      expect(profile).toMatchObject({ handle: 'sandbox.creator', source: 'youtube_public' });
      expect(await fixture.published('AudienceCollected', creator)).toEqual([]);
      expect((await fixture.sandbox.leaks()).filter(({ documented }) => !documented)).toEqual([]);

      await fixture.runAgain(creator);
      await fixture.collected(creator);
      expect(await fixture.published('PostCollected', creator)).toHaveLength(posts.length);
    });

    it('says of each record that it is public, as those of a grant say that they are from it', async () => {
      const [open, granted] = [await aChannel('sandbox.creator'), await aCreator()];
      for (const [creator, provenance] of [
        [open, 'public'],
        [granted, 'own_grant'],
      ] as const) {
        await fixture.collected(creator);
        for (const table of ['profiles', 'posts']) {
          const rows = await fixture.service.database.query<{ provenance: string }>(
            `SELECT DISTINCT provenance FROM collector.${table} WHERE account_id = $1`,
            [creator.accountId],
          );
          expect([table, rows]).toEqual([table, [{ provenance }]]);
        }
        const shown = async (what: string) =>
          (await fixture.call(org.viewer, 'GET', `/v1/social-accounts/${creator.accountId}/${what}`)).body;
        expect(await shown('profile')).toMatchObject({ provenance });
        const { items } = (await shown('posts')) as { items: { provenance: string }[] };
        expect(new Set(items.map((post) => post.provenance))).toEqual(new Set([provenance]));
      }
    });

    it('goes on with public figures when its authorization lapses, and with all of them after the next one', async () => {
      const creator = await aCreator();
      fixture.platformIds.set(creator.accountId, fixture.leases.get(creator.accountId)!.platformAccountId);
      await fixture.collected(creator);
      const sources = async (type: string) => (await fixture.published(type, creator)).map((event) => event['source']);
      const lapsed = { from: 'AUTHENTICATED', to: 'REAUTH', platform: 'youtube', tracked: true } as const;
      fixture.leases.delete(creator.accountId);
      await fixture.tellState(creator, { ...lapsed, cause: 'refresh_token_dead' }, 2);
      await until(
        'the public run is over',
        async () => (await sources('ProfileCollected')).includes('youtube_public'),
        20_000,
      );
      await fixture.collected(creator);
      const metrics = await fixture.service.database.query<{ metrics: object }>(
        'SELECT metrics FROM collector.posts WHERE account_id = $1 LIMIT 1',
        [creator.accountId],
      );
      // What the grant told stays for thirty days.
      expect(Object.keys(metrics[0]!.metrics)).toEqual(expect.arrayContaining(['views', 'estimatedMinutesWatched']));

      await fixture.authorizeYouTube(creator.accountId, 'youtube-creator');
      await fixture.tellState(creator, { from: 'REAUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 3);
      await until(
        'the run with the grant is over',
        async () => (await sources('ProfileCollected')).at(-1) === 'youtube_data',
        20_000,
      );
    });

    describe('for thirty days (PR-06)', () => {
      const names = async ({ accountId }: Creator): Promise<string[]> => {
        const rows = await fixture.service.database.query<{ name: string }>(
          `SELECT DISTINCT name FROM collector.posts, jsonb_object_keys(metrics) AS name WHERE account_id = $1`,
          [accountId],
        );
        return rows.map(({ name }) => name);
      };
      /** How much is left that only the grant tells: of videos, over time, and breakdowns of the audience. */
      const ofGrant = async (creator: Creator) => {
        const [row] = await fixture.service.database.query<{ history: number; audiences: number }>(
          `SELECT (SELECT count(*) FROM collector.metric_history
                    WHERE account_id = $1 AND name = 'estimatedMinutesWatched')::int AS history,
                  (SELECT count(*) FROM collector.audiences WHERE account_id = $1)::int AS audiences`,
          [creator.accountId],
        );
        const videos = (await names(creator)).includes('estimatedMinutesWatched');
        return { videos, history: row!.history > 0, audiences: row!.audiences > 0 };
      };
      const all = { videos: true, history: true, audiences: true };
      const nothing = { videos: false, history: false, audiences: false };
      const lapse = async (creator: Creator, version: number) => {
        fixture.leases.delete(creator.accountId);
        const change = { from: 'AUTHENTICATED', to: 'REAUTH', platform: 'youtube', tracked: true } as const;
        await fixture.tellState(creator, { ...change, cause: 'refresh_token_dead' }, version);
      };
      /** Collected for ten days with the grant, which ended; then with the key of the installation. */
      const aLapsed = async (): Promise<Creator> => {
        const creator = await aCreator();
        fixture.platformIds.set(creator.accountId, fixture.leases.get(creator.accountId)!.platformAccountId);
        await fixture.collected(creator);
        await fixture.daysPass(creator, 10);
        await fixture.nextTurn(creator);
        await lapse(creator, 2);
        await fixture.nextTurn(creator);
        return creator;
      };

      it('keeps what the grant told for 29 days, then deletes it, says so, and shows it as a gap with its cause', async () => {
        const creator = await aLapsed();
        const before = await fixture.published('PostCollected', creator);
        const videos = new Set(before.map((event) => event['platformPostId'])).size;
        await fixture.daysPass(creator, 29);
        await fixture.nextTurn(creator);
        expect(await ofGrant(creator)).toEqual(all);
        expect(await deletions(creator)).toEqual([]);

        const told = (await fixture.published('PostCollected', creator)).length;
        await fixture.daysPass(creator, 1);
        await fixture.nextTurn(creator);
        expect(await ofGrant(creator)).toEqual(nothing);
        expect(await deletions(creator)).toMatchObject([{ scope: 'all', reason: 'grant_outlived' }]);
        // What anybody can see is there at once, and told to those who deleted it.
        expect((await names(creator)).toSorted()).toEqual(['comments', 'likes', 'views']);
        const again = (await fixture.published('PostCollected', creator)).slice(told);
        expect(new Set(again.map((event) => event['platformPostId'])).size).toBe(videos);
        expect(new Set(again.map((event) => event['source']))).toEqual(new Set(['youtube_public']));

        const shown = await daily(creator);
        expect(shown.gaps.filter(({ cause }) => cause === 'grant_outlived')).toHaveLength(1);
        const views = shown.series.find(({ name }) => name === 'post_views')!.points;
        expect(views.at(-1)).toMatchObject({ value: expect.any(Number), gap: null });
        const days = views.filter(({ gap }) => gap === 'grant_outlived');
        expect(days.length).toBeGreaterThanOrEqual(8);
        expect(days.filter(({ value }) => value !== null)).toEqual([]);
        await fixture.nextTurn(creator);
        expect(await deletions(creator)).toHaveLength(1);
      });

      it('keeps all of it when the owner authenticates on day 29', async () => {
        const creator = await aLapsed();
        await fixture.daysPass(creator, 29);
        await fixture.authorizeYouTube(creator.accountId, 'youtube-creator');
        await fixture.tellState(creator, { from: 'REAUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 3);
        await fixture.nextTurn(creator);
        await fixture.daysPass(creator, 2);
        await fixture.nextTurn(creator);
        expect(await ofGrant(creator)).toEqual(all);
        // The thirty days begin anew.
        await lapse(creator, 4);
        await fixture.nextTurn(creator);
        expect(await ofGrant(creator)).toEqual(all);
        expect(await deletions(creator)).toEqual([]);
      });

      it('counts from the last look at the grant where its owner had paused', async () => {
        const creator = await aCreator();
        fixture.platformIds.set(creator.accountId, fixture.leases.get(creator.accountId)!.platformAccountId);
        await fixture.collected(creator);
        const stands = { from: 'AUTHENTICATED', to: 'AUTHENTICATED', platform: 'youtube' } as const;
        await fixture.tellState(creator, { ...stands, paused: true, cause: 'paused_by_person' }, 2);
        await fixture.daysPass(creator, 40);
        await lapse(creator, 3);
        await fixture.nextTurn(creator);
        expect(await deletions(creator)).toEqual([]);
        await fixture.daysPass(creator, 30);
        await fixture.nextTurn(creator);
        expect(await deletions(creator)).toHaveLength(1);
      });

      it('goes in its time from an account that its owner paused before the grant ended, and not while the grant stands', async () => {
        const creator = await aCreator();
        await fixture.collected(creator);
        const paused = { platform: 'youtube', paused: true, tracked: false } as const;
        const pause = { ...paused, from: 'AUTHENTICATED', to: 'AUTHENTICATED', cause: 'paused_by_person' } as const;
        await fixture.tellState(creator, pause, 2);
        await fixture.daysPass(creator, 40);
        expect((await fixture.feed(creator)).due_at).toBeNull();
        const end = { ...paused, from: 'AUTHENTICATED', to: 'REAUTH', cause: 'refresh_token_dead' } as const;
        await fixture.tellState(creator, end, 3);
        await until('its time is known', async () => (await fixture.feed(creator)).due_at !== null, 20_000);
        expect(await ofGrant(creator)).toEqual(all);
        await fixture.daysPass(creator, 30);
        await fixture.dueNow(creator);
        await until('the deletion is told', async () => (await deletions(creator)).length > 0, 20_000);
        expect(await ofGrant(creator)).toEqual(nothing);
        expect(await deletions(creator)).toMatchObject([{ scope: 'all', reason: 'grant_outlived' }]);
        expect((await fixture.feed(creator)).due_at).toBeNull();
      });

      it('goes as well where YouTube fails to answer with a grant that stands', async () => {
        const creator = await aCreator();
        await fixture.collected(creator);
        await fixture.daysPass(creator, 31);
        const failing = { platform: 'google', operation: 'youtube.channels', kind: 'status', status: 503 };
        await fixture.sandbox.fault({ ...failing, times: 50 });
        await fixture.dueNow(creator);
        await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
        // The first failure may be one alone.
        expect(await deletions(creator)).toEqual([]);
        await fixture.dueNow(creator);
        await until('the deletion is told', async () => (await deletions(creator)).length > 0, 20_000);
        expect(await ofGrant(creator)).toEqual(nothing);
      });
    });

    describe('and never was (PR-06)', () => {
      const held = async ({ accountId }: Creator) => {
        const [row] = await fixture.service.database.query<{ history: number; profiles: number; told: number }>(
          `SELECT (SELECT count(*) FROM collector.metric_history WHERE account_id = $1)::int AS history,
                  (SELECT count(*) FROM collector.profiles WHERE account_id = $1)::int AS profiles,
                  (SELECT count(*) FROM collector.posts WHERE account_id = $1 AND metrics <> '{}')::int AS told`,
          [accountId],
        );
        return row!;
      };
      const nothing = { history: 0, profiles: 0, told: 0 };
      const noVideos = { platform: 'google', operation: 'youtube.videos', kind: 'status', status: 503 } as const;
      /** A turn that fails, to its end. */
      const failed = async (creator: Creator) => {
        await fixture.dueNow(creator);
        await until(
          'the failed run is noted',
          async () => {
            const { last_error: error, waits } = await fixture.feed(creator);
            return error !== null && waits;
          },
          20_000,
        );
      };

      it('keeps public figures as long as YouTube tells them again', async () => {
        const creator = await aChannel('sandbox.creator');
        await fixture.collected(creator);
        const { history } = await held(creator);
        for (let turn = 0; turn < 2; turn += 1) {
          await fixture.daysPass(creator, 29);
          await fixture.nextTurn(creator);
        }
        // Two months without a turn, and YouTube answers the first question.
        await fixture.daysPass(creator, 60);
        await fixture.nextTurn(creator);
        expect((await held(creator)).history).toBeGreaterThanOrEqual(history);
        expect(await deletions(creator)).toEqual([]);
      });

      it('deletes public figures thirty days after YouTube told them last, says so once, and shows it as a gap with its cause', async () => {
        const creator = await aChannel('sandbox.brand.kitchen');
        await fixture.collected(creator);
        await fixture.daysPass(creator, 10);
        await fixture.nextTurn(creator);
        await fixture.sandbox.fault({
          platform: 'google',
          operation: 'youtube.channels',
          kind: 'status',
          status: 503,
          times: null,
        });
        await failed(creator);
        await fixture.daysPass(creator, 29);
        await failed(creator);
        expect((await held(creator)).history).toBeGreaterThan(0);

        await fixture.daysPass(creator, 1);
        await failed(creator);
        expect(await held(creator)).toEqual(nothing);
        expect(await deletions(creator)).toMatchObject([{ scope: 'all', reason: 'not_told_again' }]);
        await failed(creator);
        await fixture.sandbox.clearFaults();
        await fixture.dueNow(creator);
        await fixture.collected(creator);
        expect((await held(creator)).told).toBeGreaterThan(0);
        expect(await deletions(creator)).toHaveLength(1);
        const { gaps } = await daily(creator);
        expect(gaps.filter(({ cause }) => cause === 'not_told_again')).toHaveLength(1);
      });

      it('counts from what YouTube told last, though no reading came to its end since', async () => {
        const creator = await aChannel('sandbox.creator');
        await fixture.collected(creator);
        const { told } = await held(creator);
        await fixture.sandbox.fault({ ...noVideos, times: null });
        await failed(creator);
        await fixture.daysPass(creator, 29);
        await failed(creator);
        await fixture.daysPass(creator, 2);
        await failed(creator);
        expect(await held(creator)).toMatchObject({ profiles: 1, told });
        expect(await deletions(creator)).toEqual([]);
      });

      it.each([
        ['was read as a whole', false],
        ['was never read to the end', true],
      ])(
        'deletes the public figures of a paused channel that %s thirty days after YouTube told them last',
        async (_, breaksOff) => {
          if (breaksOff) await fixture.sandbox.fault({ ...noVideos, skip: 1, times: null });
          const creator = await aChannel('sandbox.creator');
          await (breaksOff ? failed(creator) : fixture.collected(creator));
          expect((await fixture.feed(creator)).collected).toBe(!breaksOff);
          const pause = {
            from: 'NON_AUTH',
            to: 'NON_AUTH',
            platform: 'youtube',
            paused: true,
            tracked: false,
          } as const;
          await fixture.tellState(creator, { ...pause, cause: 'paused_by_person' }, 2);
          await until('its time is known', async () => (await fixture.feed(creator)).due_at !== null, 20_000);
          const before = await held(creator);
          expect(before.profiles).toBe(1);
          expect(before.told).toBeGreaterThan(0);
          await fixture.daysPass(creator, 30);
          await fixture.dueNow(creator);
          await until('the deletion is told', async () => (await deletions(creator)).length > 0, 20_000);
          expect(await held(creator)).toEqual(nothing);
          expect((await fixture.feed(creator)).due_at).toBeNull();
        },
      );
    });

    it('is closed once its owner took the permission back', async () => {
      const creator = await aChannel('sandbox.brand.kitchen');
      await fixture.collected(creator);
      const revoked = { from: 'AUTHENTICATED', to: 'NON_AUTH', platform: 'youtube', tracked: false } as const;
      await fixture.tellState(creator, { ...revoked, cause: 'revoked_by_person' }, 2);
      expect((await fixture.feed(creator)).status).toBe('closed');
    });

    it('that is closed or suspended meanwhile waits, and accuses no token', async () => {
      const creator = await aChannel('sandbox.brand.travel');
      await fixture.collected(creator);
      await fixture.sandbox.does('youtube-brand-account', 'close-channel');
      await fixture.runAgain(creator);
      await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
      expect(await fixture.feed(creator)).toMatchObject({ status: 'open', waits: true });
      expect(await fixture.published('TokenRejected', creator)).toEqual([]);
    });
  });

  it('parks nothing of all this', async () => {
    expect(await fixture.service.parked()).toBe(0);
  });
});
