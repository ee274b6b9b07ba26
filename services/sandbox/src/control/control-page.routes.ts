import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Box } from '../box/box';
import { queryField } from '../box/parameters';
import type { SandboxConfig } from '../sandbox.config';
import { html, type Html } from '../ui/html';
import { sendPage, SITES } from '../ui/page';
import { callsTab } from './calls.tab';
import { faultsTab } from './faults.tab';
import type { PersonaDesk } from './persona-action';
import { personasTab } from './personas.tab';

const TABS = { personas: 'Personas', faults: 'Faults', calls: 'Calls and callbacks' } as const;
type Tab = keyof typeof TABS;

/** `/` and `/control`: everything in at most three clicks, without a script. */
export function controlPageRoutes(scope: FastifyInstance, box: Box, desks: readonly PersonaDesk[]): void {
  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = queryField(request, 'tab');
    const tab: Tab = asked === 'faults' || asked === 'calls' ? asked : 'personas';
    const content: Record<Tab, () => Html> = {
      personas: () => personasTab(desks),
      faults: () => faultsTab(box.faults.list()),
      calls: () => callsTab(box),
    };
    return sendPage(reply, {
      site: SITES.control,
      title: TABS[tab],
      wide: true,
      bar: tabs(tab, box.config),
      body: html`<h1>${TABS[tab]}</h1>
        ${clockCard(box, tab)}${content[tab]()}`,
    });
  };
  scope.get('/', page);
  scope.get('/control', page);
}

const tabs = (current: Tab, { SANDBOX_APP_URL, SANDBOX_INBOX_URL }: SandboxConfig): Html =>
  html`<nav class="tabs" aria-label="Sandbox control">
    ${(Object.keys(TABS) as Tab[]).map(
      (tab) => html`<a href="/control?tab=${tab}" ${tab === current && html` aria-current="page"`}>${TABS[tab]}</a>`,
    )}
    ${SANDBOX_APP_URL && html`<a class="away" href="${SANDBOX_APP_URL}">To the app</a>`}
    ${SANDBOX_INBOX_URL && html`<a href="${SANDBOX_INBOX_URL}">Inbox</a>`}
  </nav>`;

const STEPS: readonly [seconds: number, label: string][] = [
  [3_600, '+1 hour'],
  [86_400, '+1 day'],
  [7 * 86_400, '+7 days'],
  [61 * 86_400, '+61 days: Meta tokens end'],
  [91 * 86_400, '+91 days: data access ends'],
];

function clockCard(box: Box, tab: Tab): Html {
  const offset = box.clock.offsetSeconds();
  const days = Math.floor(offset / 86_400);
  const hours = Math.floor((offset % 86_400) / 3_600);
  return html`<section class="card" id="clock">
    <h2>
      Clock of the platforms: ${new Date(box.clock.now()).toISOString().slice(0, 16).replace('T', ' ')} UTC
      <span class="tag ${offset > 0 && 'warn'}">${offset > 0 ? `${days} d ${hours} h ahead` : 'real time'}</span>
    </h2>
    <div class="actions">
      <form method="post" action="/control/clock" class="actions">
        <input type="hidden" name="back" value="/control?tab=${tab}" />
        ${STEPS.map(([seconds, label]) => html`<button class="small" name="advanceSeconds" value="${seconds}">${label}</button>`)}
      </form>
      <form method="post" action="/control/reset" class="push">
        <input type="hidden" name="back" value="/control?tab=${tab}" /><button class="small bad">
          Forget everything
        </button>
      </form>
    </div>
  </section>`;
}
