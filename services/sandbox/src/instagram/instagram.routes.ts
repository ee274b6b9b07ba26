import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Box } from '../box/box';
import { pathField } from '../box/parameters';
import { mediaIdOf } from '../facebook/graph/media-fields';
import { followersNow, instagramNamed, instagramNow } from '../facebook/instagram-now';
import { html, type Html } from '../ui/html';
import { mark, messagePage, sendPage, SITES } from '../ui/page';
import { pictureRoutes } from '../ui/picture';
import { site } from '../ui/sites';
import { readMediaId } from '../world/ids';
import type { InstagramAccount } from '../world/instagram-accounts';
import { postNumbers } from '../world/instagram-numbers';
import type { InstagramPost } from '../world/instagram-posts';

/** Pages under `instagram.localhost`: where permalinks and pictures of the pretended accounts lead to. */
export function instagramSite(app: FastifyInstance, box: Box): void {
  site(app, 'instagram', (scope) => {
    pictureRoutes(scope, box);
    scope.get('/:kind(^p|reel$)/:code/', async (request, reply) => {
      const place = readMediaId(mediaIdOf(pathField(request, 'code')));
      const account = place && instagramNow(box, place.account);
      const post = account && place && box.world.instagram.post(account, place.index);
      return post && post.at <= box.clock.now()
        ? sendPage(reply, { site: SITES.instagram, title: post.caption, body: postCard(box, post) })
        : nothing(reply);
    });
    scope.get('/:username', async (request, reply) => {
      const account = instagramNamed(box, pathField(request, 'username'));
      return account
        ? sendPage(reply, { site: SITES.instagram, title: account.username, body: profileCard(box, account) })
        : nothing(reply);
    });
    scope.get('/', async (_request, reply) => nothing(reply));
  });
}

const nothing = (reply: FastifyReply): FastifyReply =>
  sendPage(
    reply,
    messagePage(SITES.instagram, 'Nothing here', 'There is no such account or post at this pretended Instagram.'),
    404,
  );

function postCard(box: Box, post: InstagramPost): Html {
  const { likes, comments } = postNumbers(box.world.seed, post, box.clock.now());
  return html`<section class="card">
    <div class="pair">
      ${mark(post.account.username)}
      <h1>@${post.account.username}</h1>
    </div>
    <img
      src="/cdn/${post.id}.svg"
      alt="A computed picture"
      width="480"
      height="480"
      style="width:100%;height:auto;border-radius:10px"
    />
    <p>${post.caption}</p>
    <p class="soft">
      ${post.hidesLikes ? 'Likes are hidden' : `${likes} likes`} · ${comments} comments ·
      ${new Date(post.at).toISOString().slice(0, 10)}
    </p>
  </section>`;
}

function profileCard(box: Box, account: InstagramAccount): Html {
  const posts = box.world.instagram.count(account, box.clock.now());
  return html`<section class="card">
    <div class="pair">
      ${mark(account.username)}
      <div>
        <h1>@${account.username}</h1>
        <span class="soft">${account.kind} account</span>
      </div>
    </div>
    <p>${account.biography}</p>
    <p class="soft">${posts} posts · ${followersNow(box, account)} followers · ${account.follows} following</p>
  </section>`;
}
