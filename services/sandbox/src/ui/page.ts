import type { FastifyReply } from 'fastify';
import { html, Html } from './html';
import { STYLE } from './style';

export interface Site {
  key: 'facebook' | 'instagram' | 'tiktok' | 'google' | 'control';
  name: string;
  /** Stands in the badge at the top of every page, so that nobody mistakes it for the real thing. */
  badge: string;
}

export const SITES: Record<Site['key'], Site> = {
  facebook: { key: 'facebook', name: 'Facebook', badge: 'Sandbox – pretend Facebook' },
  instagram: { key: 'instagram', name: 'Instagram', badge: 'Sandbox – pretend Instagram' },
  tiktok: { key: 'tiktok', name: 'TikTok', badge: 'Sandbox – pretend TikTok' },
  google: { key: 'google', name: 'Google', badge: 'Sandbox – pretend Google' },
  control: { key: 'control', name: 'Sandbox control', badge: 'Pretended platforms' },
};

export interface Page {
  site: Site;
  title: string;
  body: Html;
  /** The persona that is logged in at this site. */
  who?: { name: string; logout: string } | undefined;
  wide?: boolean;
  /** Links of the control page, which has more than one page. */
  bar?: Html;
}

/** Sends a page. Nothing is loaded from anywhere, no script runs, and no other site may frame it. */
export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // No form-action: a consent ends in a redirect to the app, which that directive would block.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'same-origin',
    })
    .send(layout(page).text);
}

function layout({ site, title, body, who, wide, bar }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${site.badge}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body class="${site.key}">
<header class="bar"><div>
<a class="site" href="/">${site.name}</a><span class="pretend">${site.badge}</span>
${bar}
${who && html`<form class="who" method="post" action="${who.logout}"><span>${who.name}</span><button class="small" id="log-out">Log out</button></form>`}
</div></header>
<main${wide && html` class="wide"`}>${body}</main>
<footer>A box of pretended platforms for trying out and for tests. Nothing here reaches the real ${site.key === 'control' ? 'platforms' : site.name}.</footer>
</body>
</html>`;
}

/** The first letters of a name, in place of a picture. */
export function mark(name: string, kind = ''): Html {
  const letters = name
    .split(/[\s.\-_]+/)
    .filter((word) => word !== '')
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return html`<span class="mark ${kind}" aria-hidden="true">${letters}</span>`;
}

/** A page that only says something: what is wrong, and what can be done. */
export function messagePage(site: Site, title: string, text: string, detail?: string): Page {
  return {
    site,
    title,
    body: html`<section class="card">
      <h1>${title}</h1>
      <p>${text}</p>
      ${detail && html`<p class="soft mono">${detail}</p>`}
    </section>`,
  };
}
