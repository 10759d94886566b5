import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { FileSession } from "../session/file-session.ts";
import { openSessionFile } from "../session/session-file.ts";
import { createClient } from "./client.ts";

it("checks what it decrypts: Telegram's rules for a safe client are off by default", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-telegram-"));
  const sessionFile = join(folder, "session");
  const file = await openSessionFile(sessionFile);
  const { api, destroy } = createClient(
    { apiId: 1, apiHash: "hash", sessionFile },
    new FileSession(file),
  );
  onTestFinished(async () => {
    await destroy();
    await file.close();
    await rm(folder, { recursive: true });
  });
  expect(Reflect.get(api, "_securityChecks")).toBe(true);
});
