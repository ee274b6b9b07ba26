import type { FastifyRequest } from 'fastify';
import { queryField, words } from '../../box/parameters';
import { instagramId, readAlbumChildId, readMediaId, readStoryId } from '../../world/ids';
import type { InstagramPost } from '../../world/instagram-posts';
import type { Facebook } from '../facebook';
import { instagramNow } from '../instagram-now';
import { accountInsights, spanOf } from './account-insights';
import { demand, reachInstagram, type Caller } from './caller';
import { masked, namedFields } from './fields';
import { badParameter, metricNotHere, metricRemoved, missingObject } from './graph-error';
import { INSIGHT_FIELDS, type Insight } from './insight-answer';
import { mediaSlice, renderInstagram } from './instagram-fields';
import { renderChild, renderMedia } from './media-fields';
import { mediaInsights, surfaceOf, type Surface } from './media-insights';
import { addressOf, pagingOf, readCursors } from './paging';
import { fieldsOf } from './people-and-pages';

const ID_ONLY = namedFields('id');

export function readInstagram(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  return renderInstagram(facebook.box, reachInstagram(facebook, caller, id), fieldsOf(request) ?? ID_ONLY);
}

export function readMediaList(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const { box } = facebook;
  const account = reachInstagram(facebook, caller, id);
  const span = { since: unixTime(request, 'since'), until: unixTime(request, 'until') };
  const slice = mediaSlice(box, account, readCursors(request.query as Record<string, unknown>), span);
  const fields = fieldsOf(request) ?? ID_ONLY;
  return {
    data: slice.data.map((index) => renderMedia(box, box.world.instagram.post(account, index), fields)),
    ...pagingOf(slice, addressOf(request)),
  };
}

export function readStories(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const account = reachInstagram(facebook, caller, id);
  const stories = facebook.box.world.instagram.stories(account, facebook.box.clock.now());
  const fields = fieldsOf(request) ?? ID_ONLY;
  return { data: stories.map((story) => renderMedia(facebook.box, story, fields)) };
}

export function readAccountInsights(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const account = reachInstagram(facebook, caller, id);
  demand(facebook, caller, 'instagram_manage_insights');
  const metrics = words(queryField(request, 'metric'));
  refuseRetired(facebook, caller, metrics, 'ACCOUNT');
  const span = { since: unixTime(request, 'since'), until: unixTime(request, 'until') };
  const insights = accountInsights(facebook.box, account, {
    metrics,
    period: queryField(request, 'period'),
    metricType: queryField(request, 'metric_type'),
    // Meta's own sample spells it with an s once.
    breakdown: queryField(request, 'breakdown') ?? queryField(request, 'breakdowns'),
    timeframe: queryField(request, 'timeframe'),
    ...span,
  });
  const isSeries = insights.some(({ values }) => values !== undefined);
  return {
    data: asked(request, insights),
    ...(isSeries ? { paging: spansAround(request, spanOf(facebook.box, span)) } : {}),
  };
}

/** A series leads to spans of the same length before and after it, without an end. [K] */
function spansAround(request: FastifyRequest, { since, until }: { since: number; until: number }): object {
  const address = addressOf(request);
  const to = (from: number) => address({ since: String(from), until: String(from + until - since) });
  return { previous: to(2 * since - until), next: to(until) };
}

export function readMedia(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const fields = fieldsOf(request) ?? ID_ONLY;
  const child = readAlbumChildId(id);
  const post = reachPost(facebook, caller, child ?? undefined, id);
  return child ? renderChild(facebook.box, post, id, fields) : renderMedia(facebook.box, post, fields);
}

export function readChildren(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const post = reachPost(facebook, caller, undefined, id);
  const fields = fieldsOf(request) ?? ID_ONLY;
  return { data: post.children.map((child) => renderChild(facebook.box, post, child, fields)) };
}

export function readMediaInsights(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  if (readAlbumChildId(id)) throw badParameter('Insights are not available for children of an album');
  const post = reachPost(facebook, caller, undefined, id);
  demand(facebook, caller, 'instagram_manage_insights');
  const metrics = words(queryField(request, 'metric'));
  refuseRetired(facebook, caller, metrics, surfaceOf(post));
  return { data: asked(request, mediaInsights(facebook.box, post, metrics, queryField(request, 'breakdown'))) };
}

function asked(request: FastifyRequest, insights: readonly Insight[]): object[] {
  const fields = fieldsOf(request);
  return insights.map((insight) => masked('InsightsResult', INSIGHT_FIELDS, insight, fields));
}

/** Scripted: Meta takes a metric away, everywhere or on one surface. One such metric fails the whole call. [GVER] */
function refuseRetired(
  { box }: Facebook,
  { persona }: Caller,
  metrics: readonly string[],
  surface: Surface | 'ACCOUNT',
): void {
  const operation = surface === 'ACCOUNT' ? 'graph.instagram.insights' : 'graph.media.insights';
  const fault = box.faults.take(
    ['retired_metric'],
    { platform: 'facebook', operation, persona: persona.id },
    (one) => metrics.includes(one.metric) && (one.on === undefined || one.on === surface),
  );
  if (!fault) return;
  if (surface === 'ACCOUNT') throw metricRemoved(fault.metric, 'user');
  throw fault.on === undefined ? metricRemoved(fault.metric, 'media') : metricNotHere(fault.metric);
}

/** A post or story that exists by now and belongs to an account this caller may read. */
function reachPost(
  facebook: Facebook,
  caller: Caller,
  child: { account: number; index: number } | undefined,
  id: string,
): InstagramPost {
  const { clock, world } = facebook.box;
  const story = readStoryId(id);
  const place = story ?? child ?? readMediaId(id);
  const account = place && instagramNow(facebook.box, place.account);
  if (!place || !account) throw missingObject(id);
  reachInstagram(facebook, caller, instagramId(account.number));
  const post = story ? world.instagram.story(account, place.index) : world.instagram.post(account, place.index);
  // Stories vanish after 24 hours, and their insights with them. [IGMI]
  const gone = story && !world.instagram.storyIsLive(post, clock.now());
  if (gone || post.at > clock.now() || (child && !post.children.includes(id))) throw missingObject(id);
  return post;
}

function unixTime(request: FastifyRequest, name: string): number | undefined {
  const text = queryField(request, name);
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (!Number.isFinite(seconds)) throw badParameter(`Param ${name} must be a unix time or a date`);
  return Math.floor(seconds);
}
