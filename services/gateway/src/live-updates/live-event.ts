/** An event as a page sees it. */
export interface LiveEvent {
  /** Id of the event on Kafka: a UUID, so it can't break out of its line in the stream. */
  id: string;
  type: string;
  organisationId: string;
  influencerId: string | null;
  data: unknown;
}

export interface Audience {
  organisationId: string;
  /** Set for an influencer, who sees their own accounts only; a member sees the organisation's. */
  influencerId?: string;
}

export function isFor(audience: Audience, event: LiveEvent): boolean {
  if (event.organisationId !== audience.organisationId) return false;
  return audience.influencerId === undefined || event.influencerId === audience.influencerId;
}

/** JSON has no raw line breaks, so one `data:` line holds it all. */
export function toFrame(event: LiveEvent): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
