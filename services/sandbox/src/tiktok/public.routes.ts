import type { FastifyInstance, FastifyReply } from 'fastify';
import { pathField } from '../box/parameters';
import { html, type Html } from '../ui/html';
import { mark, messagePage, sendPage, SITES } from '../ui/page';
import { pictureRoutes } from '../ui/picture';
import { readTikTokVideoId } from '../world/ids';
import type { TikTokPerson } from './people';
import type { TikTok } from './tiktok';

/** What anybody sees: profiles and videos, where `share_url` and the pictures of the API lead to. */
export function publicRoutes(scope: FastifyInstance, tiktok: TikTok): void {
  const { people } = tiktok;
  const find = (handle: string): TikTokPerson | undefined => people.withHandle(handle);
  pictureRoutes(scope, tiktok.box);

  scope.get('/@:handle', async (request, reply) => {
    const person = find(pathField(request, 'handle'));
    if (!person) return nothing(reply);
    return sendPage(reply, {
      site: SITES.tiktok,
      title: `@${person.persona.handle}`,
      body: profile(person, people.videoCount(person)),
    });
  });

  scope.get('/@:handle/video/:id', async (request, reply) => {
    const person = find(pathField(request, 'handle'));
    const place = readTikTokVideoId(pathField(request, 'id'));
    if (!person || place?.account !== person.persona.number || place.index >= people.videoCount(person))
      return nothing(reply);
    const video = people.video(person, place.index);
    if (!video.isPublic) return nothing(reply);
    const body = html`<section class="card">
      <div class="pair">
        ${mark(person.persona.name)}
        <h1>@${person.persona.handle}</h1>
      </div>
      <img
        src="/cdn/${video.id}.svg"
        alt="A computed picture"
        width="480"
        height="480"
        style="width:100%;height:auto;border-radius:10px"
      />
      <p>${video.description}</p>
      <p class="soft">${video.views} views · ${video.likes} likes · ${new Date(video.at).toISOString().slice(0, 10)}</p>
    </section>`;
    return sendPage(reply, { site: SITES.tiktok, title: video.title, body });
  });
}

function profile({ persona, attributes }: TikTokPerson, videos: number): Html {
  return html`<section class="card">
    <div class="pair">
      ${mark(persona.name)}
      <h1>@${persona.handle}</h1>
    </div>
    <p class="soft">${attributes.followers} followers · ${videos} videos</p>
  </section>`;
}

const nothing = (reply: FastifyReply): FastifyReply =>
  sendPage(
    reply,
    messagePage(SITES.tiktok, 'Nothing here', 'There is no such account or video at this pretended TikTok.'),
    404,
  );
