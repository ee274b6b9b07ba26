import { register } from 'prom-client';
import { VaultReadRate } from './read-rate';

const alarms = async () => {
  const { values } = (await register.getSingleMetric('security_alarms_total')!.get()) as {
    values: { labels: { alarm?: string }; value: number }[];
  };
  return values.find(({ labels }) => labels.alarm === 'vault_reads')?.value ?? 0;
};

describe('the rate at which secrets are read (VK-07)', () => {
  let now = 0;
  const rate = new VaultReadRate(600, () => now);
  const read = (service: string, times: number) => {
    for (let turn = 0; turn < times; turn += 1) rate.note(service);
  };

  it('alarms once for 1,000 reads of one service within a minute, and again in another', async () => {
    const before = await alarms();
    read('collector', 600);
    expect(await alarms()).toBe(before);
    read('collector', 400);
    expect(await alarms()).toBe(before + 1);
    now += 60_000;
    read('collector', 601);
    expect(await alarms()).toBe(before + 2);
  });

  it('alarms neither for as many of several services or minutes, nor for its own', async () => {
    now += 60_000;
    const before = await alarms();
    for (let minute = 0; minute < 5; minute += 1) {
      read('collector', 500);
      read('ttcm', 500);
      read('oauth', 5_000);
      now += 60_000;
    }
    expect(await alarms()).toBe(before);
  });
});
