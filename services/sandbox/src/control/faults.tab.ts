import { FAULT_KINDS, type Fault } from '../box/faults';
import { PLATFORMS } from '../box/platform';
import { html, type Html } from '../ui/html';

type Preset = readonly [label: string, fields: Record<string, string>];

const NAMES: Record<(typeof PLATFORMS)[number], string> = {
  facebook: 'Facebook and Instagram',
  tiktok: 'TikTok',
  ttcm: 'Creator Marketplace',
  google: 'Google and YouTube',
};

const EVERYWHERE: readonly Preset[] = [
  ['Outage: 503, next 5 calls', { kind: 'status', status: '503', times: '5' }],
  ['Throttled, next 5 calls', { kind: 'throttle', times: '5' }],
  ['Slow: 5 s, next 3 calls', { kind: 'latency', milliseconds: '5000', times: '3' }],
  ['Answer of the next call is lost', { kind: 'drop_response' }],
  ['Next call: the line is cut', { kind: 'drop_request' }],
  ['Private fields in every answer', { kind: 'private_fields', text: 'only for its owner', times: '1000' }],
];
const CALLBACKS: readonly Preset[] = [
  ['Next callback: wrong signature', { kind: 'wrong_signature' }],
  ['Next callback: sent twice', { kind: 'duplicate_callback' }],
  ['Next callback: 30 s late', { kind: 'late_callback', milliseconds: '30000' }],
  ['Next callback: never sent', { kind: 'lost_callback' }],
  ['Next two callbacks: in the wrong order', { kind: 'reordered_callback' }],
];
const PRESETS: Record<(typeof PLATFORMS)[number], readonly Preset[]> = {
  facebook: [
    ...EVERYWHERE,
    ['Next call: 190/460', { kind: 'token_invalid', code: '190', subcode: '460' }],
    ['Next consent: a write permission too many', { kind: 'surplus_scope', scope: 'instagram_content_publish' }],
    ['Next call: permission missing (10)', { kind: 'error', code: '10' }],
    ['Metric retired: reach', { kind: 'retired_metric', metric: 'reach' }],
    ['Metric refused for reels: shares', { kind: 'retired_metric', metric: 'shares', on: 'REELS' }],
    ['Next consent: token of another app', { kind: 'foreign_app' }],
    ['Next consent: somebody else', { kind: 'changed_identity', as: 'creator-other-profile' }],
    ...CALLBACKS,
  ],
  tiktok: [
    ...EVERYWHERE,
    ['Answer of the next refresh is lost', { kind: 'drop_response', operation: 'tiktok.oauth.refresh' }],
    ['Next call: access token invalid', { kind: 'token_invalid', operation: 'tiktok.*.*' }],
    ['Next call: scope not authorized', { kind: 'error', code: 'scope_not_authorized', operation: 'tiktok.*.*' }],
    ['Next consent: a write scope too many', { kind: 'surplus_scope', scope: 'video.publish' }],
    ['Next consent: somebody else', { kind: 'changed_identity', as: 'tiktok-busy' }],
    ...CALLBACKS,
  ],
  ttcm: [
    ...EVERYWHERE,
    ['Next call: access token invalid (40105)', { kind: 'token_invalid' }],
    ['Next call: no permission (40001)', { kind: 'error', code: '40001' }],
  ],
  google: [
    ...EVERYWHERE,
    ['Quota used up, next 5 calls', { kind: 'throttle', reason: 'quotaExceeded', operation: 'youtube.*', times: '5' }],
    ['Metric retired: shares', { kind: 'retired_metric', metric: 'shares' }],
    ['Answer of the next exchange is lost', { kind: 'drop_response', operation: 'google.oauth.token' }],
    ['Next refresh: invalid_grant', { kind: 'token_invalid', operation: 'google.oauth.refresh' }],
    ['Next call: access token invalid', { kind: 'token_invalid', operation: 'youtube.*' }],
    ['Next call: the channel is not found', { kind: 'error', code: 'channelNotFound', operation: 'youtube.*' }],
    [
      'Next consent: a write scope too many',
      { kind: 'surplus_scope', scope: 'https://www.googleapis.com/auth/youtube.upload' },
    ],
    ['Next consent: token of another app', { kind: 'foreign_app' }],
    ['Next consent: another account', { kind: 'changed_identity', as: 'youtube-other-account' }],
    ['Next ID token: for another client', { kind: 'wrong_id_token', claim: 'aud' }],
    ['Next ID token: another nonce', { kind: 'wrong_id_token', claim: 'nonce' }],
    ['Next ID token: unsigned', { kind: 'wrong_id_token', claim: 'alg_none' }],
    ...CALLBACKS,
  ],
};

