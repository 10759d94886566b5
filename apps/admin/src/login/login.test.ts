import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { parseEnv } from "@tgmem/service";
import { botAccount, startTelegramServer, userAccount } from "@tgmem/telegram-test-server";
import { afterAll, expect, it } from "vitest";
import { login, loginEnv } from "./login.ts";
import { terminalQuestions } from "@tgmem/service/questions";

const server = await startTelegramServer({ accounts: [botAccount, userAccount] });
const folder = await mkdtemp(join(tmpdir(), "tgmem-login-"));
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

let count = 0;
function variables(
  overrides: { TELEGRAM_BOT_TOKEN?: string; TELEGRAM_SENDER_SESSION?: string } = {},
) {
  const number = count++;
  return parseEnv(loginEnv, {
    ...server.env,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_SESSION: join(folder, `receiver-${number}`),
    TELEGRAM_SENDER_SESSION: join(folder, `sender-${number}`),
    ...overrides,
  });
}

/** Logs in with these lines on standard input; resolves with all that was printed. */
async function logInBy(lines: readonly string[], env = variables()) {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: "utf8" });
  input.end(lines.map((line) => `${line}\n`).join(""));
  const { ask, close } = terminalQuestions(input, output);
  const print = (line: string) => void output.write(`${line}\n`);
  try {
    const account = await login("receiver", { env, ask, print });
    return { account, printed: String(output.read() ?? "") };
  } finally {
    close();
  }
}

it("logs in a bot by the token in the environment, without a question", async () => {
  const { account, printed } = await logInBy(
    [],
    variables({ TELEGRAM_BOT_TOKEN: botAccount.botToken }),
  );
  expect(account.id).toBe("999");
  expect(printed).toMatch(
    /^The receiver is logged in as the bot @test_bot \(999\)\. The log-in is in .*: keep it secret\.\n$/,
  );
});

it("takes a token from a pipe, explains a wrong one and asks again, and shows none", async () => {
  const { account, printed } = await logInBy(["1:wrong", botAccount.botToken]);
  expect(account.id).toBe("999");
  expect(printed).toContain("Telegram does not know this bot token");
  expect(printed).not.toContain("wrong");
  expect(printed).not.toContain(botAccount.botToken);
});

it("logs in a person, explains every mistake and asks again", async () => {
  const lines = ["", "12", userAccount.phone, "1", userAccount.code, "guess", userAccount.password];
  const { account, printed } = await logInBy(lines);
  expect(account.id).toBe("888");
  expect(printed).toContain("That is no phone number");
  expect(printed).toContain("That is not the code");
  expect(printed).toContain("That is not the password");
  expect(printed).not.toContain(userAccount.password);
});

it("ends with a plain sentence when nobody answers any more", async () => {
  await expect(logInBy(["", userAccount.phone])).rejects.toThrow(
    "The input ended before all questions were answered.",
  );
});

it("says who is logged in already", async () => {
  const env = variables();
  await logInBy([botAccount.botToken], env);
  expect((await logInBy([botAccount.botToken], env)).account.id).toBe("999");
});

it("refuses one file for both log-ins", async () => {
  const env = variables();
  await expect(
    logInBy([], { ...env, TELEGRAM_SENDER_SESSION: env.TELEGRAM_SESSION }),
  ).rejects.toThrow("name two files");
});

/** Logs in until the key is whole: the test server lets GramJS drop the zero that one key in 256 begins with. */
async function loggedIn() {
  for (;;) {
    const env = variables();
    await logInBy([botAccount.botToken], env);
    const { login: session } = JSON.parse(await readFile(env.TELEGRAM_SESSION, "utf8"));
    const bytes = Buffer.from(session.slice(1), "base64");
    const addressLength = bytes.readUInt16BE(1);
    if (bytes.length === 5 + addressLength + 256) return { env, session };
  }
}

it("takes a session string of another program, explains a wrong one, and shows none", async () => {
  const { session } = await loggedIn();
  const wrong = session.slice(0, 200);
  const { account, printed } = await logInBy([wrong, session]);
  expect(account.id).toBe("999");
  expect(printed).toContain("That is no session string of GramJS or Telethon");
  expect(printed).not.toContain(session.slice(10, 50));
});

it("refuses a session string that the other process has already", async () => {
  const { env, session } = await loggedIn();
  const swapped = {
    ...env,
    TELEGRAM_SESSION: env.TELEGRAM_SENDER_SESSION,
    TELEGRAM_SENDER_SESSION: env.TELEGRAM_SESSION,
  };
  const { printed } = await logInBy([session, botAccount.botToken], swapped);
  expect(printed).toContain("give each one of its own");
});
