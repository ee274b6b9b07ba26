import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../ui/html';
import { mark, sendPage, SITES, type Page } from '../ui/page';
import { forPersons, seeOther } from '../ui/sites';
import type { TikTokPerson } from '../tiktok/people';
import type { TikTok } from '../tiktok/tiktok';
import type { Marketplace } from './marketplace';
import type { Membership } from './ttcm.state';

const PATH = '/notifications';
const INVITATION = `${PATH}/creator-marketplace`;

/** TikTok's System Notifications as a creator sees them: View More → Join → confirmation (product.md 13). [SEED] */
export function notificationRoutes(scope: FastifyInstance, tiktok: TikTok, marketplace: Marketplace): void {
  const asPerson = forPersons((id) => tiktok.people.find(id), PATH);
  const membershipOf = ({ persona }: TikTokPerson) => marketplace.membership(persona);

  scope.get(
    PATH,
    asPerson(({ reply, person }) => sendPage(reply, listPage(person, membershipOf(person)))),
  );
  scope.get(
    INVITATION,
    asPerson(({ reply, person }) => {
      const membership = membershipOf(person);
      return membership.status === 'NOT_IN'
        ? seeOther(reply, PATH)
        : sendPage(reply, invitationPage(person, membership));
    }),
  );
  scope.post(
    `${INVITATION}/join`,
    asPerson(({ reply, person }) => seeOther(reply, marketplace.join(person.persona) ? INVITATION : PATH)),
  );
}

function page(person: TikTokPerson, title: string, body: Html): Page {
  return { site: SITES.tiktok, title, body, who: { name: `@${person.persona.handle}`, logout: '/logout' } };
}

function listPage(person: TikTokPerson, { status, joinedAt, removedAt }: Membership): Page {
  const invitation = html`<li>
    <div class="row">
      ${mark('Creator Marketplace')}<span
        ><strong>You are invited to join TikTok Creator Marketplace</strong>
        <small>Brands can find you and work with you.</small></span
      >
    </div>
    <div class="row"><a class="button" href="${INVITATION}" id="view-more">View More</a></div>
  </li>`;
  const joined = html`<li>
    <div class="row">
      ${mark('Creator Marketplace')}<span><strong>You have joined TikTok Creator Marketplace</strong></span>
    </div>
  </li>`;
  const removed = html`<li>
    <div class="row">
      ${mark('Creator Marketplace')}<span
        ><strong>You are no longer in TikTok Creator Marketplace</strong>
        <small>Your account does not meet its rules any more.</small></span
      >
    </div>
  </li>`;
  const news =
    status === 'INVITED' ? invitation : joinedAt !== undefined ? joined : removedAt !== undefined ? removed : undefined;
  return page(
    person,
    'System Notifications',
    html`<section class="card">
      <h1>System Notifications</h1>
      ${
        news
          ? html`<ul class="rows">
              ${news}
            </ul>`
          : html`<p class="soft" id="no-notifications">Nothing new.</p>`
      }
    </section>`,
  );
}

function invitationPage(person: TikTokPerson, { status }: Membership): Page {
  if (status === 'IN') {
    return page(
      person,
      'Creator Marketplace',
      html`<section class="card">
        <h1 id="joined">You've joined Creator Marketplace</h1>
        <p>Brands and agencies in the marketplace can see your public profile and how your videos perform.</p>
        <a class="button" href="${PATH}">Back to notifications</a>
      </section>`,
    );
  }
  return page(
    person,
    'Creator Marketplace',
    html`<section class="card">
      <h1>Join TikTok Creator Marketplace</h1>
      <p>
        An agency invites you. As a member you are found by brands, and they can read the performance of your public
        videos. You can leave at any time.
      </p>
      <form method="post" action="${INVITATION}/join" id="join-form">
        <div class="actions">
          <button class="main" id="join">Join</button><a class="button" href="${PATH}" id="later">Not now</a>
        </div>
      </form>
    </section>`,
  );
}
