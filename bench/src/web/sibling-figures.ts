import {
  addInfluencer,
  confirmBoth,
  connectSiblings,
  consentOnceMore,
  creatorOnPhone,
  reauthenticateFirst,
  siblings,
  tickAgain,
  type Story,
  type Windows,
} from '@creator-connect/e2e';
import { limitFigure, type Figure } from '../figures';
import { bareLatencies, percentile } from '../latency';

const rounds = 10;

/** From the last press of a consent that leaves a connected account out until its person reads that, with the way back. */
export async function siblingFigures(story: Story, windows: Windows, brokers: string[]): Promise<Figure[]> {
  const { email } = await addInfluencer(story, await story.admin(), 'figures-of-siblings');
  const phone = await creatorOnPhone(story, windows, email);
  await connectSiblings(phone);
  // Each page that opens from now on, since the way back from Facebook is one.
  await phone.addInitScript(watchWarning);
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await reauthenticateFirst(phone);
    const done = await consentOnceMore(phone, 'left out');
    const pressedAt = Date.now();
    await done.click();
    await phone.getByRole('button', { name: 'Tick it at Facebook' }).waitFor();
    taken.push((await phone.evaluate<number>('globalThis.warned')) - pressedAt);
    await tickAgain(phone);
    await (await consentOnceMore(phone, 'in')).click();
    await confirmBoth(phone);
  }
  const bare = await bareLatencies(brokers, rounds);
  const figure = (share: number, name: string, most: number) =>
    limitFigure(
      `consent → warning of what it drops, ${name}`,
      'ms',
      percentile(taken, share),
      most,
      percentile(bare, share),
    );
  return [figure(0.5, 'p50', Infinity), figure(0.95, 'p95', 5_000)];
}

const watchWarning = `globalThis.warned = new Promise((done) => {
  const observer = new MutationObserver(() => {
    const alerts = [...document.querySelectorAll('[role=alert]')];
    if (!alerts.some((alert) => alert.textContent.includes('@${siblings.second}') && alert.querySelector('button'))) return;
    observer.disconnect();
    requestAnimationFrame(() => done(Date.now()));
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
})`;
