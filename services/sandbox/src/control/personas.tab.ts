import { html, type Html } from '../ui/html';
import { mark } from '../ui/page';
import type { PersonaAction, PersonaDesk, PersonaView } from './persona-action';

const SITE_NAMES = {
  facebook: 'Facebook and Instagram',
  tiktok: 'TikTok and its Creator Marketplace',
  google: 'Google and YouTube',
} as const;
/** So many buttons stand open on a card; the others wait behind "More". */
const SHOWN = 4;

export function personasTab(desks: readonly PersonaDesk[]): Html {
  return html`${desks.map((desk) => {
    const views = desk.ids.flatMap((id) => desk.view(id) ?? []);
    const platform = views[0]?.platform ?? 'facebook';
    return html`<h2 id="${platform}">${SITE_NAMES[platform]}</h2>
      <div class="grid ${platform}">${views.map((view) => personaCard(view, desk.actions))}</div>
      <br />`;
  })}`;
}

function personaCard(view: PersonaView, actions: readonly PersonaAction[]): Html {
  const buttons = actions.filter((action) => action.name !== 'set').map((action) => actionButton(view.id, action));
  return html`<article class="card" id="${view.id}">
    <div class="pair">
      ${mark(view.name)}
      <div>
        <h3>${view.id}</h3>
        ${tags(view)}
      </div>
    </div>
    <p class="small">${view.shows}</p>
    ${view.handles.length > 0 && html`<p class="mono">${shortened(view.handles)}</p>`}
    <p class="small links">
      ${Object.entries(view.links).map(([name, href]) => html`<a href="${href}">${name === 'home' ? 'log in' : name}</a>`)}
      <a href="/control/personas/${view.id}">state</a>
    </p>
    <div class="actions">${buttons.slice(0, SHOWN)}</div>
    <details>
      <summary class="small">More</summary>
      <div class="actions">${buttons.slice(SHOWN)}</div>
    </details>
  </article>`;
}

function shortened(handles: readonly string[]): string {
  const shown = handles.slice(0, 2).map((handle) => `@${handle}`);
  return handles.length > 2 ? `${shown.join(' ')} and ${handles.length - 2} more` : shown.join(' ');
}

function actionButton(id: string, action: PersonaAction): Html {
  return html`<form method="post" action="/control/personas/${id}/${action.name}">
    <input type="hidden" name="back" value="/control?tab=personas#${id}" />
    <button class="small" title="${action.effect}">${action.label}</button>
  </form>`;
}

function tags({ state }: PersonaView): Html {
  const { grants, marketplace, blocked } = state;
  const standing = Array.isArray(grants) ? (grants as { status: string }[]).map((grant) => grant.status) : [];
  const membership = (marketplace as { status: string } | undefined)?.status;
  const connected = standing.includes('active');
  return html`<span class="tag ${connected && 'good'}"
      >${connected ? 'connected' : standing.length > 0 ? 'removed' : 'not connected'}</span
    >
    ${membership && html` <span class="tag ${membership === 'IN' && 'good'}">marketplace: ${membership}</span>`}
    ${typeof blocked === 'number' && html` <span class="tag bad">blocked ${blocked}</span>`}`;
}
