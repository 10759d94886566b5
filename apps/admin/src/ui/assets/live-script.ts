/**
 * Asks for the page again every two seconds, while somebody looks at it, and exchanges the parts that are marked as live.
 * What the keyboard points at keeps the focus. Without it everything works, and a reload shows what is new.
 */
export const liveScript = `"use strict";
const pulse = document.getElementById("pulse");
const from = pulse.dataset.from;
const everyMs = 2000;

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(from, { signal: AbortSignal.timeout(10000) });
    if (answer.status === 401) return say("Ended: open the new address", "lost");
    if (!answer.ok) throw new Error(String(answer.status));
    exchange(new DOMParser().parseFromString(await answer.text(), "text/html"));
    say("Live", "live");
  } catch {
    say("No answer, trying again", "lost");
  }
}

function exchange(next) {
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = next.getElementById(old.id);
    if (!fresh || fresh.innerHTML === old.innerHTML) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceChildren(...fresh.childNodes);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

function say(words, state) {
  if (pulse.textContent !== words) pulse.textContent = words;
  pulse.className = state;
}

async function keepLooking() {
  for (;;) {
    await look();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

say("Live", "live");
document.addEventListener("visibilitychange", look);
keepLooking();
`;
