import type { Box } from '../box/box';
import { type GoogleIdentity, type GooglePersona, newChannel, type YouTubeChannel } from '../world/google-personas';
import { googleSub, readGoogleSub } from '../world/youtube-ids';
import type { YouTubeVideo } from '../world/youtube-videos';
import type { ChannelChanges, GooglePersonChanges } from './google.state';

export interface GooglePerson {
  persona: GooglePersona;
  identity: GoogleIdentity;
}

/** Personas as they are now: what the world made, and what was changed since. */
export class GooglePeople {
  constructor(private readonly box: Box) {}

  find(id: string | undefined): GooglePersona | undefined {
    return id === undefined ? undefined : this.box.world.inhabitants.google(id);
  }

  identity(personaId: string | undefined, identityId: string): GooglePerson | undefined {
    const persona = this.find(personaId);
    const identity = persona?.identities.find((one) => one.id === identityId);
    return persona && identity && { persona, identity };
  }

  /** By what `login_hint` may hold: the address, or the `sub`. [GYT] */
  hinted(hint: string): GooglePersona | undefined {
    const number = readGoogleSub(hint);
    if (number !== undefined) return this.box.world.inhabitants.channelOwner(number)?.persona;
    const id = /^([\w-]+)@gmail\.example$/i.exec(hint)?.[1];
    return this.find(id?.toLowerCase());
  }

  changes(personaId: string): GooglePersonChanges {
    return this.box.state.google.people[personaId] ?? {};
  }

  change(personaId: string, changes: GooglePersonChanges): void {
    this.box.state.google.people[personaId] = { ...this.changes(personaId), ...changes };
    this.box.changed();
  }

  sub = ({ number }: GoogleIdentity): string => googleSub(number);

  /** The channel of a number as it is now, with the person behind it. */
  channel(number: number): { person: GooglePerson; channel: YouTubeChannel } | undefined {
    const person = this.box.world.inhabitants.channelOwner(number);
    const channel = person && this.channelOf(person);
    return person && channel && { person, channel };
  }

  channelNamed(handle: string): { person: GooglePerson; channel: YouTubeChannel } | undefined {
    const number = this.box.world.inhabitants.channelNumberOfHandle(handle.replace(/^@/, '').toLowerCase());
    return number === undefined ? undefined : this.channel(number);
  }

  /** At most so many of those that anybody can find. */
  openChannels(matches: (channel: YouTubeChannel) => boolean, most: number): YouTubeChannel[] {
    const found: YouTubeChannel[] = [];
    for (const person of this.box.world.inhabitants.channelOwners()) {
      const channel = this.channelOf(person);
      if (channel?.standing === 'open' && matches(channel)) found.push(channel);
      if (found.length >= most) break;
    }
    return found;
  }

  channelOf({ persona, identity }: GooglePerson): YouTubeChannel | undefined {
    const { standing, created } = this.changes(persona.id).channels?.[identity.number] ?? {};
    const own = identity.channel ?? (created ? newChannel(identity) : undefined);
    return own && standing !== undefined ? { ...own, standing } : own;
  }

  changeChannel({ persona, identity }: GooglePerson, changes: ChannelChanges): void {
    const { channels = {} } = this.changes(persona.id);
    this.change(persona.id, {
      channels: { ...channels, [identity.number]: { ...channels[identity.number], ...changes } },
    });
  }

  videoCount(channel: YouTubeChannel): number {
    return this.box.world.youtube.countUntil(channel, this.box.clock.now());
  }

  video({ persona }: GooglePerson, channel: YouTubeChannel, index: number): YouTubeVideo {
    const video = this.box.world.youtube.video(channel, index, this.box.clock.now());
    const deleted = this.changes(persona.id).channels?.[channel.number]?.deletedVideos?.includes(index) ?? false;
    return deleted ? { ...video, deleted } : video;
  }
}
