import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../locales/en';
import { help } from '../locales/help/en';
import { searchTopics } from './search-topics';
import { topicOfCause, topicOfCode } from './topic-of';
import { isTopic, outsidePages, topics, type HelpTopic } from './topics';

const docs = join(__dirname, '../../../../docs');
const codes = [...readFileSync(join(docs, 'errors.md'), 'utf8').matchAll(/^## (\S+)$/gm)].map(([, code]) => code!);
const openApi = JSON.parse(readFileSync(join(docs, 'openapi.json'), 'utf8')) as {
  components: { schemas: { DiagnosisResponse: { properties: { cause: { enum: string[] } } } } };
};
const causes = openApi.components.schemas.DiagnosisResponse.properties.cause.enum;
const all = Object.keys(topics) as HelpTopic[];

/** Platforms' own pages; a help page sends nobody anywhere else. */
const hosts = [
  'help.instagram.com',
  'www.facebook.com',
  'myaccount.google.com',
  'support.google.com',
  'support.tiktok.com',
];

describe('the help pages', () => {
  it('explain every error that a person can meet (a new code goes into help/topic-of.ts)', () => {
    expect(codes.length).toBeGreaterThan(90);
    expect(codes.filter((code) => !topicOfCode.has(code))).toEqual([]);
    expect([...topicOfCode.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('explain every cause of the doctor, and name it in words', () => {
    expect(Object.keys(topicOfCause).toSorted()).toEqual(causes.toSorted());
    expect(causes.filter((cause) => !(cause in en.doctor))).toEqual([]);
  });

  it('say something, in a few steps each', () => {
    for (const topic of all) {
      const { title, text, steps } = help[topic];
      expect([topic, title.length > 5, text.length > 20]).toEqual([topic, true, true]);
      expect([topic, steps.length >= 2 && steps.length <= 6]).toEqual([topic, true]);
    }
  });

  it('link to pages that exist: to one another, and to the platforms alone', () => {
    const related = all.flatMap((topic) => (topics[topic].related ?? []).map((other) => [topic, other] as const));
    expect(related.filter(([topic, other]) => !isTopic(other) || other === topic)).toEqual([]);
    const used = new Set(all.flatMap((topic) => topics[topic].outside ?? []));
    expect(Object.keys(outsidePages).filter((name) => !used.has(name as never))).toEqual([]);
    for (const address of Object.values(outsidePages)) {
      const { protocol, host } = new URL(address);
      expect([protocol, hosts.includes(host)]).toEqual(['https:', true]);
    }
  });

  it('are found by words in any order, and by the code of an error', () => {
    expect(searchTopics(help, 'marketplace invite')).toContain('marketplace');
    expect(searchTopics(help, 'oauth.instagram_no_page')).toEqual(['facebook-page']);
    expect(searchTopics(help, '')).toHaveLength(all.length);
    expect(searchTopics(help, 'xylophone')).toEqual([]);
  });
});
