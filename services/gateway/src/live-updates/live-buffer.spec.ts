import { LiveBuffer } from './live-buffer';
import { toFrame, type LiveEvent } from './live-event';

const anEvent = (id: string, organisationId = 'org-a', influencerId: string | null = 'inf-1'): LiveEvent => ({
  id,
  type: 'AccountStateChanged',
  organisationId,
  influencerId,
  data: { id },
});

describe('LiveBuffer', () => {
  it('hands each audience its own events only', () => {
    const buffer = new LiveBuffer();
    const seen: Record<string, string[]> = { member: [], influencer: [], other: [] };
    buffer.subscribe({ organisationId: 'org-a' }, (event) => seen['member']!.push(event.id));
    buffer.subscribe({ organisationId: 'org-a', influencerId: 'inf-1' }, (event) => seen['influencer']!.push(event.id));
    buffer.subscribe({ organisationId: 'org-b' }, (event) => seen['other']!.push(event.id));
    buffer.push(anEvent('1'));
    buffer.push(anEvent('2', 'org-a', 'inf-2'));
    buffer.push(anEvent('3', 'org-a', null));
    buffer.push(anEvent('4', 'org-b', 'inf-1'));
    expect(seen).toEqual({ member: ['1', '2', '3'], influencer: ['1'], other: ['4'] });
  });

  it('says what was missed since an event, also one of another audience', () => {
    const buffer = new LiveBuffer();
    for (const event of [anEvent('1'), anEvent('2', 'org-b'), anEvent('3')]) buffer.push(event);
    expect(buffer.since('1', { organisationId: 'org-a' })?.map((event) => event.id)).toEqual(['3']);
    expect(buffer.since('2', { organisationId: 'org-a' })?.map((event) => event.id)).toEqual(['3']);
    expect(buffer.since('0', { organisationId: 'org-a' })).toBeUndefined();
  });

  it('forgets the oldest and whoever left', () => {
    const buffer = new LiveBuffer(2);
    const heard: string[] = [];
    const leave = buffer.subscribe({ organisationId: 'org-a' }, (event) => heard.push(event.id));
    buffer.push(anEvent('1'));
    leave();
    buffer.push(anEvent('2'));
    buffer.push(anEvent('3'));
    expect(heard).toEqual(['1']);
    expect(buffer.since('1', { organisationId: 'org-a' })).toBeUndefined();
  });

  it('writes an event as one frame whatever its text holds', () => {
    const frame = toFrame({ ...anEvent('1'), data: { text: 'a\n\ndata: b\r\nid: 2' } });
    expect(frame.split('\n')).toHaveLength(5);
    expect(frame).toMatch(/^id: 1\nevent: AccountStateChanged\ndata: \{.*\}\n\n$/);
  });
});
