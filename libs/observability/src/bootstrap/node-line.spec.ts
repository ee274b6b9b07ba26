import { ConfigError } from '../config/load-config';
import { checkNode, faultOfNode } from './node-line';

const today = new Date('2026-12-01T12:00:00Z');

describe('a runtime', () => {
  it.each(['v22.11.0', 'v24.4.1', 'v26.0.0', 'v99.0.0'])('%s gets fixes', (version) => {
    expect(faultOfNode(version, today)).toBeUndefined();
  });

  it.each(['v18.20.8', 'v20.20.2', 'v23.1.0', 'v25.2.0', 'nonsense'])('%s gets none any more', (version) => {
    expect(faultOfNode(version, today)).toContain('install a line that does');
  });

  it('gets its last one on its last day', () => {
    expect(faultOfNode('v24.4.1', new Date('2028-04-30T23:59:59Z'))).toBeUndefined();
    expect(faultOfNode('v24.4.1', new Date('2028-05-01T00:00:00Z'))).toBeDefined();
  });

  it('without fixes starts nothing in production, which is what it is when nobody says so (OP-07)', () => {
    const said: string[] = [];
    const check = (env: NodeJS.ProcessEnv) => checkNode(env, 'v20.20.2', today, (text) => said.push(text));
    for (const env of [{}, { CONNECT_PROFILE: '' }, { CONNECT_PROFILE: 'production' }])
      expect(() => check(env)).toThrow(ConfigError);
    expect(said).toEqual([]);
    check({ CONNECT_PROFILE: 'local' });
    expect(said).toEqual([expect.stringContaining('Node v20.20.2')]);
  });
});
