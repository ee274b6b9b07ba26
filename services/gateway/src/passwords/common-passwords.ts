/**
 * Pieces that leaked passwords are made of. Common passwords of 15 characters and more are nearly always a few of these,
 * repeated or with digits behind, so the text is taken apart instead of kept as a list of millions.
 */
const pieces = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  '1q2w3e4r5t',
  '1q2w3e4r',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  'qazwsxedc',
  'qazwsx',
  'abcdefghijklmnop',
  'abcdef',
  'abcd',
  'abc',
  '1234567890',
  '0123456789',
  '123456789',
  '12345678',
  '1234567',
  '123456',
  '12345',
  '1234',
  '123',
  '987654321',
  '654321',
  '321',
  'iloveyou',
  'ilove',
  'love',
  'you',
  'welcome',
  'letmein',
  'let',
  'me',
  'in',
  'admin',
  'administrator',
  'root',
  'user',
  'guest',
  'login',
  'secret',
  'changeme',
  'change',
  'default',
  'master',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'shadow',
  'trustno1',
  'whatever',
  'hello',
  'freedom',
  'starwars',
  'pokemon',
  'summer',
  'winter',
  'spring',
  'autumn',
  'instagram',
  'tiktok',
  'youtube',
  'facebook',
  'google',
  'creator',
  'connect',
  'creatorconnect',
  'influencer',
  'correct',
  'horse',
  'battery',
  'staple',
  'test',
  'demo',
  'the',
  'my',
  'is',
  'a',
  'i',
].sort((a, b) => b.length - a.length);

/** True when the text is nothing but common or personal pieces, digits, punctuation and repetition. */
export function isCommonPassword(password: string, personal: readonly string[] = []): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < 5) return true;
  const own = personal
    .flatMap((part) => part.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= 3);
  let rest = text;
  for (const piece of [...own, ...pieces]) rest = rest.replaceAll(piece, ' ');
  return rest.replace(/[\d\s\p{P}\p{S}]/gu, '').length < 4 && !hasManyDigitsOfChance(text);
}

/** A long run of digits that is neither a sequence nor a repetition is as good as any other random text. */
function hasManyDigitsOfChance(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let turns = 0;
  for (let i = 2; i < digits.length; i += 1) {
    if (Number(digits[i]) - Number(digits[i - 1]) !== Number(digits[i - 1]) - Number(digits[i - 2])) turns += 1;
  }
  return turns >= 12;
}
