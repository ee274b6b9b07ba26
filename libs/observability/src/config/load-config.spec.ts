import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { commonConfig, ConfigError, loadConfig } from './load-config';

const schema = z.object({ ...commonConfig, API_SECRET: z.string().min(32), MODE: z.enum(['a', 'b']) });

describe('loadConfig', () => {
  it('lists all faults by name and never by value', () => {
    const secret = randomBytes(8).toString('hex');
    const faults = () => loadConfig(schema, { API_SECRET: secret, MODE: secret, PORT: 'x' });
    expect(faults).toThrow(ConfigError);
    try {
      faults();
    } catch (error) {
      const { message } = error as Error;
      for (const name of ['API_SECRET', 'MODE', 'PORT', 'PUBLIC_URL is missing']) expect(message).toContain(name);
      expect(message).not.toContain(secret);
    }
  });

  it('treats empty variables as absent and ignores what is not its own', () => {
    const env = {
      PORT: '4400',
      HOST: '',
      PUBLIC_URL: 'http://localhost:4400',
      API_SECRET: 'x'.repeat(32),
      MODE: 'a',
      X: '1',
    };
    expect(loadConfig(schema, env)).toEqual({
      PORT: 4400,
      HOST: '127.0.0.1',
      CONNECT_PROFILE: 'production',
      PUBLIC_URL: 'http://localhost:4400',
      LOG_LEVEL: 'info',
      API_SECRET: 'x'.repeat(32),
      MODE: 'a',
    });
  });
});
