import type { ClockState } from '../box/clock';
import { newFacebookState, type FacebookState } from '../facebook/facebook.state';
import { newGoogleState, type GoogleState } from '../google/google.state';
import { newTikTokState, type TikTokState } from '../tiktok/tiktok.state';
import { newTtcmState, type TtcmState } from '../ttcm/ttcm.state';
import { defaultSettings, type Settings } from './settings';

/**
 * Everything that can change, as plain data. The world (people, posts, numbers) is not in it: it is computed from the
 * seed and `startedAt`, so its size costs no memory.
 */
export interface SandboxState {
  version: 1;
  startedAt: number;
  clock: ClockState;
  settings: Settings;
  facebook: FacebookState;
  tiktok: TikTokState;
  ttcm: TtcmState;
  google: GoogleState;
}

export function newState(realNow: number): SandboxState {
  return {
    version: 1,
    startedAt: Math.floor(realNow / 1000) * 1000,
    clock: { offsetMs: 0, endsToldIn: 'caller' },
    settings: defaultSettings(),
    facebook: newFacebookState(),
    tiktok: newTikTokState(),
    ttcm: newTtcmState(),
    google: newGoogleState(),
  };
}
