import { graphUsage, latestRegain } from './graph-usage';

const now = new Date('2026-11-02T10:00:00Z');

it('reads both usage headers; the time to regain access is in minutes', () => {
  const usages = graphUsage(
    {
      'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":41}',
      'x-business-use-case-usage':
        '{"17841400000000001":[{"type":"instagram","call_count":100,"total_cputime":25,"total_time":25,"estimated_time_to_regain_access":19}]}',
    },
    now,
  );
  const regainAt = new Date('2026-11-02T10:19:00Z');
  expect(usages).toEqual([
    { api: 'instagram', scope: 'app', subjectId: null, percent: 41, regainAt: null },
    { api: 'instagram', scope: 'account', subjectId: '17841400000000001', percent: 100, regainAt },
  ]);
  expect(latestRegain(usages)).toEqual(regainAt);
});

it.each([{}, { 'x-app-usage': 'broken' }, { 'x-app-usage': ['a', 'b'] }, { 'x-business-use-case-usage': '{"1":2}' }])(
  'leaves out what it cannot read: %j',
  (headers) => {
    expect(graphUsage(headers, now)).toEqual([]);
    expect(latestRegain([])).toBeNull();
  },
);
