/** Something that happens to a persona, as one call of the control API or one button of its page. */
export interface PersonaAction {
  name: string;
  /** What stands on the button. */
  label: string;
  /** What callers of the platform will notice. */
  effect: string;
  run(personaId: string, details: Record<string, unknown>): void;
}

/** How the control API shows a persona, whatever its platform. */
export interface PersonaView {
  id: string;
  platform: 'facebook' | 'tiktok' | 'google';
  name: string;
  shows: string;
  /** Handles of the accounts behind the persona, as a person would type them. */
  handles: string[];
  links: Record<string, string>;
  actions: { name: string; effect: string }[];
  state: Record<string, unknown>;
}

/** A platform's people as far as the control page knows them. */
export interface PersonaDesk {
  /** Those with names; `view` and the actions know the generated ones too. */
  ids: readonly string[];
  actions: readonly PersonaAction[];
  view(id: string): PersonaView | undefined;
}

/** Thrown for details of an action that make no sense; answered with 400. */
export class UnknownDetail extends Error {}

export const isoTime = (at: number): string => new Date(at).toISOString();
