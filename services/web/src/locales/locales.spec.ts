import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { de } from './de';
import { deErrors } from './de-errors';
import { en } from './en';
import { help as helpDe } from './help/de';
import { help as helpEn } from './help/en';

/** Every text by its path, lists as their single sentences. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}
const pathsOf = (value: unknown) =>
  texts(value)
    .map(([path]) => path)
    .toSorted();
const gaps = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name!).toSorted();

describe.each([
  ['the app', en, de],
  ['the help pages', helpEn, helpDe],
])('%s in German', (_, english, german) => {
  it('has every text that English has, and no other', () => {
    expect(pathsOf(german)).toEqual(pathsOf(english));
  });

  it('says something everywhere, and fills in the same things', () => {
    const translated = new Map(texts(german));
    const wrong = texts(english).filter(([path, text]) => {
      const own = translated.get(path) ?? '';
      return (text !== '' && own.trim() === '') || gaps(own).join() !== gaps(text).join();
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('is no copy: a sentence of some words is another one', () => {
    const english6 = new Map(texts(english).filter(([, text]) => text.split(' ').length > 5));
    expect(texts(german).filter(([path, text]) => english6.get(path) === text)).toEqual([]);
  });
});

describe('the errors of the services', () => {
  it('are known in German, each by its code', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/errors.md'), 'utf8');
    const codes = [...page.matchAll(/^## (\S+)$/gm)].map(([, code]) => code!);
    expect(Object.keys(deErrors).toSorted()).toEqual(codes.toSorted());
  });
});
