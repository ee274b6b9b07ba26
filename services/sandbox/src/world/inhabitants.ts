import { facebookPersona, type FacebookPersona } from './facebook-personas';
import {
  FIRST_GENERATED,
  generatedFacebook,
  generatedInstagram,
  generatedTikTok,
  generatedYouTube,
} from './generated-people';
import {
  channelNumberOfHandle,
  channelOwner,
  GOOGLE_PERSONAS,
  googlePersona,
  type GoogleIdentity,
  type GooglePersona,
} from './google-personas';
import { instagramAccount, instagramAccountNamed, type InstagramAccount } from './instagram-accounts';
import { tiktokPersona, tiktokPersonaWithHandle, type TikTokPersona } from './tiktok-personas';

const ID = /^world-(instagram|tiktok|youtube)-(0|[1-9]\d{0,7})$/;
/** A search goes through so many of the generated world, whatever its size. */
const SEARCHED = 20_000;
/** The index stands at the end of every generated handle. */
const HANDLE_END = /\.(\d{1,8})$/;

export type GeneratedKind = 'instagram' | 'tiktok' | 'youtube';

/**
 * Everybody there is: personas with names, and a generated world of any size. The generated ones are functions of seed
 * and index: none is made before somebody asks for it, and none is kept.
 */
export class Inhabitants {
  constructor(
    private readonly seed: string,
    private readonly size: () => number,
  ) {}

  facebook(id: string): FacebookPersona | undefined {
    const number = this.numberIn(id, 'instagram');
    return facebookPersona(id) ?? (number === undefined ? undefined : generatedFacebook(this.seed, id, number));
  }

  instagram(number: number): InstagramAccount | undefined {
    return instagramAccount(number) ?? (this.isGenerated(number) ? generatedInstagram(this.seed, number) : undefined);
  }

  instagramNamed(username: string): InstagramAccount | undefined {
    const found = instagramAccountNamed(username) ?? this.instagram(numberInHandle(username));
    return found?.username === username ? found : undefined;
  }

  tiktok(id: string): TikTokPersona | undefined {
    const number = this.numberIn(id, 'tiktok');
    return tiktokPersona(id) ?? (number === undefined ? undefined : generatedTikTok(this.seed, id, number));
  }

  tiktokWithHandle(handle: string): TikTokPersona | undefined {
    const found = tiktokPersonaWithHandle(handle) ?? this.tiktok(idOf('tiktok', numberInHandle(handle)));
    return found?.handle === handle ? found : undefined;
  }

  google(id: string): GooglePersona | undefined {
    const number = this.numberIn(id, 'youtube');
    return googlePersona(id) ?? (number === undefined ? undefined : generatedYouTube(this.seed, id, number));
  }

  /** Whose channel it is, by the number in its id. */
  channelOwner(number: number): { persona: GooglePersona; identity: GoogleIdentity } | undefined {
    const named = channelOwner(number);
    if (named) return named;
    const persona = this.google(idOf('youtube', number));
    return persona && { persona, identity: persona.identities[0] };
  }

  channelNumberOfHandle(handle: string): number | undefined {
    const number = channelNumberOfHandle(handle) ?? numberInHandle(handle);
    return this.channelOwner(number)?.identity.channel?.handle === handle ? number : undefined;
  }

  /** Everybody who may have a channel, one after the other: those with names first. Looks no further than `SEARCHED`. */
  *channelOwners(): Generator<{ persona: GooglePersona; identity: GoogleIdentity }> {
    for (const persona of GOOGLE_PERSONAS) for (const identity of persona.identities) yield { persona, identity };
    for (const id of this.ids('youtube', 0, SEARCHED)) {
      const persona = this.google(id);
      if (persona) yield { persona, identity: persona.identities[0] };
    }
  }

  /** A piece of the generated world, for whoever wants to list it. */
  ids(kind: GeneratedKind, from: number, count: number): string[] {
    const end = Math.min(this.size(), from + count);
    return Array.from({ length: Math.max(0, end - from) }, (_, i) => `world-${kind}-${from + i}`);
  }

  private numberIn(id: string, kind: GeneratedKind): number | undefined {
    const [, found, index] = ID.exec(id) ?? [];
    if (found !== kind) return undefined;
    const number = FIRST_GENERATED + Number(index);
    return this.isGenerated(number) ? number : undefined;
  }

  private isGenerated(number: number): boolean {
    return Number.isInteger(number) && number >= FIRST_GENERATED && number < FIRST_GENERATED + this.size();
  }
}

const idOf = (kind: GeneratedKind, number: number): string => `world-${kind}-${number - FIRST_GENERATED}`;

function numberInHandle(handle: string): number {
  const index = HANDLE_END.exec(handle)?.[1];
  return index === undefined ? -1 : FIRST_GENERATED + Number(index);
}
