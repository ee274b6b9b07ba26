import { answerOf, api } from '../api/client';
import { StopMails } from './stop-mails';

const stop = (token: string) => answerOf(api.POST('/unsubscribe/{token}', { params: { path: { token } } }));

export default function StopReminders() {
  return <StopMails of="stopReminders" stop={stop} />;
}
