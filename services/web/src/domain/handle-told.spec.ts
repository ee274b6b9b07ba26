import { isHandleTold } from './handle-told';

it.each([
  ['tiktok', ['user.info.profile'], false],
  ['tiktok', [], true],
  ['youtube', ['user.info.profile'], true],
] as const)('%s without %j', (platform, missingScopes, told) => {
  expect(isHandleTold({ platform, missingScopes: [...missingScopes] })).toBe(told);
});
