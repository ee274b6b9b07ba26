import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const pagesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesBelow(path);
    return entry.name.endsWith('.tsx') ? [path] : [];
  });

/** Members have a password of ours. Creators have none, so no page of theirs has a field for one (security OC-14). */
it('only pages of members take a password, and it is that of their own account here', () => {
  const takesPassword = pagesBelow(__dirname).filter((path) =>
    /PasswordInput|PasswordField|type="password"|current-password/.test(readFileSync(path, 'utf8')),
  );
  expect(takesPassword.map((path) => relative(__dirname, path)).toSorted()).toEqual([
    'components/member-proof.tsx',
    'pages/account/invitation.tsx',
    'pages/account/new-password-field.tsx',
    'pages/account/reset-password.tsx',
    'pages/admin/settings/security.tsx',
    'pages/sign-in.tsx',
  ]);
});
