import type { GatewayDoor } from '../doors/gateway';
import { must } from '../doors/wait';
import type { Story } from '../story';

/** The organisation may write from this address: whoever reads it confirmed that. */
export async function verifyOutboundAddress(story: Story, owner: GatewayDoor, address: string): Promise<void> {
  await owner.put('/v1/outbound-email', { address });
  const { text } = await story.mail.next(address, /confirm/i);
  const token = /\/confirm-address#([\w-]+)/.exec(text)?.[1];
  must(token, 'the mail holds a link to confirm the address');
  await story.visitor().post('/v1/outbound-email/confirmations', { token });
}
