/** What owners read about who looked at data of people. */
export const enAccess = {
  access: {
    title: 'Who looked at data of creators',
    text: 'Every look of a member or an API key is noted before anything is shown. You are mailed a report of each month in which anybody looked. It names nobody whom they looked at.',
    period: 'Period',
    thisMonth: 'This month so far',
    wholeYear: 'The last 365 days',
    csv: 'Download as CSV',
    nobody: 'Nobody looked at data of creators in this time.',
    totals: 'In all',
    total: { viewers: 'Members and API keys', people: 'Creators, one by one', downloads: 'Downloads' },
    who: 'Who',
    column: {
      people: 'Creators',
      campaigns: 'Campaigns',
      rosterDays: 'Days with the list',
      downloads: 'Downloads',
      what: 'What',
      days: 'When',
    },
    key: 'API key',
    area: {
      profile: 'profiles',
      accounts: 'accounts',
      posts: 'posts and figures',
      mails: 'mails',
      campaign: 'campaigns',
      list: 'lists',
      export: 'downloads',
    },
    days_one: 'on {{count}} day',
    days_other: 'on {{count}} days',
    last: 'last on {{day}}',
    gone: 'Somebody who is gone',
    operators:
      'Creators are counted when somebody opened them or one of their accounts. Whoever runs this installation has no page that shows data of creators. Looks are kept for {{days}} days; those at somebody who was erased are gone.',
  },
};
