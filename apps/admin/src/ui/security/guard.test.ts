import { request } from "node:http";
import { expect, it } from "vitest";
import { fillDemo } from "../demo.kit.ts";
import { servedUi } from "../ui.kit.ts";

const ui = servedUi();

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks by hand, because a client that is well behaved sets Host and Origin by itself. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly text: string;
  }>();
  const sent = request(new URL(path, ui().origin), { method, headers }, (answer) => {
    let text = "";
    answer.on("data", (part: Buffer) => (text += part.toString()));
    answer.on("end", () =>
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
    );
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

async function cookie(): Promise<string> {
  const { search } = new URL(ui().url);
  const { headers } = await ask(`/${search}`);
  return String(headers["set-cookie"]?.[0]).split(";")[0] ?? "";
}

const paths = ["/", "/dead", "/dead/inbound", "/dead/inbound/1", "/chats", "/chats/42", "/cost"];

it.each([...paths, "/processes", "/nowhere", "/?token=", "/?token=wrong"])(
  "shows nothing of %s to who brings no token, or a wrong one",
  async (path) => {
    await fillDemo(ui().system, Date.now());
    const { status, text, headers } = await ask(path, {
      headers: { cookie: "tgmem_ui_80=x; tgmem_ui=y" },
    });
    expect(status).toBe(401);
    expect(text).toContain("Open the address that tgmem ui printed");
    expect(text).not.toMatch(/inbound|42|letter/i);
    expect(headers["set-cookie"]).toBeUndefined();
  },
);

it("takes the token out of the address, and keeps a session that no script reads", async () => {
  const { search } = new URL(ui().url);
  const { status, headers } = await ask(`/${search}`);
  expect({ status, location: headers["location"] }).toEqual({ status: 303, location: "/" });
  const set = String(headers["set-cookie"]);
  expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(set).not.toContain(search.slice("?token=".length));
  expect((await ask("/", { headers: { cookie: await cookie() } })).status).toBe(200);
});

it.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"])(
  "refuses who calls it %j, for instance a name that was pointed at this machine",
  async (host) => {
    // It has all that lets others in: the key, and the session under the name that it would have there.
    const session = (await cookie()).replace(/^[^=]+/, "tgmem_ui_80");
    const { search } = new URL(ui().url);
    for (const path of [`/${search}`, "/"]) {
      const { status, headers, text } = await ask(path, { headers: { host, cookie: session } });
      expect({ status, set: headers["set-cookie"] }).toEqual({ status: 421, set: undefined });
      expect(text).not.toContain("Overview");
    }
  },
);

it("answers by localhost and through a tunnel of another port, too", async () => {
  const { search, port } = new URL(ui().url);
  for (const host of [`localhost:${port}`, "127.0.0.1:8080", "[::1]:8080"])
    expect((await ask(`/${search}`, { headers: { host } })).status).toBe(303);
});

it("takes no form from elsewhere, none without its secret, and none from who is not in a session", async () => {
  const { system, origin } = ui();
  await fillDemo(system, Date.now());
  const own = await cookie();
  const page = await ask("/dead/inbound", { headers: { cookie: own } });
  const secret = /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const send = (headers: Record<string, string>, form: string) =>
    ask("/dead/inbound", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams({ act: "replay", number: "1", form }).toString(),
    });
  expect((await send({ cookie: own, origin: "http://evil.example" }, secret)).status).toBe(403);
  expect((await send({ cookie: own, origin: "http://127.0.0.1:1" }, secret)).status).toBe(403);
  expect((await send({ cookie: own, origin: "null" }, secret)).status).toBe(403);
  expect((await send({ cookie: own }, secret)).status).toBe(403);
  expect((await send({ cookie: own, origin }, "wrong")).status).toBe(403);
  expect((await send({ origin }, secret)).status).toBe(401);
  expect((await system.list("inbound").stats()).deadLetters).toBe(3);
  expect((await send({ cookie: own, origin }, secret)).status).toBe(303);
  expect((await system.list("inbound").stats()).deadLetters).toBe(2);
});

it("refuses a form of any size that is not ours", async () => {
  const { origin } = ui();
  const { status } = await ask("/chats/42/correct", {
    method: "POST",
    headers: {
      cookie: await cookie(),
      origin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: `text=${"x".repeat(1_000_000)}`,
  });
  expect(status).toBe(413);
});

it("lets no other page frame it, load from it, or have it load anything", async () => {
  const { headers } = await ask("/");
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; .*script-src 'self'.*frame-ancestors 'none'/,
  );
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
});
