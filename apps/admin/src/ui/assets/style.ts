/** The style of all pages: light or dark as the system is, a column on a phone. It loads nothing. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --panel: #fff; --line: #e1e4ea; --text: #1b2029; --soft: #5a6373;
  --accent: #1f5fd0; --on-accent: #fff; --good: #1a8a4c; --warn: #9a6200; --warn-ground: #fdf3dc;
  --bad: #b3261e; --bad-ground: #fdeceb; --bubble: #eef2fb;
  --shadow: 0 1px 2px rgb(20 30 50 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1216; --panel: #181c22; --line: #2a303a; --text: #e7eaf0; --soft: #9aa4b4;
    --accent: #7fadff; --on-accent: #0c1424; --good: #54c98a; --warn: #e9b44c; --warn-ground: #2e2612;
    --bad: #ff8f86; --bad-ground: #331a19; --bubble: #202a3b;
    --shadow: none;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 3; background: var(--panel); padding: 6px 10px; border-radius: 6px; }

header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 4px 24px;
  padding: 10px max(20px, calc((100% - 1000px) / 2)); background: var(--panel); border-bottom: 1px solid var(--line);
}
.brand { display: flex; align-items: center; gap: 8px; font-weight: 650; color: var(--text); text-decoration: none; font-size: 17px; letter-spacing: -.01em; }
header nav { display: flex; flex-wrap: wrap; gap: 2px; flex: 1; }
header nav a, .tabs a { padding: 6px 10px; border-radius: 7px; color: var(--soft); text-decoration: none; white-space: nowrap; }
header nav a:hover, .tabs a:hover { color: var(--text); background: var(--ground); }
header nav a[aria-current], .tabs a[aria-current] { color: var(--text); background: var(--ground); font-weight: 600; box-shadow: inset 0 0 0 1px var(--line); }
.badge { margin-left: 6px; padding: 1px 7px; border-radius: 10px; background: var(--bad-ground); color: var(--bad); font-size: 12px; font-weight: 600; }
#pulse { margin: 0; font-size: 13px; color: var(--soft); }
#pulse:empty { display: none; }
#pulse::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 6px; background: var(--good); }
#pulse.lost { color: var(--bad); } #pulse.lost::before { background: var(--bad); }

main { max-width: 1040px; margin: 0 auto; padding: 24px 20px 64px; }
main.narrow { max-width: 520px; padding-top: 12vh; }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -.02em; margin: 0 0 16px; }
h2 { font-size: 16px; margin: 0; letter-spacing: -.01em; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; margin: 0 0 16px; box-shadow: var(--shadow); }
.hint { color: var(--soft); font-size: 13px; margin: 0; }
p.hint + .panel { margin-top: 8px; }
.trail { margin: 0 0 4px; font-size: 13px; }
.empty { color: var(--soft); text-align: center; padding: 44px 16px; margin: 0 0 16px; border: 1px dashed var(--line); border-radius: 12px; }
.notice { background: var(--bubble); border-radius: 10px; padding: 10px 14px; margin: 0 0 16px; }
.notice.bad, .outage { background: var(--bad-ground); color: var(--bad); border-radius: 10px; padding: 10px 14px; }
.tag { display: inline-block; padding: 1px 8px; border-radius: 10px; font-size: 12px; font-weight: 500; vertical-align: 2px; background: var(--ground); color: var(--soft); box-shadow: inset 0 0 0 1px var(--line); letter-spacing: 0; }
.tag.warn { background: var(--warn-ground); color: var(--warn); box-shadow: none; }
.dot { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 8px; background: var(--soft); flex: none; }
.dot.ready { background: var(--good); } .dot.not_ready { background: var(--warn); } .dot.silent { background: var(--bad); }

.verdict { list-style: none; margin: 0 0 16px; padding: 10px 14px; border-radius: 10px; background: var(--panel); border: 1px solid var(--line); }
.verdict.ill { background: var(--bad-ground); border-color: transparent; }
.verdict.ill li + li { margin-top: 4px; }
.verdict.ill a { color: var(--bad); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 16px; margin-bottom: 16px; align-items: start; }
.cards .panel { margin: 0; }
.head { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
.head form { margin: -6px -9px; }
.head button { font-size: 13px; line-height: 20px; padding: 4px 9px; color: var(--soft); background: none; border-color: transparent; display: block; }
.head button:hover { color: var(--text); background: var(--ground); }
.big { margin: 14px 0 0; color: var(--soft); } .big b { font-size: 40px; line-height: 1; letter-spacing: -.03em; color: var(--text); font-weight: 600; }
.age { margin: 4px 0 12px; color: var(--soft); } .age b { color: var(--text); font-weight: 600; }
dl { margin: 0; }
.cards dl { border-top: 1px solid var(--line); padding-top: 8px; margin-top: 10px; }
.cards dd.none { color: var(--soft); }
.cards dl div { display: flex; justify-content: space-between; gap: 16px; padding: 3px 0; }
dt { color: var(--soft); } dd { margin: 0; text-align: right; }
.strip { display: flex; flex-wrap: wrap; gap: 12px 40px; }
.strip dt { font-size: 13px; } .strip dd { text-align: left; font-size: 17px; font-weight: 600; letter-spacing: -.01em; }
.strip .id { font: 13px/1.9 ui-monospace, monospace; letter-spacing: 0; }
.outage { margin: 12px 0 0; }
a.danger { color: var(--bad); font-weight: 600; }

.total { margin: 0 0 14px; color: var(--soft); } .total b { color: var(--text); font-weight: 600; }
.tabs { display: flex; flex-wrap: wrap; gap: 2px; margin: 0 0 16px; }
.bar-of-tools { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; margin-bottom: 14px; }
.bar-of-tools .total { margin: 0; }
.find { display: flex; align-items: center; gap: 8px; }
table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; border-spacing: 0; border-collapse: separate; overflow: hidden; margin-bottom: 16px; box-shadow: var(--shadow); }
th { text-align: left; font-weight: 500; font-size: 13px; color: var(--soft); padding: 10px 16px; border-bottom: 1px solid var(--line); white-space: nowrap; }
td { padding: 9px 16px; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--ground); }
.number { text-align: right; }
.bar { width: 100%; min-width: 80px; height: 8px; display: block; border-radius: 4px; background: var(--ground); } .bar rect { fill: var(--accent); }
.paging { display: flex; gap: 8px; justify-content: flex-end; }

button, .button, input:not([type]), textarea { font: inherit; border-radius: 8px; border: 1px solid var(--line); background: var(--panel); color: var(--text); padding: 7px 14px; }
input:not([type]), textarea { border-color: color-mix(in srgb, var(--soft) 55%, var(--line)); }
button, .button { cursor: pointer; text-decoration: none; display: inline-block; font-weight: 500; }
button:hover, .button:hover { border-color: var(--soft); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { color: var(--bad); border-color: color-mix(in srgb, var(--bad) 45%, var(--line)); }
textarea { width: 100%; display: block; margin: 6px 0 0; padding: 10px 12px; line-height: 1.55; resize: vertical; field-sizing: content; min-height: 7.5em; }
.find input { width: 11em; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0 0; }
.end { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; } .end p { margin: 0; color: var(--soft); }
.question { max-width: 560px; } .question p { margin-top: 0; } .question .actions { margin-bottom: 0; }

details > summary { cursor: pointer; display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; list-style: none; }
details > summary::before { content: "▸"; color: var(--soft); width: .8em; } details[open] > summary::before { content: "▾"; }
details > summary::-webkit-details-marker { display: none; }
details > summary h2 { display: inline; }
details[open] > summary { margin-bottom: 12px; }
details label { color: var(--soft); font-size: 13px; }
pre { margin: 0; white-space: pre-wrap; font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--ground); border-radius: 8px; padding: 12px; }
.talk { list-style: none; margin: 0; padding: 0; display: grid; gap: 18px; }
.talk p { margin: 0; } .talk li { display: grid; gap: 6px; }
.said, .answered { white-space: pre-wrap; padding: 8px 12px; border-radius: 12px; max-width: 46em; width: fit-content; }
.said { background: var(--ground); border-bottom-left-radius: 3px; } .answered { background: var(--bubble); border-bottom-right-radius: 3px; justify-self: end; }

.letters { list-style: none; margin: 0; padding: 0; }
.letters li { display: flex; gap: 14px; align-items: flex-start; padding: 12px 16px; margin-bottom: 8px; }
.letters li:hover, .letters li:has(:checked) { border-color: var(--accent); }
.letters input { width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--accent); flex: none; }
.letters label { flex: 1; cursor: pointer; } .letters label span { display: block; }
.reason { font-weight: 500; }
.sticky { position: sticky; bottom: 0; background: var(--ground); padding: 10px 0; margin: 0; border-top: 1px solid var(--line); }

@media (max-width: 680px) {
  main { padding: 18px 14px 48px; }
  header { padding: 10px 14px; gap: 4px 12px; }
  header nav { order: 3; flex: 1 0 100%; margin: 0 -6px; }
  header nav a { padding: 5px 7px; }
  #pulse { margin-left: auto; }
  button, .button, .head button { padding: 9px 14px; }
  .strip { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 16px; } .strip div:has(.id) { grid-column: 1 / -1; }
  .find { flex: 1 1 100%; } .find input { flex: 1; min-width: 0; }
  table, tbody { display: block; background: none; border: 0; box-shadow: none; overflow: visible; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 8px 14px; margin-bottom: 8px; }
  td { display: flex; justify-content: space-between; gap: 16px; padding: 3px 0; border: 0; text-align: right; }
  td::before { content: attr(data-title); color: var(--soft); flex: none; }
  td > span { min-width: 0; flex: 1; }
  td:first-child { font-weight: 600; text-align: left; } td:first-child::before { content: none; }
}
@media (prefers-reduced-motion: no-preference) { a, button, .button { transition: background .12s, border-color .12s, color .12s; } }
`;
