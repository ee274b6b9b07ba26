import type { Box } from '../box/box';
import { sha256 } from '../box/secrets';
import type { TikTokVideo } from '../world/tiktok-videos';
import type { TikTokAttributes, TikTokPersona } from '../world/tiktok-personas';

export interface TikTokPerson {
  persona: TikTokPersona;
  attributes: TikTokAttributes;
}

/** Personas as they are now: what the world made, and what was changed since. */
export class TikTokPeople {
  constructor(private readonly box: Box) {}

  find(id: string | undefined): TikTokPerson | undefined {
    const persona = id === undefined ? undefined : this.box.world.inhabitants.tiktok(id);
    if (!persona) return undefined;
    const attributes = this.attributes(persona);
    return { persona: { ...persona, handle: attributes.handle ?? persona.handle }, attributes };
  }

  /** By the handle of today: the one of before leads nowhere. */
  withHandle(handle: string): TikTokPerson | undefined {
    const wanted = handle.toLowerCase();
    const renamed = Object.entries(this.box.state.tiktok.people).find(([, one]) => one.handle === wanted);
    const person = this.find(renamed?.[0] ?? this.box.world.inhabitants.tiktokWithHandle(wanted)?.id);
    return person?.persona.handle === wanted ? person : undefined;
  }

  attributes(persona: TikTokPersona): TikTokAttributes {
    const followers = this.box.world.following.followers(
      persona.number,
      persona.attributes.followers,
      this.box.clock.now(),
    );
    return { ...persona.attributes, followers, ...this.box.state.tiktok.people[persona.id] };
  }

  change(personaId: string, changes: Partial<TikTokAttributes>): void {
    this.box.state.tiktok.people[personaId] = { ...this.box.state.tiktok.people[personaId], ...changes };
    this.box.changed();
  }

  /** Another id for every app, the same for all time. */
  openId({ number }: TikTokPersona): string {
    return asUuid(sha256(`open:${this.box.registrations.tiktok.clientKey}:${number}`));
  }

  unionId({ number }: TikTokPersona): string {
    return asUuid(sha256(`union:${number}`));
  }

  videoCount({ persona, attributes }: TikTokPerson): number {
    return this.box.world.tiktok.countUntil(persona, attributes, this.box.clock.now());
  }

  video({ persona, attributes }: TikTokPerson, index: number): TikTokVideo {
    return this.box.world.tiktok.video(persona, attributes, index, this.box.clock.now());
  }
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
