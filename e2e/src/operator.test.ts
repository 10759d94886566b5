import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, withoutLabel, type World } from "./world.kit.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.start("consumer");
  await world.start("worker");
}, 900_000);
afterAll(() => world.close());

const ask = async (text: string) => {
  const args = ["enqueue", text, "--user", "42", "--wait", "--timeout", "100"];
  const { code, stdout, stderr } = await world.tgmem(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
};

it(
  "lets an operator talk to the bot without a Telegram, and see what became of it",
  { timeout: 300_000 },
  async () => {
    expect(withoutLabel(await ask("I live in Lisbon"))).toBe("You said: I live in Lisbon\n");
    expect(await ask("/help")).toContain("/forget");

    const memory = await world.tgmem("memory", "show", "42", "--json");
    expect(JSON.parse(memory.stdout)).toMatchObject({
      turns: 1,
      window: [{ user: "I live in Lisbon" }],
    });
    const status = await world.tgmem("status", "--json");
    expect(JSON.parse(status.stdout)).toMatchObject({
      lists: [
        { name: "inbound", depth: 0 },
        { name: "outbound", depth: 2 },
        { name: "summaries", depth: 0 },
      ],
      processes: [{ name: "consumer" }, { name: "worker" }],
      today: { requests: 1 },
    });
    const models = await world.tgmem("cost", "--by", "model", "--json");
    expect(JSON.parse(models.stdout)).toMatchObject([{ name: "fake/chat", requests: 1 }]);
    const doctor = await world.tgmem("doctor", "--json");
    expect(JSON.parse(doctor.stdout)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "token", state: "ok" }),
        expect.objectContaining({ name: "engine", state: "ok" }),
        expect.objectContaining({ name: "model", state: "ok" }),
        expect.objectContaining({ name: "airtable", state: "ok" }),
      ]),
    );
  },
);
