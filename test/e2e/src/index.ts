export { Browser } from './doors/browser';
export { GatewayDoor } from './doors/gateway';
export { eventually } from './doors/wait';
export { addInfluencer, connect, connectedCreator, copyLink, signIn } from './journeys/people';
export { creatorPageNames, creatorPages, type CreatorPage } from './journeys/creator-pages';
export { applyJourney } from './journeys/apply.journey';
export { connectJourney } from './journeys/connect.journey';
export { discoverJourney } from './journeys/discover.journey';
export { expireAndHealJourney } from './journeys/expire-and-heal.journey';
export { marketplaceJourney } from './journeys/marketplace.journey';
export { revokeJourney } from './journeys/revoke.journey';
export { rotateJourney } from './journeys/rotate.journey';
export { youtubeJourney } from './journeys/youtube.journey';
export {
  confirmBoth,
  connectSiblings,
  consentOnceMore,
  reauthenticateFirst,
  siblings,
  tickAgain,
} from './windows/siblings';
export { creatorOnPhone, signInAsMember } from './windows/steps';
export { Windows } from './windows/windows';
export { Story, type SystemStatus } from './story';
