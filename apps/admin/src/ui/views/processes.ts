import { expectedProcesses, outageWords, type ProcessInfo } from "@tgmem/service";
import type { Status } from "../../status/read-status.ts";
import { ago } from "./figures.ts";
import { type Html, html } from "./html.ts";

const states = { ready: "ready", not_ready: "not ready", silent: "silent" } as const;

/** Shows every process that is there or ought to be, and what it lacks. */
export function processes({ processes: all, missing, atMs }: Status): Html {
  const inOrder = all.toSorted((a, b) => placeOf(a) - placeOf(b));
  return html`<h1>Processes</h1>
    <div id="all" class="cards" data-live>
      ${inOrder.map((one) => card(one, atMs))}
      ${missing.map(
        (name) =>
          html`<section class="panel">
            <h2>
              <span class="dot silent"></span>${name} <span class="tag warn">not running</span>
            </h2>
            <p class="hint">It has never run here, or was stopped.</p>
          </section>`,
      )}
    </div>`;
}

/** The order in which a message meets them. */
const placeOf = ({ name }: ProcessInfo): number =>
  expectedProcesses.findIndex((expected) => expected === name);

function card(one: ProcessInfo, nowMs: number): Html {
  const { name, state, host, pid, port, build, account, startedAtMs, seenAtMs, failing, outages } =
    one;
  return html`<section class="panel">
    <h2>
      <span class="dot ${state}"></span>${name}
      <span class="tag ${state === "ready" ? "" : "warn"}">${states[state]}</span>
    </h2>
    <dl>
      <div>
        <dt>where</dt>
        <dd>${host}, process ${String(pid)}</dd>
      </div>
      ${
        port === undefined
          ? null
          : html`<div>
              <dt>port</dt>
              <dd>${String(port)}</dd>
            </div>`
      }
      ${
        build === undefined
          ? null
          : html`<div>
              <dt>build</dt>
              <dd>${build}</dd>
            </div>`
      }
      ${
        account === undefined
          ? null
          : html`<div>
              <dt>Telegram account</dt>
              <dd>${account}</dd>
            </div>`
      }
      <div>
        <dt>started</dt>
        <dd>${ago(startedAtMs, nowMs)}</dd>
      </div>
      <div>
        <dt>last sign</dt>
        <dd>${ago(seenAtMs, nowMs)}</dd>
      </div>
      ${
        failing.length === 0
          ? null
          : html`<div>
              <dt>not ready</dt>
              <dd>${failing.join(", ")}</dd>
            </div>`
      }
    </dl>
    ${outages.map(
      (outage) =>
        html`<p class="outage">
          ${outageWords(outage)} <small>${ago(outage.sinceMs, nowMs)}</small>
        </p>`,
    )}
  </section>`;
}
