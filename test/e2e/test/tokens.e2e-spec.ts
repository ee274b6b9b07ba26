import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Story, type SystemStatus } from '../src';
import { connectedCreator } from '../src/journeys/people';
import { encodingsWithTokens, searchForTokens } from '../src/leaks/token-search';

const token = () => `rft.${randomBytes(40).toString('base64url')}!${randomBytes(3).toString('base64url')}.va`;

describe('no token outside the vault (VK-05)', () => {
  const home = process.env['CONNECT_HOME'];
  const planted = mkdtempSync(join(tmpdir(), 'planted-'));

  afterAll(() => rmSync(planted, { recursive: true }));

  it.each([
    ['plain', (canary: string) => `before ${canary} after`, 'plain'],
    ['URL-encoded', (canary: string) => `?token=${encodeURIComponent(canary).replaceAll('!', '%21')}&x=1`, 'plain'],
    ['base64', (canary: string) => Buffer.from(`xx${canary}yy`).toString('base64'), 'base64'],
    ['base64url', (canary: string) => Buffer.from(`x${canary}`).toString('base64url'), 'base64'],
    ['hex', (canary: string) => Buffer.from(canary).toString('hex'), 'hex'],
  ])('finds a planted canary that is %s', (_how, hide, encoding) => {
    expect(encodingsWithTokens(hide(token()))).toContain(encoding);
    expect(encodingsWithTokens(hide('an ordinary text of some length, with nothing secret in it at all'))).toEqual([]);
  });

  it('finds none in databases, WAL, topics, logs and mails of a system that has connected creators', async () => {
    if (!home) throw new Error('The search needs the home of a started system: run it through `npm test`');
    const status = JSON.parse(readFileSync(process.env['CONNECT_STATUS_FILE'] ?? '', 'utf8')) as SystemStatus;
    const story = await Story.begin(status);
    try {
      const admin = await story.admin();
      for (const [platform, persona, name] of [
        ['tiktok', 'tiktok-korea', 'TikTok korea'],
        ['instagram', 'creator-other-profile', 'Creator Other-Profile'],
      ] as const) {
        const { account } = await connectedCreator(story, admin, platform, persona, name);
        await story.event('ProfileCollected', account.id);
      }
    } finally {
      await story.end();
    }
    const folders = ['postgres', 'kafka', 'logs', 'mail'].map((name) => join(home, name));
    // The search itself is proved on the very place it searches.
    writeFileSync(join(planted, 'canary'), token());
    expect(await searchForTokens([planted])).toHaveLength(1);
    expect(await searchForTokens(folders)).toEqual([]);
  });
});
