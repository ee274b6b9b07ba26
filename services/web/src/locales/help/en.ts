import type { HelpTexts } from '../../help/topics';

/** The help pages. Read only where help is open, so they are no part of the other pages. */
export const help: HelpTexts = {
  'what-is-read': {
    title: 'What is read, and what never happens',
    text: 'An organisation you work with asks to see your posts and how they perform. You decide at the platform itself, and can take it back at any time.',
    steps: [
      'Read are your posts (text, time, link), their figures (such as views and likes) and, where the platform tells it, your audience in numbers. Before you connect an account you read what it is there.',
      'Your password is never seen: you sign in at Instagram’s, Google’s or TikTok’s own page.',
      'Nothing is posted, liked, changed or deleted, and no message, contact or payment data is read.',
      'It does not affect your chances of being verified on the platform.',
      'In your dashboard you can ask for everything that is held about you. The download is prepared, works once, and waits for 24 hours; after that ask for a new one.',
      'The screen of the platform may sound wider than this. It describes what a permission could do; only what is listed here is used.',
    ],
  },
  'your-data': {
    title: 'Your data: see it, pause, download, erase',
    text: 'The page “Your data” shows what is held about you and who looked at it. What you do there counts for the organisation that you are signed in with.',
    steps: [
      'Under “What is collected” each account says from which source its figures come, how many there are, and whether it goes on. “Who looked” names each day on which somebody looked at it, and in which role.',
      '“Pause” stops the collection of all your accounts; nothing is deleted, and your permissions stay. Go on whenever you like.',
      'A download holds everything about you in one archive. It is prepared, works once, and waits for 24 hours.',
      'Erasing can not be undone: permissions are taken back at the platforms, and everything is deleted in every part of the system. You read what goes before you confirm.',
    ],
  },
  'authorization-link': {
    title: 'The link you got',
    text: 'An authorization link asks you to connect certain accounts. It works for some days, and opening it changes nothing.',
    steps: [
      'Open the link and press “Begin”. Where a new account would be added, a code goes to the address that was invited: it proves that the link reached the right person.',
      'A code works for ten minutes, in the browser that asked for it, and five tries. After that ask for a new one.',
      'Connect one account after the other. Each attempt works once, for ten minutes, in the browser that began it: if it is refused, go back to the page of the link and start it again.',
      'If the link does not work any more, enter your e-mail address on its page. If a request is open for you, a new link is on its way.',
      'A link names the person it is for. If it reached you by mistake, do nothing.',
    ],
  },
  application: {
    title: 'Applying to an organisation',
    text: 'Organisations share an address under which creators apply. You connect your accounts first, then say who you are.',
    steps: [
      'Press “Start my application”. You can stop at any time and go on later in the same browser or, once your address is confirmed, on another device: “Mail me the link”.',
      'Connect at least the accounts the organisation should see. Nothing is collected before you are approved.',
      'Fill in the fields and prove your e-mail address with the code that is mailed to you.',
      'The answer comes by mail. If you are declined, or leave the application alone for thirty days, the access to your accounts ends and what you typed is deleted.',
      'If the organisation works with you already, sign in to your dashboard and add accounts there. Members of an organisation do not apply themselves: open the form in a private window to try it out.',
    ],
  },
  'sign-in': {
    title: 'Signing in',
    text: 'Creators sign in with a link that comes by mail; members of an organisation with e-mail address and password.',
    steps: [
      'A sign-in link works once, for a short time. If it is refused, ask for a new one on the page “Sign in”.',
      'Forgotten passwords are chosen anew under “Forgot your password?”. That link works once as well, for thirty minutes.',
      'A session ends by itself after a while. What you typed stays on the page: sign in in the other tab that the notice opens, and try again.',
      'If a page says that a request did not come from it, reload it: it was open for longer than its session.',
    ],
  },
  reauthenticate: {
    title: 'An account says Reauth',
    text: 'The platform does not accept the permission any more. What was collected stays; new posts are not counted until you renew it.',
    steps: [
      'Common causes: you changed your password, the platform ended the permission after its time, a permission was unticked, or the Instagram account is no longer linked to its Page.',
      'Open your dashboard, or the link that was mailed to you, and press “Reauth”. It takes a minute and repairs the same account.',
      'Use the same account as before. If another one comes back, nothing is changed and both names are shown.',
      'For members: you can not do this for a creator. Send them the link from the account’s profile.',
    ],
  },
  revoke: {
    title: 'Taking the permission back',
    text: 'One press ends the collection, here or at the platform; both lead to the same state within seconds.',
    steps: [
      'In your dashboard press “Revoke Authorization” on the account. You are told what stops and when what was collected is deleted.',
      'At Instagram the permission hangs on Facebook: Settings, Business Integrations, then remove the app.',
      'At YouTube: your Google account, connections to other apps. At TikTok: Settings, Security and permissions, Apps and services permissions.',
      'What was collected is hidden at once and deleted after seven days, for TikTok within 24 hours. Connecting again before that keeps it.',
    ],
  },
  'instagram-account-type': {
    title: 'Is my Instagram account a professional one?',
    text: 'Instagram shares figures of Business and Creator accounts only. Changing the type costs nothing, can be undone, and your posts and followers stay. Checked in November 2026.',
    steps: [
      'In Instagram open your profile and then Settings. In a browser: your profile photo at the top, then Settings.',
      'Look for “Switch to Professional Account”. If it is there, your account is still a personal one.',
      'Choose it, then Creator or Business. Creator suits people, Business suits shops and companies; either works here.',
      'Link the account to a Facebook Page if it is not yet, then come back and press “Check again”.',
    ],
  },
  'facebook-page': {
    title: 'Creating a Facebook Page',
    text: 'Instagram shares figures through a Facebook Page. Any Page will do: it needs no likes and no content, and may be new and bare. Checked in November 2026.',
    steps: [
      'Sign in to the Facebook profile that should hold the Page. If you have a Page already, it may belong to another profile of yours: use that one instead.',
      'Open Pages in the menu at the left and choose “Create New Page”.',
      'Give it a name and a category, and press “Create Page”. Everything else can stay empty.',
      'Now link your Instagram account to it. One Page carries one Instagram account: for several accounts make several Pages.',
    ],
  },
  'link-page': {
    title: 'Linking Instagram to your Facebook Page',
    text: 'The Page has to carry your professional Instagram account. Facebook shows a Page with a personal account and a Page without one in the same way, so check the type first. Checked in November 2026.',
    steps: [
      'At Facebook switch to your Page, or choose “Manage Page”.',
      'Open Settings, then Linked accounts or Instagram, and press “Connect account”.',
      'Sign in to Instagram in the window of Facebook, and leave every permission at Yes.',
      'Finish with Done. Then come back and press “Check again”.',
    ],
  },
  'check-link': {
    title: 'Checking the link on both sides',
    text: 'If an account does not appear although everything seems right, look at both ends of the link. Checked in November 2026.',
    steps: [
      'At Facebook reload the Page’s settings and open Instagram there: the right account should stand under it.',
      'In Instagram open Settings, Account, Linked accounts (or Sharing to other apps), Facebook: your Page should stand there.',
      'If either is missing or is another one, disconnect it there and link it again.',
      'You may unlink an account whenever you like. It then says Reauth here, and is healed with “Check again” once it is linked again.',
    ],
  },
  'facebook-permissions': {
    title: 'Ticking everything at Facebook',
    text: 'Facebook asks which Pages, which Instagram accounts and which permissions you share. Each of the three can be left out by mistake. Checked in November 2026.',
    steps: [
      'Where Facebook offers to continue as before, choose “Edit settings”: otherwise it repeats your last answer.',
      'Tick every Page whose Instagram account you want to connect, and those that you have connected before: a Page that is left out is cut off.',
      'On the next screen tick the Instagram accounts of these Pages.',
      'Leave every permission at Yes. They only read. If one can not be ticked, go Back, choose the Pages again, and go on.',
      'What is granted now stands at Facebook under Settings, Business Integrations.',
    ],
  },
  'other-account': {
    title: 'Another account came back',
    text: 'You were asked for one account, and the platform answered with another. Nothing was changed.',
    steps: [
      'You are probably signed in to another profile at the platform. Sign out there, sign in to the right one, and try again.',
      'For Instagram the Facebook profile counts: the one that manages the Page of the account.',
      'If the other account is yours as well and should be added, press “Add as new account” where it is offered.',
    ],
  },
  'placeholder-page': {
    title: 'A Page that Facebook made by itself',
    text: 'Whoever makes an account professional inside Instagram without choosing a Page gets a hidden one from Facebook. It gives you no task on it, so it can not be used here.',
    steps: [
      'Create a Page of your own, or take one you have.',
      'Link your Instagram account to it: the old link is replaced.',
      'Go to Facebook again from here and tick that Page.',
    ],
  },
  'page-access': {
    title: 'A Page you have no role on',
    text: 'A Page may belong to a business portfolio, of an agency for example. You can tick it, and Facebook still keeps it back unless you have access to the Page itself.',
    steps: [
      'Ask whoever runs the portfolio or the Page to give your profile access to the Page: Settings, Page access, Add new.',
      'Accept the invitation at Facebook.',
      'Come back and press “Check again”.',
    ],
  },
  'another-page': {
    title: 'The account hangs on another Page',
    text: 'You ticked an Instagram account, and none of the Pages you ticked carries it.',
    steps: [
      'Find out which Page it is: in Instagram under Settings, Account, Linked accounts, Facebook.',
      'Go to Facebook again from here, choose “Edit settings”, and tick that Page as well.',
      'Or link the account to one of the Pages you ticked, then press “Check again”.',
    ],
  },
  'youtube-channel': {
    title: 'A Google account without a channel',
    text: 'A YouTube channel belongs to one Google account, or to a brand account that Google lists beside it.',
    steps: [
      'Go to Google again from here. Where it asks for an account, choose the one of the channel; brand accounts stand in the same list.',
      'If you are not sure, open YouTube, press your picture, then “Switch account”: every channel you can reach stands there.',
      'If you have no channel yet, create one at YouTube, then press “Check again”.',
    ],
  },
  'consent-refused': {
    title: 'You did not give your consent',
    text: 'That is fine: nothing was connected and nothing is stored.',
    steps: [
      'If it was by mistake, press “Try again”.',
      'If you do not want to share anything, you need do nothing. Tell whoever asked you, so that they know.',
    ],
  },
  'platform-trouble': {
    title: 'The platform does not answer properly',
    text: 'Platforms fail, limit calls and take breaks. Your permission is not touched by that, and nothing is lost.',
    steps: [
      'Wait a few minutes and try again.',
      'If it goes on, look whether the platform itself works for you.',
      'Collection by itself is tried again until it works; nobody has to do anything for it.',
    ],
  },
  'something-went-wrong': {
    title: 'Something went wrong',
    text: 'A notice always says what happened and what you can do now. What you typed stays on the page.',
    steps: [
      'Try again in a moment. If the notice names fields, correct them first.',
      'If the server can not be reached, check your connection; the page catches up by itself.',
      'After too many requests wait a minute.',
      'An address that leads nowhere may be old or cut off: begin at the start page.',
      'If it stays so, tell whoever runs this installation the reference in the notice. It holds nothing about you.',
    ],
  },
  'add-influencers': {
    title: 'Adding influencers, and what is refused',
    text: 'Influencers come by hand, from a list, from a report, or from an application. Some accounts only their owner can connect.',
    steps: [
      'Instagram: an influencer can not be added with an Instagram account that is not authenticated. Add them with the required fields and the e-mail address, without it. They then connect it with “Add Account” in their dashboard.',
      'If a report names an Instagram account in its contact information, adding from the report is refused the same way: add the influencer in the tab Influencers with the account you want.',
      'TikTok: an account that is neither authenticated nor in the Creator Marketplace can not be added by you. Send the link, or invite it to the Marketplace. A YouTube channel or a member of the Marketplace is found by its handle: check it for typing errors.',
      'Somebody with the same e-mail address, or an account that belongs to another influencer, is in your roster already: open that profile instead.',
      'Both ways that need a mail need your organisation’s outbound e-mail address. Copying a link needs none.',
    ],
  },
  'merge-influencers': {
    title: 'Merging two entries of one person',
    text: 'Somebody who stands in your roster twice becomes one entry: with all accounts, requests, campaigns, groups, notes and mails of both.',
    steps: [
      'Open the profile of the entry that shall stay and choose “Merge…”, or select exactly two people in the list. An account that “belongs to another influencer” names such a pair.',
      'Look at what moves, and choose between values that differ. The e-mail address of the entry that stays is how the person signs in afterwards; no admin can move that.',
      'Links that were mailed go on working; a code goes to the address of the entry that stays. Nobody has to authorize anything anew, and no figure is lost.',
      'If somebody has used the entry that goes (signed in, applied, or connected an account), the person has to say in their dashboard that both are theirs. Until then nothing moves. Keep that entry instead if nobody has used the other one: then nobody has to be asked.',
      'Does the person not answer, or do they say no? Then these are two people for us. They can erase the one entry themselves, under “Your data”, and connect its accounts to the other.',
      'It can not be undone. The old address leads to the entry that stays, and its tab “Details” says who merged what, and when.',
    ],
  },
  discover: {
    title: 'Discover: finding public profiles',
    text: 'Platforms show public profiles of people who never connected anything. What is found is kept as a report for thirty days.',
    steps: [
      'Instagram is searched by the exact handle. Personal accounts, and those with an age limit, are not shown.',
      'YouTube is searched by handle or by keyword. Searches by keyword are few, so use the handle where you know it.',
      'TikTok shows members of the Creator Marketplace, by handle. It is asked with your organisation’s own Marketplace account.',
      'Each organisation has a number of searches for a day, and each platform has limits of its own. The message says when to come back.',
      'Where the installation has no account or key for a platform, or the platform refuses it, only the operator can help.',
    ],
  },
  'ask-creators': {
    title: 'Asking creators to connect',
    text: 'A request names the accounts you need; each copy or mail of it is a link of its own, and all end together.',
    steps: [
      'Open the influencer’s profile, tab Accounts. “Send e-mail” mails a link from your outbound address, “Copy link” gives it to you.',
      'Before a mail goes out you can read it; afterwards the tab Mails says what became of it.',
      'For many at once select them in the list of influencers: each row says what became of it. An organisation has so many links a day; they begin anew at midnight UTC.',
      'Reminders go out by themselves: at once, after 3 and after 10 days, and stop with the repair.',
      'A request that was finished, withdrawn or expired can not be used again: make a new one.',
    ],
  },
  attention: {
    title: 'The red notice of a campaign',
    text: 'It stands there while any account of the campaign is Reauth or Non-auth, because its posts are not counted. It goes by itself with the last repair.',
    steps: [
      'Press “Show the accounts”: each influencer, each account, and why.',
      '“E-mail all” and “Copy all links” ask everybody at once.',
      'Amber notices need nobody: they say what is tried again, and when.',
    ],
  },
  'outbound-email': {
    title: 'Your outbound e-mail address',
    text: 'Requests, reminders and hints to your creators are sent from an address of yours. Until it is verified nothing is sent from it.',
    steps: [
      'Settings, Company, Outbound email: enter the address.',
      'Open the mail that arrives there and press its button. With Amazon SES it comes from Amazon Web Services.',
      'Send a test mail. If the address is refused, check it for typing errors, or ask whoever runs its mailbox.',
      'A new address replaces the old one only when it is verified. If the mail server is down, mails wait and go out later.',
    ],
  },
  marketplace: {
    title: 'The TikTok Creator Marketplace',
    text: 'A TikTok account in the Marketplace is tracked without authentication. Others need their owner, or an invitation.',
    steps: [
      'The profile labels each TikTok account Marketplace or Non-TTCM; “Send Invite” stands beside the latter. “Marketplace unknown”, with its reason, counts as Non-TTCM.',
      'TikTok asks for: a minimum of followers (10,000 in the United States), one of its 24 countries, at least 18 years of age, a personal account and not a business one, at least 3 videos and 1,000 views in the last 30 days, and content for ages 13 and up.',
      'A rule that is known to fail refuses the invitation and is named. What is not known is not guessed, and does not stand in the way.',
      'The creator finds the invitation in TikTok under System Notifications, View More, and joins there. The account here changes by itself.',
      'TikTok’s own rejection is final until the account changes.',
      'Your organisation works with its own Marketplace account, and reads with it what members post: Settings, Marketplace. Without it, or without the permission to read figures, the profile says why nothing is collected; an owner connects it there, and the collection goes on by itself.',
    ],
  },
  'vendor-data': {
    title: 'Data of vendors',
    text: 'Figures that a third party sells about accounts of your roster can be imported. They are kept apart from what was collected.',
    steps: [
      'Admins and owners import a CSV or JSON file in Settings, Vendor data. Each row names an account by its id, which stands in its profile under Data, From vendors.',
      'Rows that are refused do not stop the others, and keep their reason. The same file can be imported again: what is there already is replaced.',
      'Nothing is kept about TikTok accounts of the Creator Marketplace. When an account joins, what vendors told of it is removed by itself.',
      'In the profile it can be removed by hand: first the numbers of what goes are shown. What was collected stays.',
      'Contact information of public profiles can be imported, too, once a profile has a report from Discover. It stands in the report with the vendor’s name and goes with it.',
      'Every removal is recorded, with its cause and numbers.',
    ],
  },
  'applications-inbox': {
    title: 'Deciding about applications',
    text: 'Creators apply through the link of a group. Their accounts are connected, and nothing is collected before you approve.',
    steps: [
      'Approving puts the person into the roster and the group, starts the collection and mails them the way to their dashboard.',
      'Declining ends the access at once and tells them; after seven days what they typed is deleted.',
      'A decided application can not be decided again. Reload the list if somebody else was quicker.',
    ],
  },
  reports: {
    title: 'The report of a campaign',
    text: 'It counts the posts of its influencers between its dates, and says what is missing and why.',
    steps: [
      'Every figure has a time. A gap is a gap with its cause and never a zero.',
      'Single posts can be left out or added. New posts appear after the next collection.',
      'Things that are gone, or of another organisation, look as if they did not exist: go back to the list.',
    ],
  },
  'no-permission': {
    title: 'You may not do this, or it is not there',
    text: 'What you may do depends on your role. What belongs to another organisation looks as if it did not exist.',
    steps: [
      'Viewers look, admins work with creators and campaigns, owners also decide about members and API keys.',
      'Ask an owner of your organisation for another role. A new role means signing in again.',
      'If you belong to several organisations, choose the right one at the top of the page.',
    ],
  },
  members: {
    title: 'Members and their roles',
    text: 'Owners invite members by mail and say what they may do.',
    steps: [
      'Settings, Members, “Invite somebody”. An invitation works for seven days, once; a new one replaces it.',
      'If somebody is a member already, change their role in the list.',
      'An organisation keeps at least one owner: make somebody else an owner before you leave.',
    ],
  },
  'second-factor': {
    title: 'Second factor and fresh proofs',
    text: 'Owners and admins sign in with a code of an authenticator app. Some changes ask once more, so that a session left open is not enough.',
    steps: [
      'Settings, Your access, “Set up”: scan the picture with an authenticator app and enter its first code.',
      'Keep the ten recovery codes. Each lets you in once when the phone is lost.',
      'A code works once: wait for the next one. Check that the clock of the phone is right.',
      'To change the app, remove the second factor first, then set it up anew.',
    ],
  },
  api: {
    title: 'Programs that use the API',
    text: 'Everything goes over HTTPS with JSON and an API key. Each error has a stable code and the next step.',
    steps: [
      'Settings, API keys: a key is shown once, has scopes and an end. Two may live at once, so that one can be replaced without a gap.',
      'Send it as “Authorization: Bearer cck_…”, never in the address: a key that stood in an address should be revoked.',
      'Bodies are application/json, at most 256 KB. The methods of each address stand at /docs.',
      'Every error with cause and next step: /docs/errors. After a 429 wait for the seconds in Retry-After.',
    ],
  },
  operations: {
    title: 'Parked events and the vault',
    text: 'An event that a service can not handle is put aside with its cause, and later ones of the same thing wait behind it.',
    steps: [
      'Operations, Parked events: mend the cause first, then “Replay”. What waits behind is handled in order.',
      '“Discard” gives an event up for this one service. It can not be taken back.',
      'An event that waits can not go first: decide about the one it waits for. One that was decided already is in the other lists.',
      'If a stored token can not be opened, check the key ring: the alarm in the log names the key. npm run connect -- keys status says what each key wraps.',
      'Tokens may be stolen: npm run connect -- revoke says what it would take back, and does it only with --yes. docs/runbooks/breach.md goes through it step by step.',
    ],
  },
  organisations: {
    title: 'Organisations of the installation',
    text: 'Several agencies can work on one installation. Each has its own roster, members and mails, and sees nothing of the others.',
    steps: [
      'Operations, Organisations, “Add an organisation”: give its name and the address of its owner. It asks for a fresh proof that it is you.',
      'The owner is invited by mail and chooses a password, or signs in with the one they have here. Then they invite everybody else.',
      'The invitation works for seven days. “Invite again” sends a new one, also to another address; the link before stops working.',
      'Once somebody is in, only the owners invite: whoever runs the installation can let nobody in any more, and sees nothing inside.',
      'A name may neither be, contain nor look like that of a platform.',
      'At the command line: npm run connect -- organisations add "South Agency" --owner kim@example.com',
    ],
  },
  installation: {
    title: 'Setting the installation up',
    text: 'For whoever runs it: the first owner, and the apps at the platforms.',
    steps: [
      'The first owner is made once, with the token that the start wrote to the secrets folder. Later ones are invited.',
      'npm run connect -- platforms check says what to register at each platform, and whether it accepts the credentials.',
      'If a platform grants more than is asked for, the app registration there asks for too much: take those permissions out.',
      'npm run connect -- operators add makes a member an operator, too.',
    ],
  },
};
