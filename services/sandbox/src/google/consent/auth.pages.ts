import { html, type Html } from '../../ui/html';
import { mark, SITES, type Page } from '../../ui/page';
import type { GoogleIdentity, GooglePersona } from '../../world/google-personas';
import { googleScope } from '../scopes';

interface Around {
  appName: string;
  persona: GooglePersona;
  /** Address of the form, with the whole query of the request. */
  action: string;
}

const page = ({ persona }: Pick<Around, 'persona'>, title: string, body: Html): Page => ({
  site: SITES.google,
  title,
  body,
  who: { name: persona.email, logout: '/logout' },
});

/** Step 1, only for somebody who manages brand accounts: a token is bound to one of them. [K] */
export function identityPage({ appName, persona, action }: Around): Page {
  return page(
    { persona },
    'Choose an account',
    html`<section class="card">
      <div class="pair">${mark(persona.name)}${mark(appName, 'app')}</div>
      <h1>Choose your account or a brand account</h1>
      <p class="soft">${appName} gets access to this one only.</p>
      <form method="post" action="${action}" id="identity">
        <ul class="rows">
          ${persona.identities.map(identityButton)}
        </ul>
        <button name="decision" value="cancel" id="cancel">Cancel</button>
      </form>
    </section>`,
  );
}

function identityButton({ id, name, channel }: GoogleIdentity): Html {
  const what = channel ? `YouTube channel @${channel.handle}` : 'No YouTube channel';
  return html`<li>
    <button class="row persona" name="identity" value="${id}" id="identity-${id}">
      ${mark(name)}<span
        ><strong>${name}</strong><small>${id === 'self' ? 'Your account' : 'Brand account'} · ${what}</small></span
      >
    </button>
  </li>`;
}

export interface Asked {
  scopes: readonly string[];
  /** Boxes, or only "allow everything". */
  boxes: boolean;
  granted: readonly string[];
  offline: boolean;
  chooser: string;
}

/** The last step: what the app asks for, with a box each. An empty one is no error, only a smaller grant. [GYT] */
export function consentPage({ appName, persona, action }: Around, identity: GoogleIdentity, asked: Asked): Page {
  const signIn = asked.scopes.filter((name) => googleScope(name)?.signIn);
  const others = asked.scopes.filter((name) => !googleScope(name)?.signIn);
  return page(
    { persona },
    'Access',
    html`<section class="card">
      <div class="pair">${mark(identity.name)}${mark(appName, 'app')}</div>
      <h1>${appName} wants access to your Google Account</h1>
      <p class="soft">
        ${identity.id === 'self' ? persona.email : `${identity.name} (brand account)`} ·
        <a href="${asked.chooser}" id="other-account">use another account</a>
      </p>
      ${persona.testUser && html`<p class="note">This app is in Testing: access ends after seven days.</p>`}
      <form method="post" action="${action}" id="consent">
        <input type="hidden" name="identity" value="${identity.id}" />
        ${others.length > 0 && html`<p>${asked.boxes ? 'Select what the app can access' : 'This will allow the app to:'}</p>`}
        <ul class="rows">
          ${signIn.map((name) => scopeRow(name, html`<span class="tag">always shared</span>`))}
          ${others.map((name) => (asked.boxes ? boxRow(name, persona, asked.granted) : scopeRow(name, html`<input type="hidden" name="scope" value="${name}" />`)))}
        </ul>
        ${asked.offline && html`<p class="soft small">The app keeps access when you are not using it. You can remove it in your Google Account.</p>`}
        <div class="actions">
          <button class="main" name="decision" value="continue" id="continue">
            ${asked.boxes ? 'Continue' : 'Allow'}
          </button>
          <button name="decision" value="cancel" id="cancel">Cancel</button>
        </div>
      </form>
    </section>`,
  );
}

function words(name: string): Html {
  const scope = googleScope(name);
  return html`<span
    ><strong>${scope?.label ?? name}</strong><small>${scope?.meaning} <span class="mono">${name}</span></small></span
  >`;
}

const scopeRow = (name: string, end: Html): Html =>
  html`<li>
    <div class="row">${words(name)}${end}</div>
  </li>`;

function boxRow(name: string, persona: GooglePersona, granted: readonly string[]): Html {
  const id = `scope-${name.split('/').at(-1) ?? ''}`;
  const ticked = !persona.unticks.includes(name) || granted.includes(name);
  return html`<li>
    <label class="row" for="${id}"
      >${words(name)}<input type="checkbox" name="scope" value="${name}" id="${id}" ${ticked && html` checked`}
    /></label>
  </li>`;
}
