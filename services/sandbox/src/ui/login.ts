import type { FastifyInstance } from 'fastify';
import { bodyField, queryField } from '../box/parameters';
import { html } from './html';
import { mark, messagePage, sendPage, type Site } from './page';
import { logIn, logOut, nextOf, seeOther } from './sites';

export interface LoginChoice {
  id: string;
  name: string;
  shows: string;
}

/**
 * Login without any field for a password: a persona is chosen by its button.
 * `GET /login?next=&persona=` · `POST /login` {persona, next} · `POST /logout`
 */
export function loginRoutes(
  scope: FastifyInstance,
  site: Site,
  choices: readonly LoginChoice[],
  /** Also those who are not listed, because they are too many. */
  find: (id: string) => LoginChoice | undefined,
  onLogin: (id: string) => void,
): void {
  scope.get('/login', async (request, reply) => {
    const wanted = queryField(request, 'persona');
    const first = [wanted === undefined ? undefined : find(wanted)].filter((choice) => choice !== undefined);
    const others = choices.filter((choice) => choice.id !== wanted);
    return sendPage(reply, {
      site,
      title: 'Log in',
      body: html`<section class="card">
        <h1>Who are you at ${site.name}?</h1>
        <p class="soft">There are no passwords here. Choose a persona; each shows another situation.</p>
        <form method="post" action="/login" id="login">
          <input type="hidden" name="next" value="${nextOf(queryField(request, 'next'))}" />
          <ul class="rows">
            ${[...first, ...others].map((choice) => loginButton(choice, choice.id === wanted))}
          </ul>
        </form>
      </section>`,
    });
  });

  scope.post('/login', async (request, reply) => {
    const persona = bodyField(request, 'persona') ?? '';
    if (!find(persona)) {
      return sendPage(
        reply,
        messagePage(site, 'Nobody of that name', `There is no persona "${persona}" at ${site.name}.`),
        400,
      );
    }
    onLogin(persona);
    logIn(reply, persona);
    return seeOther(reply, nextOf(bodyField(request, 'next')));
  });

  scope.post('/logout', async (_request, reply) => {
    logOut(reply);
    return seeOther(reply, '/login');
  });
}

function loginButton(choice: LoginChoice, wanted: boolean) {
  return html`<li>
    <button
      class="row persona"
      name="persona"
      value="${choice.id}"
      id="login-${choice.id}"
      ${wanted && html` autofocus`}
    >
      ${mark(choice.name)}<span><strong>Log in as ${choice.name}</strong><small>${choice.shows}</small></span>
    </button>
  </li>`;
}
