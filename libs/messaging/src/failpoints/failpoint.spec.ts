import { armFailpoints, clearFailpoints, failpoint, FailpointError, loadFailpoints } from './failpoint';

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

  it('fires for one key only, and counts that key’s passings', async () => {
    armFailpoints('a@one=type-error:2');
    await failpoint('a', 'other');
    await failpoint('a');
    await failpoint('a', 'one');
    await expect(failpoint('a', 'one')).rejects.toThrow(TypeError);
  });

  describe('from the environment', () => {
    const before = process.listeners('message');
    afterEach(() => {
      for (const listener of process.listeners('message')) {
        if (!before.includes(listener)) process.off('message', listener);
      }
    });

    it('is refused in production, also where a parent would arm them', () => {
      const production = { CONNECT_PROFILE: 'production' };
      expect(() => loadFailpoints({ FAILPOINTS: 'a=kill', ...production })).toThrow('never for production');
      expect(() => loadFailpoints({ FAILPOINTS: 'remote', ...production })).toThrow('never for production');
      loadFailpoints(production);
      expect(process.listeners('message')).toEqual(before);
    });

    it('lets the parent replace what is armed when it was started for that', async () => {
      const arm = (text: string) => process.emit('message', { type: 'failpoints', text }, undefined);
      loadFailpoints({ FAILPOINTS: 'remote' });
      arm('a=throw');
      await expect(failpoint('a')).rejects.toThrow(FailpointError);
      arm('b=throw');
      await failpoint('a');
      await expect(failpoint('b')).rejects.toThrow(FailpointError);
      arm('');
      await failpoint('b');
    });
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

  it.each(['a', 'a=explode', 'a=kill:x', 'a=sleep', 'a@=kill', 'a@b c=kill'])(
    'refuses to guess what %p means',
    (text) => {
      expect(() => armFailpoints(text)).toThrow('FAILPOINTS');
    },
  );
});
