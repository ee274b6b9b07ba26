import { pretendsToBePlatform } from './organisation-name';

describe('the name of an organisation (AL-07)', () => {
  it.each([
    'Instagram',
    'Instagram Support',
    'the T I K T O K team',
    'Face-book',
    'Y0uTube',
    'lnstagram',
    'Inst\u0430gram',
    '\u0422\u0456k\u0422ok Security',
    'Gооgle',
    'Fácebook',
    'Ｉｎｓｔａｇｒａｍ',
    'Insta\u200bgram',
    'Meta',
    'M\u0435ta',
    'Creator Connect',
  ])('is none that a platform has, nor one that looks like it: %s', (name) => {
    expect(pretendsToBePlatform(name)).toBe(true);
  });

  it.each([
    'Bright Agency',
    'Metabolic Media',
    'North & South',
    'Agentur Müller',
    'Агентство Север',
    '東京エージェンシー',
    '50 Faces, 1 Book',
  ])('is free otherwise: %s', (name) => {
    expect(pretendsToBePlatform(name)).toBe(false);
  });
});
