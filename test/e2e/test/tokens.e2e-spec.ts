import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../src/doors/wait';
import { Story, type SystemStatus } from '../src';
import type { GatewayDoor } from '../src/doors/gateway';
import { addInfluencer, connectedCreator, copyLink, mailLink, openLink, type Influencer } from '../src/journeys/people';
import { crawl, peopleOf } from '../src/leaks/crawl';
import { canaries, canaryTexts } from '../src/leaks/canary';
import { folderPlace, kafkaPlace, postgresPlace, type Place } from '../src/leaks/places';
import { secretsIn } from '../src/leaks/secret-search';
import { filesBelow, linesBelow } from '../src/leaks/files';
import { fingerprintOf, searchFor, tokensIn, type Finding } from '../src/leaks/token-search';

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
  /** Authorization links that were opened in this story, and where they were found. */
  let links: { copied: string; mailed: string };
  let linkFindings: Finding[] = [];
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
      links = await openedLinks(story, admin);
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
    const folders = places.map(({ folder }) => folder);
    findings = searchFor(tokensIn, folders);
    const secrets = [links.copied, links.mailed, ...places.map(({ linkCanary }) => linkCanary)];
    linkFindings = searchFor(secretsIn(secrets), folders);
  });

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
    const wanted = [
      /^location: http:\/\/localhost:\d+\/oauth\/tiktok\/callback\?/,
      /^location: http:\/\/localhost:\d+\/oauth\/instagram\/callback\?/,
      /^content-type: application\/problem\+json/,
    ];
    const missed = new Set(wanted);
    for (const line of linesBelow([recording])) {
      for (const pattern of missed) if (pattern.test(line)) missed.delete(pattern);
    }
    expect([...missed]).toEqual([]);
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

  describe('and no link that was opened, but where it was handed over (AL-01)', () => {
    const foundOf = (token: string) => linkFindings.filter(({ fingerprint }) => fingerprint === fingerprintOf(token));

    it('finds the ones planted in each of these places, in every disguise, and in no other place', () => {
      for (const { name, folder, linkCanary } of places) {
        const found = foundOf(linkCanary);
        const disguises = new Set(found.map(({ encoding }) => encoding));
        expect({ name, disguises }).toEqual({ name, disguises: new Set(['plain', 'base64', 'hex']) });
        expect(found.filter(({ file }) => !file.startsWith(folder))).toEqual([]);
      }
    });

    it('finds the mailed one in the one mail that it was sent in, the copied one in none', () => {
      const mails = places.find(({ name }) => name === 'mails')!.folder;
      const inMails = (token: string) => foundOf(token).filter(({ file }) => file.startsWith(mails));
      expect(inMails(links.copied)).toEqual([]);
      expect(new Set(inMails(links.mailed).map(({ file }) => file)).size).toBe(1);
    });

    it('finds both nowhere else but on the wire', () => {
      const mails = places.find(({ name }) => name === 'mails')!.folder;
      for (const [name, token] of Object.entries(links)) {
        const elsewhere = foundOf(token).filter(({ file }) => !file.startsWith(recording) && !file.startsWith(mails));
        expect({ name, elsewhere }).toEqual({ name, elsewhere: [] });
      }
    });

    it('finds them on the wire in nothing but the answer to whoever copies, the mail, the opening, and its cookie', () => {
      const kinds = {
        copied: /^\{.*"url":"http[^"]+\/a\/TOKEN".*\}$/,
        opened: /^GET http:\/\/localhost:\d+\/a\/TOKEN$/,
        'set-cookie': /^set-cookie: .*__Host-link=TOKEN; /,
        cookie: /^cookie: (?:.*; )?__Host-link=TOKEN(?:;|$)/,
        'read mail': /^\[\{.*"subject":.*TOKEN/,
      };
      const seen = (token: string) => {
        const kindOf = (line: string) => Object.entries(kinds).find(([, pattern]) => pattern.test(line))?.[0];
        const found = new Set<string>();
        for (const line of linesBelow([recording])) {
          const told = line.replaceAll(token, 'TOKEN');
          if (told !== line) found.add(kindOf(told) ?? told);
        }
        return found;
      };
      expect(seen(links.copied)).toEqual(new Set(['copied', 'opened', 'set-cookie', 'cookie']));
      expect(seen(links.mailed)).toEqual(new Set(['read mail', 'opened', 'set-cookie', 'cookie']));
    });
  });
});

/** One link that was copied and one that was mailed, each opened, begun and proven by its person. */
async function openedLinks(story: Story, admin: GatewayDoor): Promise<{ copied: string; mailed: string }> {
  const creator = await addInfluencer(story, admin, 'searched-links');
  const tokenOf = (url: string) => /\/a\/([\w-]{43})$/.exec(url)?.[1] ?? '';
  const opened = async (url: string) => {
    await openLink(story, story.visitor(), url, creator.email);
    return tokenOf(url);
  };
  const copied = await opened(await copyLink(admin, creator, 'tiktok'));
  const mailed = await opened(await mailLink(story, admin, creator, 'tiktok'));
  must(copied && mailed, 'both links hold a token');
  return { copied, mailed };
}
