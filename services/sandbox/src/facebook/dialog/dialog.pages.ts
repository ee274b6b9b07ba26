import { html, type Html } from '../../ui/html';
import { mark, SITES, type Page } from '../../ui/page';
import type { FacebookPersona } from '../../world/facebook-personas';
import { instagramId } from '../../world/ids';
import type { FacebookGrant } from '../facebook.state';
import type { PersonPage } from '../people';
import { permissionNamed } from '../permissions';
import type { PermissionBoxes, TargetBoxes } from './boxes';

interface Around {
  appName: string;
  persona: FacebookPersona;
  /** Address of the form, with the whole query of the dialog. */
  action: string;
}

const site = SITES.facebook;

function dialogPage({ persona }: Around, title: string, body: Html): Page {
  return { site, title, body, who: { name: persona.name, logout: '/logout' } };
}

function head({ appName, persona }: Around, title: string, text: string): Html {
  return html`<div class="pair">${mark(persona.name)}${mark(appName, 'app')}</div>
    <h1>${title}</h1>
    <p class="soft">${text}</p>`;
}

/** Step 0, when the person said yes before: one click, and nothing new is offered. */
export function continueAsPage(around: Around, grant: FacebookGrant, editAction: string): Page {
  const shared =
    grant.pages === null ? 'all your Pages' : `${grant.pages.length} ${grant.pages.length === 1 ? 'Page' : 'Pages'}`;
  return dialogPage(
    around,
    'Continue',
    html`<section class="card">
      ${head(around, `Continue to ${around.appName}?`, `You shared ${shared} with ${around.appName} before. Continuing changes nothing: Pages made since then stay hidden.`)}
      <form method="post" action="${around.action}" id="continue-as">
        <div class="actions">
          <button class="main" name="decision" value="continue" id="continue">
            Continue as ${around.persona.name}
          </button>
          <button name="decision" value="cancel" id="cancel">Cancel</button>
          <a class="push" href="${editAction}" id="edit-settings">Edit settings</a>
        </div>
      </form>
    </section>`,
  );
}

/** Step 1: permissions, each with its box. An unticked one is no error, only a smaller grant. */
export function permissionsPage(around: Around, { asked, kept, unticked }: PermissionBoxes): Page {
  return dialogPage(
    around,
    'Permissions',
    html`<section class="card">
      ${head(around, `${around.appName} asks for access`, 'Untick what you do not want to share.')}
      <form method="post" action="${around.action}" id="permissions">
        ${kept.map((name) => html`<input type="hidden" name="permission" value="${name}" />`)}
        <ul class="rows">
          ${asked.map((name) => permissionRow(name, !unticked.includes(name)))}
        </ul>
        <div class="actions">
          ${decisions(around, 'Next')}
          <span class="push soft small">Step 1 of 2</span>
        </div>
      </form>
    </section>`,
  );
}

/** Whoever means to refuse finds "Cancel" first, where the key Enter leads to. */
function decisions({ persona }: Around, forward: string): Html {
  const refuses = persona.habits?.refuses ?? false;
  const go = html`<button ${!refuses && html`class="main"`} name="decision" value="continue" id="continue">
    ${forward}
  </button>`;
  const cancel = html`<button ${refuses && html`class="main"`} name="decision" value="cancel" id="cancel">
    Cancel
  </button>`;
  return refuses ? html`${cancel} ${go}` : html`${go} ${cancel}`;
}

function permissionRow(name: string, ticked: boolean): Html {
  const permission = permissionNamed(name);
  if (!permission) return html``;
  const text = html`<span
    ><strong>${permission.label}</strong><small>${permission.meaning} <span class="mono">${name}</span></small></span
  >`;
  if (permission.locked)
    return html`<li>
      <div class="row">${text}<span class="tag">always shared</span></div>
    </li>`;
  return html`<li>
    <label class="row" for="permission-${name}"
      >${text}
      <input type="checkbox" name="permission" value="${name}" id="permission-${name}" ${ticked && html` checked`}
    /></label>
  </li>`;
}

/** Step 2: which Pages, and which Instagram accounts behind them. */
export function targetsPage(
  around: Around,
  pages: readonly PersonPage[],
  boxes: TargetBoxes,
  permissions: readonly string[],
): Page {
  const none = html`<p class="note" id="no-pages">
    You do not manage a Page. You can go on; ${around.appName} will not find one.
  </p>`;
  const all = html`<label class="row" for="all-pages"
    ><span><strong>All current and future Pages</strong><small>Also those you create later.</small></span>
    <input type="checkbox" name="all" value="yes" id="all-pages" ${boxes.all && html` checked`}
  /></label>`;
  return dialogPage(
    around,
    'Pages and Instagram accounts',
    html`<section class="card">
      ${head(around, 'What do you want to share?', `Choose the Pages and the Instagram accounts that ${around.appName} may use.`)}
      <form method="post" action="${around.action}" id="targets">
        ${permissions.map((name) => html`<input type="hidden" name="permission" value="${name}" />`)}
        ${
          pages.length === 0
            ? none
            : html`<ul class="rows">
                ${pages.map((page) => pageRows(page, boxes))}
                <li>${all}</li>
              </ul>`
        }
        <div class="actions">
          <button class="main" name="decision" value="continue" id="continue">Done</button>
          <button name="decision" value="back" id="back">Back</button>
          <button name="decision" value="cancel" id="cancel">Cancel</button>
          <span class="push soft small">Step 2 of 2</span>
        </div>
      </form>
    </section>`,
  );
}

function pageRows({ id, page, instagram, personal }: PersonPage, boxes: TargetBoxes): Html {
  const account = instagram && instagramId(instagram.number);
  const why = personal ? 'The Instagram account is a personal one.' : 'No Instagram account is connected.';
  return html`<li>
    <label class="row" for="page-${id}"
      >${mark(page.name)}<span
        ><strong>${page.name}</strong>
        <small>${page.heldByBusiness ? 'Page · held by a business portfolio' : `Page · ${page.category}`}</small></span
      >
      <input type="checkbox" name="page" value="${id}" id="page-${id}" ${boxes.pages.includes(id) && html` checked`}
    /></label>
    ${
      instagram && account
        ? html`<label class="row inner" for="instagram-${account}"
            ><span>@${instagram.username}<small>Instagram · ${instagram.kind}</small></span>
            <input
              type="checkbox"
              name="instagram"
              value="${account}"
              id="instagram-${account}"
              ${boxes.instagram.includes(account) && html` checked`}
          /></label>`
        : html`<div class="row inner"><span class="soft small">${why}</span></div>`
    }
  </li>`;
}
