/** Looks of the teacher; its own shadow root keeps them from the page, and the page's from it. */
export const teacherStyle = `
:host { all: initial; --ground: #fff; --raised: #f5f6f8; --line: #8a8f98; --ink: #1a1d23; --quiet: #575e6b; --accent: #1457c4; --on: #fff; --amber: #9a5a00; }
@media (prefers-color-scheme: dark) { :host { --ground: #16181d; --raised: #20242b; --line: #6b7280; --ink: #eceef2; --quiet: #a8b0bd; --accent: #8ab4ff; --on: #0b1a33; --amber: #ffc46b; } }
* { box-sizing: border-box; }
.card { position: fixed; z-index: 2147483646; right: 16px; bottom: 16px; width: min(340px, calc(100vw - 24px)); max-height: min(640px, calc(100vh - 32px)); display: flex; flex-direction: column; gap: 8px;
  overflow: auto; padding: 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); color: var(--ink); box-shadow: 0 6px 24px rgb(0 0 0 / 30%);
  font: 14px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; }
.card.left { right: auto; left: 16px; }
h2 { font-size: 15px; margin: 0; } p { margin: 0; }
.head, .foot { display: flex; gap: 8px; align-items: center; justify-content: space-between; flex-wrap: wrap; }
.quiet { color: var(--quiet); font-size: 12px; }
.rows { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 4px; }
.rows li { display: grid; grid-template-columns: 1fr auto; gap: 4px; }
button, input { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); padding: 3px 8px; }
input { width: 100%; background: var(--ground); }
button { cursor: pointer; } button:disabled { opacity: .55; cursor: default; }
button.primary { background: var(--accent); color: var(--on); border-color: var(--accent); }
button.row { text-align: left; display: grid; grid-template-columns: 5.5em 1fr; gap: 6px; overflow: hidden; }
button.row[aria-pressed='true'] { outline: 2px solid var(--accent); }
button.row b { font-weight: 600; } button.row span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
button.row .auto { color: var(--quiet); } button.row .wrong { color: var(--amber); white-space: normal; }
:focus-visible { outline: 3px solid #1f6feb; outline-offset: 1px; }
.mark { position: fixed; z-index: 2147483645; pointer-events: none; border: 2px solid #1457c4; border-radius: 3px; background: rgb(20 87 196 / 12%); }
.mark.chosen { border: 3px solid #b86e00; background: rgb(240 169 46 / 18%); }
.mark.chosen::after { content: attr(data-name); position: absolute; left: 100%; top: 50%; transform: translateY(-50%); padding: 0 5px; border-radius: 0 3px 3px 0; background: #b86e00; color: #fff; font: 12px/18px system-ui, sans-serif; white-space: nowrap; }
.mark.picture::after { left: 0; top: 0; transform: none; border-radius: 0 0 3px 0; }`;
