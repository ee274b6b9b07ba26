import type { FastifyRequest } from 'fastify';
import { queryField } from '../../box/parameters';
import type { FacebookPersona } from '../../world/facebook-personas';
import { facebookUserId, instagramId } from '../../world/ids';
import type { Facebook } from '../facebook';
import type { PersonPage } from '../people';
import { demand, holds, isHeldBack, sharedInstagram, sharedPages, visiblePages, type Caller } from './caller';
import { badParameter, missingObject } from './graph-error';
import { namedFields, readFields, render, type Field, type Resolvers } from './fields';
import { renderInstagram } from './instagram-fields';
import { addressOf, pagingOf, readCursors, sliceOf } from './paging';

interface PageNode {
  facebook: Facebook;
  caller: Caller;
  page: PersonPage;
}

const LISTED = namedFields('access_token', 'category', 'category_list', 'name', 'id', 'tasks');
const TASKS = ['ANALYZE', 'ADVERTISE', 'MESSAGING', 'MODERATE', 'CREATE_CONTENT', 'MANAGE'];

/** A placeholder Page was made by Facebook and nobody holds a task on it. [SEED; how the API shows it: inf] */
const PAGE: Resolvers<PageNode> = {
  id: ({ page }) => page.id,
  name: ({ page }) => page.page.name,
  category: ({ page }) => page.page.category,
  category_list: ({ page }) => [{ id: '1', name: page.page.category }],
  tasks: ({ page }) => (page.page.placeholder ? [] : TASKS),
  link: ({ page }) => `https://www.facebook.com/${page.id}`,
  access_token: ({ facebook, caller, page }) => {
    if (page.page.placeholder || !page.givesToken || isHeldBack(caller, page)) return undefined;
    return caller.token.kind === 'PAGE' ? caller.text : facebook.grants.pageToken(caller.text, caller.token, page);
  },
  instagram_business_account: (node, field) => linked(node, field),
  connected_instagram_account: (node, field) => linked(node, field) ?? connectedPersonal(node),
};

function linked({ facebook, caller, page }: PageNode, field: Field): object | undefined {
  const seen = holds(facebook, caller, 'instagram_basic') && !isHeldBack(caller, page);
  const account = seen ? sharedInstagram(caller, page) : undefined;
  if (!account) return undefined;
  return field.fields.length > 0
    ? renderInstagram(facebook.box, account, field.fields)
    : { id: instagramId(account.number) };
}

/**
 * The account that was connected in the Page's settings, whatever its kind: of a personal one no more than its id, which
 * nothing can be read with. The reference tells the two fields apart so; for personal accounts: [inf], hence a setting.
 */
function connectedPersonal({ facebook, caller, page }: PageNode): object | undefined {
  const told = facebook.box.state.settings.facebook.tellsPersonalAccounts;
  if (!told || !page.personal || !holds(facebook, caller, 'instagram_basic')) return undefined;
  return { id: instagramId(page.personal.number) };
}

/** `GET /{user}/accounts`: the Pages that were ticked, in parts. Without `pages_show_list` the list is empty. [K] */
export function listPages(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const { grant, persona, token } = caller;
  if (token.kind !== 'USER') throw badParameter('Tried accessing nonexisting field (accounts) on node type (Page)');
  if (id !== 'me' && id !== facebookUserId(grant.appId, persona.number)) throw missingObject(id);
  const fields = fieldsOf(request) ?? LISTED;
  const pages = holds(facebook, caller, 'pages_show_list') ? visiblePages(facebook, caller) : [];
  const slice = sliceOf(pages, (page) => page.id, readCursors(request.query as Record<string, unknown>));
  return {
    data: slice.data.map((page) => render('Page', PAGE, { facebook, caller, page }, fields)),
    ...pagingOf(slice, addressOf(request)),
  };
}

export function renderPage(request: FastifyRequest, facebook: Facebook, caller: Caller, id: string): object {
  const page = sharedPages(facebook, caller).find((one) => one.id === id);
  if (!page) throw missingObject(id);
  demand(facebook, caller, 'pages_read_engagement');
  return render('Page', PAGE, { facebook, caller, page }, fieldsOf(request) ?? namedFields('name', 'id'));
}

interface UserNode {
  appId: string;
  persona: FacebookPersona;
}

const USER: Resolvers<UserNode> = {
  id: ({ appId, persona }) => facebookUserId(appId, persona.number),
  name: ({ persona }) => persona.name,
  first_name: ({ persona }) => persona.name.split(' ')[0],
  middle_name: () => undefined,
  short_name: ({ persona }) => persona.name.split(' ')[0],
  last_name: ({ persona }) => persona.name.split(' ').slice(1).join(' '),
};

export function renderUser(request: FastifyRequest, { grant, persona }: Caller, id: string): object {
  if (id !== 'me' && id !== facebookUserId(grant.appId, persona.number)) throw missingObject(id);
  return render('User', USER, { appId: grant.appId, persona }, fieldsOf(request) ?? namedFields('name', 'id'));
}

export function fieldsOf(request: FastifyRequest): Field[] | undefined {
  const text = queryField(request, 'fields');
  return text === undefined || text === '' ? undefined : readFields(text);
}
