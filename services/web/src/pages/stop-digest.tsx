import { answerOf, api } from '../api/client';
import { StopMails } from './stop-mails';

const stop = (token: string) => answerOf(api.POST('/unsubscribe/digest/{token}', { params: { path: { token } } }));

export default function StopDigest() {
  return <StopMails of="stopDigest" stop={stop} />;
}
