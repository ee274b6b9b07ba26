export { Browser } from './doors/browser';
export { GatewayDoor } from './doors/gateway';
export { connect, connectedCreator, signIn } from './journeys/people';
export { connectJourney } from './journeys/connect.journey';
export { expireAndHealJourney } from './journeys/expire-and-heal.journey';
export { marketplaceJourney } from './journeys/marketplace.journey';
export { revokeJourney } from './journeys/revoke.journey';
export { rotateJourney } from './journeys/rotate.journey';
export { Story, type SystemStatus } from './story';
