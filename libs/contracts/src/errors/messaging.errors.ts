import { defineError } from './app-error';

export const messagingErrors = {
  deadLetterResolved: defineError(
    'messaging.dead_letter_resolved',
    'conflict',
    'This message was replayed or discarded already.',
    'List the open dead letters again.',
  ),
  deadLetterWaits: defineError(
    'messaging.dead_letter_waits',
    'conflict',
    'An earlier message of the same key has to be dealt with first.',
    'Replay or discard the message named by "first".',
  ),
};
