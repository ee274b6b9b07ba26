import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newState } from './sandbox-state';
import { StateFile } from './state-file';

describe('the state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
  const path = join(folder, 'state.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('completes what was kept by an older sandbox', () => {
    const { tellsPersonalAccounts: _new, ...older } = newState(0).settings.facebook;
    const { refreshTokensReused: _also, ...tiktok } = newState(0).tiktok;
    const kept = {
      ...newState(0),
      tiktok,
      settings: { ...newState(0).settings, facebook: { ...older, codeSeconds: 7 } },
    };
    writeFileSync(path, JSON.stringify(kept));
    const { state } = new StateFile(path);
    expect(state.settings.facebook).toMatchObject({ codeSeconds: 7, tellsPersonalAccounts: true });
    expect(state.tiktok.refreshTokensReused).toBe(0);
  });

  it('begins anew with a file that it can not read', () => {
    writeFileSync(path, '{"version":0}');
    expect(new StateFile(path, () => 5_000).state.startedAt).toBe(5_000);
  });
});
