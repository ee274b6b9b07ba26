import {
  connect,
  connectedCreator,
  creatorOnPhone,
  eventually,
  signIn,
  type Story,
  type Windows,
} from '@creator-connect/e2e';
import { limitFigure, type Figure } from '../figures';
import { bareLatencies, percentile } from '../latency';
import { watchState } from './watch-state';

const rounds = 20;
const persona = 'tiktok-few-videos';
const personaName = 'TikTok few videos';

/** From the answer to the one question until the card says Revoked, and until the platform has ended the token. */
export async function revokeFigures(story: Story, windows: Windows, brokers: string[]): Promise<Figure[]> {
  const door = await story.admin();
  const { influencer, account } = await connectedCreator(story, door, 'tiktok', persona, personaName);
  const creator = await signIn(story, influencer);
  const phone = await creatorOnPhone(story, windows, influencer.email);
  const card = phone.getByRole('article', { name: `@${account.handle}` });
  const dialog = phone.getByRole('dialog');
  const said: number[] = [];
  const ended: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await card.getByText('Authenticated', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Revoke Authorization' }).click();
    await dialog.getByRole('button', { name: 'Revoke Authorization' }).waitFor();
    await phone.evaluate(watchState('Revoked'));
    const pressedAt = Date.now();
    await dialog.getByRole('button', { name: 'Revoke Authorization' }).click();
    said.push((await phone.evaluate<number>('globalThis.shown')) - pressedAt);
    await card.getByRole('button', { name: 'Connect again' }).waitFor();
    const [call] = await eventually('the end of the token at TikTok', async () => {
      const since = new Date(pressedAt).toISOString();
      const calls = await story.sandbox.calls({ platform: 'tiktok', operation: 'tiktok.oauth.revoke', since });
      return calls.length > 0 && calls;
    });
    if (call!.status !== 200) throw new Error(`TikTok answered ${call!.status} to a revocation`);
    ended.push(new Date(call!.at).getTime() - pressedAt);
    // TikTok's messages bear whole seconds and no id: two removals in one second would be one message that comes twice.
    await new Promise((wait) => setTimeout(wait, 1_000));
    await connect(creator, 'tiktok', personaName, account.id);
  }
  const bare = await bareLatencies(brokers, rounds);
  const figures = (what: string, of: number[]) => [
    limitFigure(`${what}, p50`, 'ms', percentile(of, 0.5), Infinity, percentile(bare, 0.5)),
    limitFigure(`${what}, p95`, 'ms', percentile(of, 0.95), 5_000, percentile(bare, 0.95)),
  ];
  return [...figures('revoked → the card says so', said), ...figures('revoked → token ended at the platform', ended)];
}