/** One click plays a usual fault; any other one is put together below. */
export function faultsTab(faults: readonly Fault[]): Html {
  return html`<section class="card">
      <h2>Waiting faults</h2>
      ${faults.length === 0 ? html`<p class="soft" id="no-faults">None: the platforms behave.</p>` : waiting(faults)}
    </section>
    <div class="grid">
      ${PLATFORMS.map(
        (platform) =>
          html`<section class="card ${platform === 'ttcm' ? 'tiktok' : platform}">
            <h2>${NAMES[platform]}</h2>
            <div class="actions">${PRESETS[platform].map((preset) => presetButton(platform, preset))}</div>
          </section>`,
      )}
    </div>
    <br />${ownFault()}`;
}

function presetButton(platform: string, [label, fields]: Preset): Html {
  const all = Object.entries({ platform, ...fields, back: '/control?tab=faults' });
  return html`<form method="post" action="/control/faults">
    ${all.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="small">${label}</button>
  </form>`;
}

function waiting(faults: readonly Fault[]): Html {
  const rows = faults.map(({ id, platform, operation, path, persona, times, played, detail }) => {
    const { kind, ...details } = detail;
    return html`<tr>
      <td>${platform}</td>
      <td>${kind}</td>
      <td class="mono">${Object.values(details).join(' / ')}</td>
      <td class="mono">${operation ?? path ?? 'any call'}</td>
      <td>${persona ?? 'anybody'}</td>
      <td>${times === null ? 'until removed' : `${times - played} more`}</td>
      <td>
        <form method="post" action="/control/faults/${id}/remove">
          <input type="hidden" name="back" value="/control?tab=faults" /><button
            class="small"
            aria-label="Remove fault ${id}"
          >
            Remove
          </button>
        </form>
      </td>
    </tr>`;
  });
  return html`<div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th>Platform</th>
            <th>Fault</th>
            <th>Detail</th>
            <th>Operation</th>
            <th>Persona</th>
            <th>Left</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <form method="post" action="/control/faults/clear">
      <input type="hidden" name="back" value="/control?tab=faults" />
      <p><button class="small bad">Remove all</button></p>
    </form>`;
}

function ownFault(): Html {
  const field = (name: string, label: string, hint: string): Html =>
    html`<p>
      <label for="fault-${name}">${label}</label><br /><input
        type="text"
        name="${name}"
        id="fault-${name}"
        placeholder="${hint}"
      />
    </p>`;
  const choice = (name: string, label: string, values: readonly string[]): Html =>
    html`<p>
      <label for="fault-${name}">${label}</label><br /><select name="${name}" id="fault-${name}">
        ${values.map((value) => html`<option>${value}</option>`)}
      </select>
    </p>`;
  return html`<section class="card">
    <h2>Any other fault</h2>
    <form method="post" action="/control/faults">
      <input type="hidden" name="back" value="/control?tab=faults" />
      <div class="fields">
        ${choice('platform', 'Platform', PLATFORMS)} ${choice('kind', 'Fault', FAULT_KINDS)}
        ${field('operation', 'Operation (else any)', 'graph.instagram.media')}
        ${field('persona', 'Persona (else anybody)', 'creator-one-page')} ${field('times', 'How often', '1')}
        ${field('skip', 'Calls to let pass first', '0')}
        ${field('milliseconds', 'Milliseconds (latency, late_callback)', '5000')}
        ${field('status', 'HTTP status (status)', '503')}
        ${field('code', 'Code (throttle, token_invalid, error)', '190')}
        ${field('subcode', 'Subcode (token_invalid, error)', '460')}
        ${field('scope', 'Scope (surplus_scope)', 'video.publish')}
        ${field('as', 'Persona (changed_identity)', 'youtube-other-account')}
        ${field('metric', 'Metric (retired_metric)', 'reach')}
        ${field('on', 'Only on (retired_metric)', 'FEED, REELS, STORY or ACCOUNT')}
        ${field('text', 'Text (private_fields)', 'only for its owner')}
        ${field('reason', 'Reason (throttle at Google)', 'quotaExceeded')}
        ${field('claim', 'Claim (wrong_id_token)', 'aud')}
      </div>
      <p><button class="main">Play</button></p>
    </form>
  </section>`;
}
