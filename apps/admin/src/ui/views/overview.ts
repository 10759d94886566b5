import type { Status } from "../../status/read-status.ts";
import { troublesOf } from "../troubles.ts";
import { count } from "../../counted.ts";
import { dollars, duration } from "./figures.ts";
import { secretField } from "./forms.ts";
import { type Html, html } from "./html.ts";

const told: Readonly<Record<string, string>> = {
  inbound: "what people wrote, on its way to an answer",
  outbound: "answers, on their way to Telegram",
  summaries: "chats whose turns wait for a summary",
};

/** Shows at one look whether all is well, and how much waits where. */
export const overview = (status: Status, form: string): Html => html`
  <h1>Overview</h1>
  <div id="now" data-live>
    ${verdict(status)}
    <div class="cards">${status.lists.map((list) => listCard(list, form))}</div>
    ${today(status)}
  </div>
`;

function verdict(status: Status): Html {
  const troubles = troublesOf(status);
  if (troubles.length === 0)
    return html`<p class="verdict well"><span class="dot ready"></span>All is well</p>`;
  return html`<ul class="verdict ill">
    ${troubles.map(
      ({ words, href }, at) =>
        html`<li>
          <span class="dot silent"></span><a id="trouble-${at}" href="${href}">${words}</a>
        </li>`,
    )}
  </ul>`;
}

function listCard(list: Status["lists"][number], form: string): Html {
  const { name, depth, inFlight, waiting, ready, deadLetters, oldestMs, paused, isPaused } = list;
  return html`<section class="panel list" aria-labelledby="list-${name}">
    <div class="head">
      <h2 id="list-${name}">
        ${name} ${isPaused ? html`<span class="tag warn">paused</span>` : null}
      </h2>
      <form method="post" action="/lists/${name}/${isPaused ? "resume" : "pause"}">
        ${secretField(form)}
        <button id="hold-${name}">
          ${isPaused ? "Resume" : "Pause"} <span class="unseen">${name}</span>
        </button>
      </form>
    </div>
    <p class="hint">${told[name]}</p>
    <p class="big"><b id="depth-${name}">${count(depth)}</b> ${depth === 1 ? "job" : "jobs"}</p>
    <p class="age">
      ${depth === 0 ? "Nothing waits" : html`The oldest waits for <b>${duration(oldestMs)}</b>`}
    </p>
    <dl>
      ${figure("being worked on", count(inFlight))} ${figure("ready", count(ready))}
      ${figure("waiting", count(waiting))}
      ${paused > 0 ? figure("chats paused", count(paused)) : null}
      ${figure(
        "dead letters",
        deadLetters === 0
          ? "0"
          : html`<a id="dead-${name}" class="danger" href="/dead/${name}"
              >${count(deadLetters)}</a
            >`,
      )}
    </dl>
  </section>`;
}

const figure = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd class="${value === "0" ? "none" : ""}">${value}</dd>
  </div>`;

function today({ today: spent, processes, storage }: Status): Html {
  const ready = processes.filter(({ state }) => state === "ready").length;
  return html`<dl class="strip panel">
    ${figure("processes ready", html`<a id="to-processes" href="/processes">${ready} of ${processes.length}</a>`)}
    ${figure("spent today", html`<a id="to-cost" href="/cost">${dollars(spent.cost)}</a>`)}
    ${figure("tokens today", count(spent.input + spent.output))}
    ${figure(`${storage.name} ${storage.medium}`, roomIn(storage))}
    ${figure(storage.name, storage.version)}
  </dl>`;
}

function roomIn({ usedBytes, maxBytes }: Status["storage"]): string {
  const used = `${count(usedBytes / 1_048_576)} MB`;
  return maxBytes > 0 ? `${used} of ${count(maxBytes / 1_048_576)} MB` : used;
}
