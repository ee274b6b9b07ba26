import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Box } from '../box/box';
import { countCalls } from '../box/call-log';
import { readFault } from '../box/faults';
import { bodyField, pathField, queryField } from '../box/parameters';
import { changeRegistrations, registrationsPatch } from '../box/registrations';
import { changeSettings, settingsPatch } from '../state/settings';
import { html } from '../ui/html';
import { sendPage, SITES, type Page } from '../ui/page';
import { nextOf, refuseForeignForms, seeOther } from '../ui/sites';
import { controlPageRoutes } from './control-page.routes';
import { isoTime, UnknownDetail, type PersonaDesk } from './persona-action';

const clockChange = z.strictObject({
  advanceSeconds: z.coerce
    .number()
    .min(0)
    .max(10 * 365 * 86_400)
    .optional(),
  endsToldIn: z.enum(['caller', 'sandbox']).optional(),
});

/** `/control`: the hands behind the pretended platforms. JSON in and out; forms of the control page are sent back to it. */
export function controlRoutes(app: FastifyInstance, box: Box, desks: readonly PersonaDesk[]): void {
  void app.register(async (scope) => {
    scope.addHook('onRequest', refuseForeignForms);
    scope.setErrorHandler(controlError);
    // A call without details may say "JSON" and send nothing.
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) =>
      readJson(body.toString(), parsed),
    );
    controlPageRoutes(scope, box, desks);

    const clock = () => ({
      now: isoTime(box.clock.now()),
      offsetSeconds: box.clock.offsetSeconds(),
      endsToldIn: box.state.clock.endsToldIn,
    });
    scope.get('/control/clock', async () => clock());
    scope.post('/control/clock', async (request, reply) => {
      const { advanceSeconds = 0, endsToldIn } = clockChange.parse(fieldsOf(request));
      box.clock.advance(advanceSeconds);
      if (endsToldIn) box.state.clock.endsToldIn = endsToldIn;
      box.changed();
      return done(request, reply, clock());
    });

    scope.get('/control/settings', async () => box.state.settings);
    scope.route({
      method: ['POST', 'PATCH'],
      url: '/control/settings',
      async handler(request, reply) {
        changeSettings(box.state.settings, settingsPatch.parse(fieldsOf(request)));
        box.changed();
        return done(request, reply, box.state.settings);
      },
    });
    scope.post('/control/registrations', async (request, reply) => {
      changeRegistrations(box.registrations, registrationsPatch.parse(fieldsOf(request)));
      return done(request, reply, publicRegistrations(box));
    });

    faultRoutes(scope, box);
    observationRoutes(scope, box);
    personaRoutes(scope, desks);
    worldRoutes(scope, box);

    scope.get('/control/state', async () => ({
      clock: clock(),
      startedAt: isoTime(box.state.startedAt),
      seed: box.world.seed,
      settings: box.state.settings,
      registrations: publicRegistrations(box),
      faults: box.faults.list(),
      refreshTokensReused: box.state.tiktok.refreshTokensReused,
      personas: desks.flatMap((desk) => desk.ids.map((id) => ({ id, state: desk.view(id)?.state }))),
    }));
    scope.post('/control/reset', async (request, reply) => {
      box.reset();
      return done(request, reply, { reset: true });
    });
  });
}

function faultRoutes(scope: FastifyInstance, box: Box): void {
  scope.get('/control/faults', async () => ({ faults: box.faults.list() }));
  scope.post('/control/faults', async (request, reply) => {
    const fault = box.faults.add(readFault(fieldsOf(request)));
    return done(request, reply, fault, 201);
  });
  const remove = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const id = pathField(request, 'id');
    if (id === '') box.faults.clear();
    else if (!box.faults.remove(Number(id))) return reply.code(404).send({ error: 'no such fault' });
    return done(request, reply, { faults: box.faults.list() });
  };
  scope.delete('/control/faults', remove);
  scope.delete('/control/faults/:id', remove);
  // Forms know no DELETE.
  scope.post('/control/faults/clear', remove);
  scope.post('/control/faults/:id/remove', remove);
}

function observationRoutes(scope: FastifyInstance, box: Box): void {
  const since = (request: FastifyRequest): number => Number(queryField(request, 'since') ?? 0) || 0;
  /** A moment (real time) works as well as a number. */
  const sinceMoment = (request: FastifyRequest): string | undefined => {
    const text = queryField(request, 'since') ?? '';
    return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;
  };
  scope.get('/control/calls', async (request) => {
    const calls = box.calls.find({
      since: since(request),
      from: sinceMoment(request),
      platform: queryField(request, 'platform'),
      operation: queryField(request, 'operation'),
      persona: queryField(request, 'persona'),
      tokenFingerprint: queryField(request, 'tokenFingerprint'),
    });
    return { next: box.calls.next, counts: countCalls(calls), calls };
  });
  scope.get('/control/leaks', async (request) => ({ leaks: box.leaks.list(since(request)) }));
  scope.get('/control/callbacks', async (request) => ({ callbacks: box.callbacks.list(since(request)) }));
}

