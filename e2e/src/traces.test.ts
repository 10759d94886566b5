import { until } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTraceReceiver } from "./otlp.kit.ts";
import { createTelegramWorld, type TelegramWorld } from "./telegram.kit.ts";

let here: TelegramWorld;
beforeAll(async () => void (here = await createTelegramWorld()), 900_000);
afterAll(() => here.close());

it("makes one trace of each message, from Telegram to Telegram, and no word of anybody is in it", async () => {
  const { world, telegram } = here;
  const traces = await startTraceReceiver();
  const env = { ...here.env, SEND_CHAT_INTERVAL_MS: "0", OTEL_EXPORTER_OTLP_ENDPOINT: traces.url };
  const apps = ["worker", "consumer", "sender", "receiver"] as const;
  const processes = await Promise.all(apps.map((app) => world.start(app, env)));
  const users = ["2001", "2002", "2003"];
  for (const user of users) telegram.say(user, `cinnamon for ${user}`);
  await until(() => telegram.sent.length >= users.length, { timeoutMs: 120_000 });
  // What is recorded goes out when a process stops.
  for (const process of processes) expect(await process.stop("SIGTERM")).toBe(0);
  const steps = ["receive", "wait for a run", "run", "memory open", "chat", "memory commit"];
  const all = [...steps, "wait for the sender", "send"];
  await until(() => traces.spans.length >= users.length * all.length);

  const byTrace = Map.groupBy(traces.spans, ({ trace }) => trace);
  expect(byTrace.size).toBe(users.length);
  for (const spans of byTrace.values()) {
    expect(spans.map(({ name }) => name).toSorted()).toEqual(all.toSorted());
    const named = (name: string) => spans.find((span) => span.name === name);
    const parentOf = (name: string) => spans.find(({ id }) => id === named(name)?.parent)?.name;
    expect(all.map((name) => [name, parentOf(name)])).toEqual([
      ["receive", undefined],
      ["wait for a run", "receive"],
      ["run", "receive"],
      ["memory open", "run"],
      ["chat", "run"],
      ["memory commit", "run"],
      ["wait for the sender", "run"],
      ["send", "run"],
    ]);
    expect(named("receive")?.service).toBe("tgmem-receiver");
    expect(named("send")?.service).toBe("tgmem-sender");
    expect(named("chat")?.attributes).toMatchObject({
      "gen_ai.operation.name": "chat",
      "gen_ai.response.model": "fake/chat",
    });
    const ids = ["receive", "run", "send"].map(
      (name) => named(name)?.attributes["messaging.message.id"],
    );
    expect(new Set(ids).size).toBe(1);
  }
  expect(traces.bodies.join("")).not.toMatch(/cinnamon|You said/u);
  await traces.close();
}, 600_000);
