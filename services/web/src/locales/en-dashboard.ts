/** What creators read about their accounts. */
export const enDashboard = {
  dashboard: {
    title: 'Your accounts',
    empty: 'No account is connected yet.',
    emptyText: 'Add one: it takes a minute, and you can undo it at any time.',
    ownData: 'Your data: what is collected, who looked, download, erase',
    add: 'Add Account',
    addAt: 'Add Account: {{platform}}',
    action: {
      AUTHENTICATED: 'Reauth',
      REAUTH: 'Reauth',
      EXPIRES_SOON: 'Reauth',
      NON_AUTH: 'Authenticate',
      REVOKED: 'Connect again',
      PAUSED: 'Go on collecting',
      SETUP_UNFINISHED: 'Finish',
    },
    newAccount: 'New account',
    connectTitle: 'Before you connect {{platform}}',
    validUntil: 'Valid until {{date}}.',
    notGranted: 'Not granted, so not collected: {{permissions}}.',
    collected: 'What is collected',
    collectedWhich: 'What is collected from @{{handle}}',
    pause: 'Pause',
    pauseAccount: 'Pause the collection of @{{handle}}',
    revoke: 'Revoke Authorization',
    revokeTitle: 'Revoke the authorization of @{{handle}}?',
    revokeText:
      'Collection stops at once and the access is destroyed. What was collected is hidden now and deleted after seven days, unless you connect the account again.',
    revokeTikTok:
      'Collection stops at once and the access is destroyed. What was collected is hidden now and deleted within 24 hours.',
    keep: 'Keep it',
  },
  discard: {
    action: 'Discard',
    which: 'Discard the setup of {{name}}',
    title: 'Discard this setup?',
    text: 'Nothing of it is kept, and the consent you gave is taken back at the platform, unless another account of yours rests on it. Connected accounts stay as they are.',
  },
  collection: {
    title: 'First collection',
    last: 'Last collected {{date}}',
    delayed: 'The last collection did not work. The next try is on {{date}}; you have nothing to do.',
    marketplace:
      'Nothing comes from the Creator Marketplace at the moment; the organisation has been told why. Authenticate the account to have its figures collected all the same.',
    count: '{{done}} of {{total}}',
    stage: { profile: 'Profile', posts: 'Posts', audience: 'Audience' },
    waiting: 'waits',
    running: 'is being collected',
    done: 'done',
  },
};