function personaRoutes(scope: FastifyInstance, desks: readonly PersonaDesk[]): void {
  const deskOf = (id: string): PersonaDesk | undefined => desks.find((desk) => desk.view(id) !== undefined);
  scope.get('/control/personas', async () => ({
    personas: desks.flatMap((desk) => desk.ids.map((id) => desk.view(id))),
  }));
  scope.get('/control/personas/:id', async (request, reply) => {
    const id = pathField(request, 'id');
    return deskOf(id)?.view(id) ?? reply.code(404).send({ error: `there is no persona ${id}` });
  });
  scope.post('/control/personas/:id/:action', async (request, reply) => {
    const [id, name] = [pathField(request, 'id'), pathField(request, 'action')];
    const desk = deskOf(id);
    const action = desk?.actions.find((one) => one.name === name);
    if (!desk || !action) {
      const known = desk?.actions.map((one) => one.name);
      return reply
        .code(404)
        .send({ error: desk ? `there is no action ${name}` : `there is no persona ${id}`, actions: known });
    }
    action.run(id, fieldsOf(request));
    return done(request, reply, desk.view(id));
  });
}

const worldChange = z.strictObject({ accounts: z.coerce.number().int().min(0).max(50_000_000) });
const piece = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(1_000).default(10),
});

/** The generated world: how large it is, and a piece of it. */
function worldRoutes(scope: FastifyInstance, box: Box): void {
  const show = (request: FastifyRequest) => {
    const { from, count } = piece.parse(request.query);
    const ids = (kind: 'instagram' | 'tiktok' | 'youtube') => box.world.inhabitants.ids(kind, from, count);
    return {
      seed: box.world.seed,
      accounts: box.state.settings.world.accounts,
      instagram: ids('instagram'),
      tiktok: ids('tiktok'),
      youtube: ids('youtube'),
    };
  };
  scope.get('/control/world', async (request) => show(request));
  scope.post('/control/world', async (request, reply) => {
    changeSettings(box.state.settings, { world: worldChange.parse(fieldsOf(request)) });
    box.changed();
    return done(request, reply, show(request));
  });
}

/** Ids, addresses and switches; no secret. */
function publicRegistrations({ registrations: { appName, meta, tiktok, ttcm, google } }: Box): object {
  const { appSecret: _metaSecret, discoveryToken: _discoveryToken, ...metaOpen } = meta;
  const { clientSecret: _tiktokSecret, ...tiktokOpen } = tiktok;
  const { clientSecret: _googleSecret, apiKey: _apiKey, ...googleOpen } = google;
  return {
    appName,
    meta: metaOpen,
    tiktok: tiktokOpen,
    ttcm: { appId: ttcm.appId, accountId: ttcm.accountId },
    google: googleOpen,
  };
}

function readJson(text: string, parsed: (error: Error | null, body?: unknown) => void): void {
  try {
    parsed(null, text === '' ? {} : JSON.parse(text));
  } catch {
    parsed(new UnknownDetail('the body is not JSON'));
  }
}

const isForm = (request: FastifyRequest): boolean =>
  /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');

/** The body without what only the page needs. */
function fieldsOf(request: FastifyRequest): Record<string, unknown> {
  const body =
    typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};
  const { back: _back, ...fields } = body;
  return isForm(request) ? fields : body;
}

function done(request: FastifyRequest, reply: FastifyReply, result: unknown, status = 200): unknown {
  if (isForm(request)) return seeOther(reply, nextOf(bodyField(request, 'back') ?? '/control'));
  return reply.code(status).send(result);
}

function controlError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isForm(request) && (error instanceof z.ZodError || error instanceof UnknownDetail)) {
    return sendPage(reply, refusalPage(error, nextOf(bodyField(request, 'back') ?? '/control')), 400);
  }
  if (error instanceof z.ZodError) {
    const issues = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    return reply.code(400).send({ error: 'not understood', issues });
  }
  if (error instanceof UnknownDetail) return reply.code(400).send({ error: error.message });
  throw error;
}

/** For people: what was wrong in words, and the way back to the card it came from. */
function refusalPage(error: z.ZodError | UnknownDetail, back: string): Page {
  const reasons =
    error instanceof z.ZodError
      ? error.issues.map((issue) => `${issue.path.join('.') || 'field'}: ${issue.message}`)
      : [error.message];
  return {
    site: SITES.control,
    title: 'Not possible',
    body: html`<section class="card">
      <h1>That is not possible now</h1>
      ${reasons.map((reason) => html`<p>${reason}</p>`)}
      <a class="button" href="${back}">Back</a>
    </section>`,
  };
}
