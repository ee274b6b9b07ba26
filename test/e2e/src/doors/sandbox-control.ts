import { recordedFetch } from './recorded-fetch';

/** One call that a platform received, as its operator would see it. */
export interface PlatformCall {
  platform: string;
  operation: string;
  status: number;
  at: string;
  [more: string]: unknown;
}

/** The sandbox's control API: its clock, its faults and its personas. Never our own state. */
export class SandboxControl {
  constructor(readonly address: string) {}

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init: RequestInit = { method };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { 'content-type': 'application/json' };
    }
    const response = await recordedFetch(new URL(path, this.address), init);
    const text = await response.text();
    if (!response.ok) throw new Error(`Sandbox: ${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** The pages of a pretended platform, on a site of its own. */
  site(name: 'facebook' | 'instagram' | 'tiktok' | 'google', path = '/'): string {
    const url = new URL(path, this.address);
    url.hostname = `${name}.localhost`;
    return url.toString();
  }

  async calls(filter: { platform: string; operation?: string; since?: string }): Promise<PlatformCall[]> {
    const query = new URLSearchParams(filter.since ? { since: filter.since } : {});
    const { calls } = await this.call<{ calls: PlatformCall[] }>('GET', `/control/calls?${query.toString()}`);
    return calls.filter(
      (call) => call.platform === filter.platform && (!filter.operation || call.operation === filter.operation),
    );
  }

  /** Request lines in which a platform saw a secret without asking for it there: there must never be one. */
  async leaks(): Promise<unknown[]> {
    const { leaks } = await this.call<{ leaks: { documented: boolean }[] }>('GET', '/control/leaks');
    return leaks.filter(({ documented }) => !documented);
  }

  does(persona: string, action: string, body: unknown = {}): Promise<unknown> {
    return this.call('POST', `/control/personas/${persona}/${action}`, body);
  }

  setting(patch: unknown): Promise<unknown> {
    return this.call('PATCH', '/control/settings', patch);
  }

  fault(fault: unknown): Promise<{ id: string }> {
    return this.call('POST', '/control/faults', fault);
  }

  clearFaults(): Promise<unknown> {
    return this.call('DELETE', '/control/faults');
  }

  advanceClock(advanceSeconds: number): Promise<unknown> {
    return this.call('POST', '/control/clock', { advanceSeconds });
  }
}
