import { onceKnown } from './kafkajs-topics';

const fails = (error: unknown) =>
  jest.fn<Promise<string>, []>().mockRejectedValueOnce(error).mockResolvedValue('known');
const told = (type: string) => Object.assign(new Error(type), { type });

describe('what is asked about a topic', () => {
  it.each([
    ['is not known', told('UNKNOWN_TOPIC_OR_PARTITION')],
    ['has no leader yet', told('LEADER_NOT_AVAILABLE')],
    ['has no offsets yet, which kafkajs does not expect', new TypeError('Cannot destructure')],
  ])('is asked again while it %s', async (_what, error) => {
    const ask = fails(error);
    await expect(onceKnown(ask)).resolves.toBe('known');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is not asked again where that is of no use', async () => {
    const ask = fails(told('TOPIC_AUTHORIZATION_FAILED'));
    await expect(onceKnown(ask)).rejects.toThrow('TOPIC_AUTHORIZATION_FAILED');
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
