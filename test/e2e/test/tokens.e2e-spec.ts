import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../src/doors/wait';
import { Story, type SystemStatus } from '../src';
import { connectedCreator, type Influencer } from '../src/journeys/people';
import { crawl, peopleOf } from '../src/leaks/crawl';
import { canaries, canaryTexts } from '../src/leaks/canary';
import { folderPlace, kafkaPlace, postgresPlace, type Place } from '../src/leaks/places';
import { filesBelow, fingerprintOf, searchForTokens, type Finding } from '../src/leaks/token-search';

/**
 * Run after all other files of its kind (see search-last.js): what the other stories left behind is searched too.
 */
describe('no token outside the vault (VK-05)', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  const recording = process.env['CONNECT_HTTP_RECORDING'] ?? '';
  /** What somebody typed into our own door: it passes the wire, and may be kept nowhere else. */
  const typed = canaries('a form');
  let status: SystemStatus & { processes: { name: string }[] };
  let places: Place[] = [];
  let findings: Finding[] = [];
  /** How many answers of the interface each kind of person got. */
  let answered: Record<string, number> = {};

  beforeAll(async () => {
    must(
      home && recording,
      'the search is given a started system and what passed its doors (run it through `npm test`)',
    );
    status = JSON.parse(readFileSync(process.env['CONNECT_STATUS_FILE'] ?? '', 'utf8')) as typeof status;
    const story = await Story.begin(status);
    let topics: string[];
    let creator: Influencer | undefined;
    try {
      const admin = await story.admin();
      for (const [platform, persona, name] of [
        ['tiktok', 'tiktok-korea', 'TikTok korea'],
        ['instagram', 'creator-other-profile', 'Creator Other-Profile'],
      ] as const) {
        const { account, influencer } = await connectedCreator(story, admin, platform, persona, name);
        await story.event('ProfileCollected', account.id);
        creator = influencer;
      }
      const password = typed.flatMap(({ token }) => canaryTexts(token).map(({ text }) => text)).join(' ');
      await story.visitor().refusal('POST', '/v1/sessions', { email: 'nobody@example.com', password });
      expect(await story.sandbox.leaks()).toEqual([]);
      answered = await crawl(await peopleOf(story, creator!));
      topics = [...new Set(story.tap.events.map(({ topic }) => topic))];
    } finally {
      await story.end();
    }
    const hostFile = (name: string, hostname?: string) => {
      const { host, port } = new URL(status.addresses[name] ?? '');
      return new RegExp(`/${hostname ? `${hostname}-${port}` : host.replace(':', '-')}\\.http$`);
    };
    places = [
      await postgresPlace(home),
      await kafkaPlace(home, topics),
      folderPlace(
        'process logs',
        join(home, 'logs'),
        // The runner writes to its terminal, and the guardian hands its servers' words to their own files.
        status.processes
          .filter(({ name }) => name !== 'runner' && name !== 'guardian')
          .map(({ name }) => new RegExp(`/${name}\\.log$`)),
      ),
      folderPlace('mails', join(home, 'mail'), [/\.eml$/]),
      folderPlace('recorded HTTP', recording, [
        ...['gateway', 'mail', 'sandbox'].map((name) => hostFile(name)),
        ...['facebook.localhost', 'tiktok.localhost'].map((hostname) => hostFile('sandbox', hostname)),
      ]),
    ];
    findings = await searchForTokens(places.map(({ folder }) => folder));
  }, 300_000);

  afterAll(async () => {
    for (const place of places) await place.clear();
  });

  it('searches where databases, WAL, topics, logs, mails and HTTP really are', () => {
    for (const { name, folder, holds } of places) {
      const files = filesBelow(folder).filter((file) => statSync(file, { throwIfNoEntry: false })?.size);
      const missing = holds.filter((pattern) => !files.some((file) => pattern.test(file))).map(String);
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
    expect(places.map(({ name }) => name)).toEqual(['PostgreSQL', 'Kafka', 'process logs', 'mails', 'recorded HTTP']);
    const kept = filesBelow(recording).map((file) => readFileSync(file, 'latin1'));
    const has = (pattern: RegExp) => kept.some((text) => pattern.test(text));
    expect(has(/^location: http:\/\/localhost:\d+\/oauth\/tiktok\/callback\?/m)).toBe(true);
    expect(has(/^location: http:\/\/localhost:\d+\/oauth\/instagram\/callback\?/m)).toBe(true);
    expect(has(/^content-type: application\/problem\+json/m)).toBe(true);
  });

  it('has heard every answer that owners, viewers and creators can get from the interface (VK-06)', () => {
    expect(Object.keys(answered)).toEqual(['owner', 'viewer', 'creator']);
    for (const count of Object.values(answered)) expect(count).toBeGreaterThan(10);
  });

  it('finds the canaries planted in each of these places, in every disguise', () => {
    for (const { name, folder, canaries: planted } of places) {
      for (const { platform, token } of planted) {
        const disguises = new Set(
          findings
            .filter(({ file, fingerprint }) => file.startsWith(folder) && fingerprint === fingerprintOf(token))
            .map(({ encoding }) => encoding),
        );
        expect({ name, platform, disguises }).toEqual({
          name,
          platform,
          disguises: new Set(['plain', 'base64', 'hex']),
        });
      }
    }
    const wal = findings.filter(({ file }) => file.includes('/pg_wal/')).map(({ fingerprint }) => fingerprint);
    expect(wal).toEqual(expect.arrayContaining(places[0]!.canaries.map(({ token }) => fingerprintOf(token))));
  });

  it('finds no other, and what was typed into our door nowhere but on the wire', () => {
    const known = new Set(places.flatMap((place) => place.canaries).map(({ token }) => fingerprintOf(token)));
    const onTheWire = new Set(typed.map(({ token }) => fingerprintOf(token)));
    const foreign = findings.filter(
      ({ file, fingerprint }) => !known.has(fingerprint) && !(onTheWire.has(fingerprint) && file.startsWith(recording)),
    );
    expect(foreign).toEqual([]);
    expect(findings.filter(({ fingerprint }) => onTheWire.has(fingerprint)).length).toBeGreaterThan(0);
  });
});
