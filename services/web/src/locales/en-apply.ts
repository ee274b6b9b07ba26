/** What creators read who apply to an organisation. */
export const enApply = {
  apply: {
    title: 'Apply to {{organisation}}',
    group: 'For: {{group}}',
    intro:
      'You connect your accounts, tell {{organisation}} who you are, and they answer by mail. It takes a few minutes; you can stop and go on later, here or on another device.',
    steps: 'Steps of the application',
    stepDone: 'Done:',
    step: { accounts: 'Accounts', details: 'About you', answer: 'Answer' },
    begin: 'Start my application',
    beginAnew: 'Start a new application',
    goOn: 'Go on with it',
    begun: 'This browser has an application to {{organisation}}',
    begunText: 'Go on where you stopped. A new one takes its place in this browser.',
    signedIn: 'You are signed in as {{email}}',
    signedInText:
      'Does {{organisation}} work with you already? Then open your dashboard instead. An application signs you out here.',
    dashboard: 'To my dashboard',
    member: 'You are signed in as a member of an organisation',
    memberText: 'This is what creators see. To try the form out, open the link in a private window.',
    closed: 'This application link is closed',
    closedText: 'It was closed or replaced by another one. Ask whoever gave it to you for the current link.',
    knownAlready: 'I have a dashboard already',
    none: 'There is no application in this browser',
    noneText:
      'It was withdrawn, has ended, or was begun in another browser. Begun elsewhere? Open it there and have a link to go on mailed to you. Otherwise open the application link again to start one.',
    over: 'Your session has ended',
    overText: {
      accounts:
        'Was a link to your application mailed to you? Open it to go on. Otherwise open the application link: a new application begins, and you connect your accounts anew.',
      details:
        'What you typed stays on this page. Was a link to your application mailed to you? Open it in another tab, then come back here, and go on. Otherwise open the application link: a new application begins, without what you typed here, and you connect your accounts anew.',
    },
    accounts: 'Connect your accounts',
    accountsText:
      'Each one is connected at the platform itself. {{organisation}} sees your accounts once you submit; nothing is collected before they approve.',
    add: 'Connect an account',
    addMore: 'Connect another account',
    connectFirst: 'Connect at least one account to go on.',
    connectedText:
      'Nothing is collected before your application is approved. You can take the permission back at any time.',
    takeOut: 'Disconnect',
    takeOutWhich: 'Disconnect @{{handle}}',
    toDetails: 'Go on: about you',
    details: 'About you',
    detailsText: 'What {{organisation}} wants to know. What you type is kept as you go.',
    name: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'The answer comes here, and later your links to sign in.',
    emailMissing: 'Confirm this address with a code before you submit.',
    emailProven: 'Confirmed',
    elsewhere: 'Continue on another device',
    elsewhereText: 'We mail a link to {{email}}. It works once, for fifteen minutes, on the device where you open it.',
    elsewhereUnproven:
      'For that your e-mail address has to be confirmed: the link is mailed there. You do it in the step “About you”.',
    elsewhereSend: 'Mail me the link',
    elsewhereAgain: 'Mail a new link',
    elsewhereSent: 'The link is on its way to {{email}}. You can go on here all the same.',
    withLink: 'Go on with your application here',
    withLinkText: 'What you typed and connected on the other device is there. The link works once.',
    withLinkReplaces: 'This browser has an application already. The one of the link takes its place here.',
    withLinkSignsOut: 'You are signed in as {{email}}. Going on with an application signs you out here.',
    withLinkGo: 'Go on here',
    code: 'Send me a code',
    codeAgain: 'Send a new code',
    codeSent: 'A code is on its way to {{email}}. It works for ten minutes, in this browser.',
    codeCheck: 'Confirm address',
    consent:
      'When you submit, {{organisation}} sees your accounts and what stands here. After their approval your posts, their performance and your audience are collected, until you revoke it.',
    submit: 'Submit application',
    back: 'Back to the accounts',
    keptUntil: 'Your application is kept until {{date}}.',
    withdraw: 'Withdraw application',
    withdrawTitle: 'Withdraw your application?',
    withdrawText:
      'The access to your accounts ends and everything you typed is deleted. {{organisation}} keeps nothing of it.',
    answer: {
      submitted: 'Your application is with {{organisation}}',
      submittedText: 'The answer comes to {{email}}. Until then nothing is collected, and you can close this page.',
      approved: 'Welcome at {{organisation}}',
      approvedText: 'Your application was approved. Sign in with a link to {{email}} to see your dashboard.',
      declined: '{{organisation}} did not accept your application',
      declinedText:
        'The access to your accounts has ended and nothing was collected. What you typed is deleted within seven days, or at once if you withdraw.',
    },
  },
};
