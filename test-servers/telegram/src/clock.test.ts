import bigInt from "big-integer";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { gramjsBench } from "./gramjs.kit.ts";

const { bot: logIn } = await gramjsBench();

it.each([
  ["an hour ahead", 3_600],
  ["an hour behind", -3_600],
])("tells a client that its clock is %s, and then takes what it sends", async (_, seconds) => {
  const client = await logIn();
  const sender: unknown = Reflect.get(client, "_sender");
  const state: unknown = Reflect.get(Object(sender), "_state");
  const offset = () => Number(Reflect.get(Object(state), "timeOffset"));
  Reflect.set(Object(state), "timeOffset", offset() + seconds);
  // Else it would go on from the last id, which had the right time.
  Reflect.set(Object(state), "_lastMsgId", bigInt.zero);
  expect(await client.invoke(new Api.updates.GetState())).toBeInstanceOf(Api.updates.State);
  expect(Math.abs(offset())).toBeLessThan(60);
});
