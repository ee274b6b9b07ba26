const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A page of ours without script; its style comes from a file, since the CSP lets none in otherwise. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Creator Connect</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><strong>Creator Connect</strong> <nav><a href="/docs">API</a> <a href="/docs/errors">Errors</a> <a href="/docs/openapi.json">openapi.json</a></nav></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export const style = `:root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: #3b5bdb; }
@media (prefers-color-scheme: dark) { :root { --link: #91a7ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: Canvas; color: CanvasText; font: 16px/1.55 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
nav { display: flex; gap: 1rem; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3, article h2 { font-size: 1rem; margin: 0; }
a { color: var(--link); }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0; }
article:target { outline: 2px solid var(--link); }
article p { margin: .35rem 0; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.2rem; font-weight: 700; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; } td, th { text-align: left; padding: .2rem .75rem .2rem 0; vertical-align: top; }
tr + tr td { border-top: 1px solid var(--soft); }
details summary { cursor: pointer; }
`;
