import { Story, Windows } from '../src';
import { addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { signInAsCreator, signInAsMember } from '../src/windows/steps';

const zones = ['America/Los_Angeles', 'Asia/Tokyo', 'Asia/Kathmandu'];

/** An instant is told where its reader is; a calendar day is the same everywhere. */
describe('times in the web app', () => {
  let story: Story;
  let windows: Windows;
  let influencer: Influencer;
  let createdAt: string;
  let campaign: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-time-zones');
    ({ createdAt } = await door.get<{ createdAt: string }>(`/v1/influencers/${influencer.id}`));
    const days = { startsOn: '2027-03-01', endsOn: '2027-03-31' };
    ({ id: campaign } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser time zones', ...days }));
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  it.each(zones)('are those of %s to who reads there, and days stay days', async (timeZone) => {
    const page = await windows.ofSomebody({ timeZone });
    await signInAsMember(page, story.login());
    await page.goto(`/admin/influencers/${influencer.id}?tab=details`);
    const there = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
    expect(await page.getByLabel('In the roster since').inputValue()).toBe(there.format(new Date(createdAt)));
    await page.goto(`/admin/campaigns/${campaign}`);
    await page.getByText(/1 Mar 2027 .+ 31 Mar 2027/).waitFor();
    await page.context().close();
  });

  it('are those of a creator who reads elsewhere, too', async () => {
    const timeZone = 'Asia/Kathmandu';
    const page = await windows.ofSomebody({ timeZone });
    await signInAsCreator(story, page, influencer.email);
    const current = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/v1/users/current/sessions');
    await page.goto('/dashboard/security');
    const { items } = (await (await current).json()) as { items: { createdAt: string }[] };
    const there = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
    await page
      .getByText(`Signed in ${there.format(new Date(items[0]!.createdAt))}`)
      .first()
      .waitFor();
    await page.context().close();
  });
});
