/** One small sheet for all pages; the accent says which platform is played. No script, no file, no font is loaded. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f2f4f7;--card:#fff;--text:#17191c;--soft:#5b6470;--line:#d9dee5;--field:#fff;--warn:#8a5300;--warn-bg:#fff4df;--bad:#b3261e;--good:#146c2e;--accent:#2f5bea;--on-accent:#fff;--tint:#e9eefd}
@media(prefers-color-scheme:dark){:root{--bg:#15171b;--card:#1f2329;--text:#eceff3;--soft:#a8b1bd;--line:#353c46;--field:#171a1f;--warn:#ffcf7a;--warn-bg:#33290f;--bad:#ff9d94;--good:#7fd99a;--accent:#8aa8ff;--on-accent:#0d1530;--tint:#262f47}}
.facebook{--accent:#1461cc;--tint:#e7f0fd}.tiktok{--accent:#c81e4b;--tint:#fdebf0}.instagram{--accent:#a4268f;--tint:#fbeaf7}.google{--accent:#0b6b4f;--tint:#e3f4ee}
@media(prefers-color-scheme:dark){.facebook{--accent:#7cb1ff;--on-accent:#0a1a33;--tint:#1d2b42}.tiktok{--accent:#ff8fa9;--on-accent:#33040f;--tint:#3a2029}.instagram{--accent:#f09ae2;--on-accent:#33082c;--tint:#3a2038}.google{--accent:#6fd3b1;--on-accent:#04261c;--tint:#17352c}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.bar{background:var(--card);border-bottom:3px solid var(--accent)}
.bar>div{max-width:70rem;margin:auto;padding:.6rem 1rem;display:flex;gap:.5rem 1rem;align-items:center;flex-wrap:wrap}
.site{font-weight:700;font-size:1.05rem;text-decoration:none;color:var(--text)}
.pretend{background:repeating-linear-gradient(135deg,var(--tint) 0 8px,transparent 8px 16px);border:1px dashed var(--accent);border-radius:99px;padding:.05rem .7rem;font-size:.8rem;font-weight:600}
.who{margin-left:auto;font-size:.9rem;color:var(--soft);display:flex;gap:.75rem;align-items:center}
main{max-width:34rem;margin:1.5rem auto;padding:0 1rem}
main.wide{max-width:70rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.4rem;margin-bottom:1rem;box-shadow:0 1px 2px #0001}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 .4rem}
h2{font-size:1.05rem;margin:0 0 .5rem}
h3{font-size:.95rem;margin:0}
.card>:last-child,.card>:last-child>:last-child{margin-bottom:0}.pair h1,.pair h2{margin:0}
p{margin:.3rem 0 .8rem}
.soft{color:var(--soft)}.small{font-size:.86rem}.mono{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.82rem}
.mark{display:inline-grid;place-items:center;flex:none;width:2.6rem;height:2.6rem;border-radius:50%;background:var(--tint);color:var(--accent);font-weight:700;font-size:.95rem}
.mark.app{border-radius:12px}
.pair{display:flex;gap:.7rem;align-items:center;margin-bottom:1rem}
ul.rows{list-style:none;margin:0 0 1rem;padding:0;border:1px solid var(--line);border-radius:12px;overflow:hidden}
ul.rows>li{border-top:1px solid var(--line)}ul.rows>li:first-child{border-top:0}
.row{display:flex;gap:.8rem;align-items:center;padding:.75rem .9rem;min-height:3.2rem}
.row>span:not(.mark,.tag){flex:1;min-width:0}
label.row{cursor:pointer}label.row:hover{background:var(--tint)}
.row.inner{padding-left:2.6rem;background:var(--bg)}
.row small{display:block;color:var(--soft);font-size:.84rem}.row small .mono{display:block;font-size:.76rem;margin-top:.1rem}
input[type=checkbox],input[type=radio]{width:1.35rem;height:1.35rem;flex:none;accent-color:var(--accent);margin:0}
input[type=number],input[type=text],select{font:inherit;color:inherit;background:var(--field);border:1px solid var(--soft);border-radius:8px;padding:.4rem .6rem;max-width:100%}
button,.button{font:inherit;font-weight:600;border:1px solid var(--soft);border-radius:10px;background:transparent;color:var(--text);padding:.55rem 1.1rem;min-height:2.6rem;cursor:pointer;text-decoration:none;display:inline-block}
button:hover,.button:hover{background:var(--tint)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}button.main:hover{filter:brightness(1.08)}
button.bad{border-color:var(--bad);color:var(--bad)}
button.small{padding:.2rem .7rem;min-height:1.9rem;font-size:.86rem;font-weight:500}
.persona{width:100%;text-align:left;border:0;border-radius:0;font-weight:400;display:flex}
.actions{display:flex;gap:.6rem;flex-wrap:wrap;align-items:center}.actions .push{margin-left:auto}
.note{border-left:4px solid var(--warn);background:var(--warn-bg);color:var(--text);padding:.6rem .8rem;border-radius:6px;margin:0 0 1rem}
.tag{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .6rem;font-size:.8rem;color:var(--soft);white-space:nowrap}
.tag.good{border-color:var(--good);color:var(--good)}.tag.bad{border-color:var(--bad);color:var(--bad)}.tag.warn{border-color:var(--warn);color:var(--warn)}
.grid{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr))}
.grid>.card{margin:0}
table{border-collapse:collapse;width:100%;font-size:.86rem}.scroll{overflow-x:auto}
th,td{text-align:left;padding:.35rem .6rem;border-top:1px solid var(--line);vertical-align:top;white-space:nowrap}th{color:var(--soft);font-weight:600;border-top:0}
nav.tabs{display:flex;gap:.4rem;flex-wrap:wrap}nav.tabs a{padding:.25rem .8rem;border-radius:99px;text-decoration:none}nav.tabs a.away{margin-left:auto}nav.tabs a[aria-current]{background:var(--tint);font-weight:600}
.links{display:flex;flex-wrap:wrap;gap:.2rem 1rem}.links a{min-height:1.5rem;display:inline-flex;align-items:center}
summary{cursor:pointer;padding:.2rem 0;font-weight:600}
.fields{display:grid;gap:.2rem 1rem;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr))}.fields input,.fields select{width:100%}
@media(max-width:34rem){.pretend{order:3;font-size:.74rem}.card{padding:1.1rem}main{margin-top:1rem}}
footer{max-width:70rem;margin:2rem auto;padding:0 1rem;color:var(--soft);font-size:.84rem;text-align:center}
`;
