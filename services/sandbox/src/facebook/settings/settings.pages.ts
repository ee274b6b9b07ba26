import { html, type Html } from '../../ui/html';
import { mark, SITES, type Page } from '../../ui/page';
import type { FacebookPersona } from '../../world/facebook-personas';
import { instagramId } from '../../world/ids';
import type { FacebookGrant } from '../facebook.state';
import type { PersonPage } from '../people';
import { permissionNamed } from '../permissions';

const site = SITES.facebook;
const who = (persona: FacebookPersona) => ({ name: persona.name, logout: '/logout' });

export function homePage(persona: FacebookPersona, pages: readonly PersonPage[]): Page {
  return {
    site,
    title: persona.name,
    who: who(persona),
    body: html`<section class="card">
      <div class="pair">
        ${mark(persona.name)}
        <div>
          <h1>${persona.name}</h1>
          <span class="soft">${persona.shows}</span>
        </div>
      </div>
      <h2>Your Pages</h2>
      ${
        pages.length === 0
          ? html`<p class="soft">You do not manage a Page.</p>`
          : html`<ul class="rows">
              ${pages.map(pageRow)}
            </ul>`
      }
      <a class="button" href="/settings/business-integrations" id="business-integrations"
        >Settings → Business Integrations</a
      >
    </section>`,
  };
}

function pageRow({ page, instagram, personal, hasRole }: PersonPage): Html {
  const linked = instagram
    ? `@${instagram.username}`
    : personal
      ? 'a personal Instagram account'
      : 'no Instagram account';
  return html`<li>
    <div class="row">
      ${mark(page.name)}<span><strong>${page.name}</strong><small>Linked: ${linked}</small></span>
      ${!hasRole && html`<span class="tag bad">no role any more</span>`}${page.placeholder && html`<span class="tag warn">placeholder</span>`}
    </div>
  </li>`;
}

/** Settings → Business Integrations: what the app holds, to be narrowed or taken back. */
export function integrationsPage(
  persona: FacebookPersona,
  appName: string,
  grant: FacebookGrant | undefined,
  pages: readonly PersonPage[],
): Page {
  const active = grant && !grant.removed;
  return {
    site,
    title: 'Business Integrations',
    who: who(persona),
    body: html`<section class="card">
      <h1>Business Integrations</h1>
      <p class="soft">Apps and services that you gave access with Facebook.</p>
      ${
        active
          ? integration(appName, grant, pages)
          : html`<p id="no-integrations">No app has access.</p>
              ${grant && removedNote(appName)}`
      }
    </section>`,
  };
}

function integration(appName: string, grant: FacebookGrant, pages: readonly PersonPage[]): Html {
  const names = Object.keys(grant.permissions).filter((name) => name !== 'public_profile');
  const accounts = pages.flatMap(({ instagram }) => (instagram ? [instagram] : []));
  return html`<div class="pair">
      ${mark(appName, 'app')}
      <div>
        <h2>${appName}</h2>
        <span class="tag good">Active</span>
      </div>
    </div>
    <details id="view-and-edit">
      <summary>View and edit</summary>
      <form method="post" action="/settings/business-integrations/edit" id="edit">
        <ul class="rows">
          ${names.map((name) => tick('permission', name, permissionNamed(name)?.label ?? name, grant.permissions[name] === 'granted'))}
        </ul>
        <ul class="rows">
          ${pages.map(({ id, page }) => tick('page', id, page.name, grant.pages?.includes(id) ?? true))}
          ${accounts.map(({ number, username }) => {
            const id = instagramId(number);
            return tick('instagram', id, `@${username}`, grant.instagram?.includes(id) ?? true);
          })}
        </ul>
        <p><button id="save">Save</button></p>
      </form>
    </details>
    <form method="post" action="/settings/business-integrations/remove" id="remove-app">
      <p class="soft">Removing ${appName} ends its access at once. It may still hold what it read before.</p>
      <button class="bad" id="remove">Remove ${appName}</button>
    </form>`;
}

function tick(field: string, value: string, label: string, ticked: boolean): Html {
  return html`<li>
    <label class="row" for="${field}-${value}"
      ><span>${label}</span>
      <input type="checkbox" name="${field}" value="${value}" id="${field}-${value}" ${ticked && html` checked`}
    /></label>
  </li>`;
}

function removedNote(appName: string): Html {
  return html`<div class="note">You removed ${appName}. You can also ask it to delete what it holds about you.</div>
    <form method="post" action="/settings/business-integrations/data-deletion" id="data-deletion">
      <button id="send-deletion-request">Send request</button>
    </form>`;
}

/** What the app answered to the request for deletion. */
export function deletionPage(persona: FacebookPersona, answer: { url?: string; code?: string } | undefined): Page {
  return {
    site,
    title: 'Data deletion',
    who: who(persona),
    body: html`<section class="card">
      <h1>${answer ? 'Request sent' : 'The app did not answer'}</h1>
      ${
        answer
          ? html`<p>Confirmation code: <strong id="confirmation-code">${answer.code ?? 'none was given'}</strong></p>
              ${answer.url && html`<p><a href="${answer.url}" id="deletion-status">See what becomes of it</a></p>`}`
          : html`<p>Facebook will try again. You can also ask the app itself.</p>`
      }
      <a href="/settings/business-integrations">Back</a>
    </section>`,
  };
}
