import { armFailpoints, clearFailpoints, failpoint, FailpointError } from './failpoint';

describe('failpoint', () => {
  afterEach(clearFailpoints);

  it('does nothing while none is armed, or another one is', async () => {
    await expect(failpoint('relay.after-send')).resolves.toBeUndefined();
    armFailpoints('relay.before-send=throw');
    await expect(failpoint('relay.after-send')).resolves.toBeUndefined();
  });

  it('fires at the given passing only, or at every one', async () => {
    armFailpoints('a=throw:2; b=throw');
    await failpoint('a');
    await expect(failpoint('a')).rejects.toThrow(FailpointError);
    await failpoint('a');
    await expect(failpoint('b')).rejects.toThrow('Failpoint b');
    await expect(failpoint('b')).rejects.toThrow('Failpoint b');
  });

  it('kills the process as `kill -9` would, and goes no further', async () => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
    armFailpoints('a=kill');
    let passed = false;
    void failpoint('a').then(() => (passed = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
    expect(passed).toBe(false);
    kill.mockRestore();
  });

  it('sleeps', async () => {
    armFailpoints('a=sleep(20)');
    const began = performance.now();
    await failpoint('a');
    expect(performance.now() - began).toBeGreaterThan(15);
  });

  it.each(['a', 'a=explode', 'a=kill:x', 'a=sleep'])('refuses to guess what %p means', (text) => {
    expect(() => armFailpoints(text)).toThrow('FAILPOINTS');
  });
});
