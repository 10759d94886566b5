import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { gunzipSync } from "node:zlib";
import { i32, i64, Reader, u32 } from "../tl/bytes.ts";
import type { Codec } from "../tl/codec.ts";
import { child, text, type TlObject } from "../tl/fields.ts";
import { ige, messageKeys, msgKeyOf } from "./crypto.ts";
import { Framing } from "./framing.ts";
import { type AuthKey, KeyExchange } from "./key-exchange.ts";
import { RpcError } from "./rpc-error.ts";
import type { RsaKey } from "./rsa-key.ts";

/** What goes wrong between the server and everybody. */
export interface Wire {
  /** Connections are taken, and nothing is answered or told but pings. */
  silent: boolean;
  /** Pings are not answered. */
  mutePings: boolean;
}

/** What the connections of a server share. */
export interface Shared {
  readonly wire: Wire;
  readonly codec: Codec;
  readonly rsa: RsaKey;
  readonly padKey: boolean;
  /** The keys by their id in hex. */
  readonly authKeys: Map<string, AuthKey>;
  /** Resolves with what goes into the result; undefined = no answer. */
  readonly answer: (request: TlObject, connection: Connection) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

// Constructors that wrap raw bytes.
const container = 0x73f1f8dc;
const gzipPacked = 0x3072cfa1;
const invokeAfterMsg = 0xcb9f372d;
const rpcResult = 0xf35c6d01;

const salt = 42n;

/** A message is dated by its id: 16 and 17 tell a client that its clock is behind, or ahead, by more than Telegram bears. */
function clockError(msgId: bigint): 16 | 17 | undefined {
  const aheadSeconds = Number(msgId >> 32n) - Date.now() / 1_000;
  if (aheadSeconds < -300) return 16;
  return aheadSeconds > 30 ? 17 : undefined;
}

/** The server's side of one MTProto 2.0 connection: key exchange, encryption, containers, results, pushes. */
export class Connection {
  readonly #socket: Socket;
  readonly #shared: Shared;
  readonly #codec: Codec;
  readonly #framing = new Framing();
  readonly #exchange: KeyExchange;
  #authKey: AuthKey | undefined;
  #session: Buffer | undefined;
  #contentSent = 0;
  #lastMsgId = 0n;
  #device: string | undefined;

  constructor(socket: Socket, shared: Shared) {
    this.#socket = socket;
    this.#shared = shared;
    this.#codec = shared.codec;
    this.#exchange = new KeyExchange(shared.rsa, shared);
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => {
      try {
        for (const packet of this.#framing.receive(bytes)) this.#onPacket(packet);
      } catch (error) {
        shared.onError(error);
        this.drop();
      }
    });
  }

  /** Names the log-in: the auth key's id, once the client has spoken with it. */
  get login(): string | undefined {
    return this.#session && this.#authKey?.id.toString("hex");
  }

  /** The device as the client names it in its first call. */
  get device(): string | undefined {
    return this.#device;
  }

  push(update: TlObject): void {
    if (this.#session && !this.#shared.wire.silent)
      this.#sendEncrypted(this.#codec.encode(update), { content: true, lowBits: 3n });
  }

  drop(): void {
    this.#socket.destroy();
  }

  #send(packet: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(this.#framing.frame(packet));
  }

  #onPacket(packet: Buffer): void {
    if (packet.readBigInt64LE(0) === 0n) {
      this.#onExchange(this.#codec.decode(packet.subarray(20)));
      return;
    }
    const authKey = this.#shared.authKeys.get(packet.subarray(0, 8).toString("hex"));
    if (!authKey) {
      this.#send(i32(-404));
      return;
    }
    this.#authKey = authKey;
    const msgKey = packet.subarray(8, 24);
    const { key, iv } = messageKeys(authKey.key, msgKey, "client");
    const data = ige(key, iv, packet.subarray(24), "decrypt");
    if (!msgKeyOf(authKey.key, data, "client").equals(msgKey))
      throw new Error("a message has a wrong msg_key");
    const msgId = data.readBigInt64LE(16);
    this.#openSession(Buffer.from(data.subarray(8, 16)), msgId);
    const errorCode = clockError(msgId);
    if (errorCode === undefined)
      this.#onMessage(msgId, data.subarray(32, 32 + data.readInt32LE(28)));
    else
      this.#sendService({
        _: "bad_msg_notification",
        bad_msg_id: msgId,
        bad_msg_seqno: data.readInt32LE(24),
        error_code: errorCode,
      });
  }

  #onExchange(message: TlObject): void {
    if (this.#shared.wire.silent) return;
    const { reply, authKey } = this.#exchange.step(message);
    if (authKey) this.#shared.authKeys.set(authKey.id.toString("hex"), authKey);
    const body = this.#codec.encode(reply);
    this.#send(Buffer.concat([Buffer.alloc(8), this.#nextMsgId(1n), i32(body.length), body]));
  }

  #openSession(session: Buffer, msgId: bigint): void {
    if (this.#session?.equals(session)) return;
    this.#session = session;
    const created = {
      _: "new_session_created",
      first_msg_id: msgId,
      unique_id: 1n,
      server_salt: salt,
    };
    this.#sendEncrypted(this.#codec.encode(created), { content: true, lowBits: 3n });
  }

  #onMessage(msgId: bigint, body: Buffer): void {
    switch (body.readUInt32LE(0)) {
      case container: {
        const reader = new Reader(body, 4);
        for (let left = reader.i32(); left > 0; left--) {
          const innerId = reader.i64();
          reader.take(4);
          this.#onMessage(innerId, reader.take(reader.i32()));
        }
        return;
      }
      case gzipPacked:
        this.#onMessage(msgId, gunzipSync(new Reader(body, 4).byteString()));
        return;
      case invokeAfterMsg:
        this.#onMessage(msgId, body.subarray(12));
        return;
      default:
        this.#onRequest(msgId, this.#unwrap(this.#codec.decode(body)));
    }
  }

  #onRequest(msgId: bigint, request: TlObject): void {
    switch (request._) {
      case "msgs_ack":
      case "msgs_state_info":
        return;
      case "ping":
      case "ping_delay_disconnect":
        if (this.#shared.wire.mutePings) return;
        this.#sendService({ _: "pong", msg_id: msgId, ping_id: request["ping_id"] });
        return;
      case "get_future_salts": {
        const now = Math.floor(Date.now() / 1000);
        // Bare: a strict client rejects it inside an rpc_result.
        this.#sendService({
          _: "future_salts",
          req_msg_id: msgId,
          now,
          salts: [{ _: "future_salt", valid_since: now, valid_until: now + 86_400, salt }],
        });
        return;
      }
      default:
        void this.#call(msgId, request);
    }
  }

  async #call(msgId: bigint, request: TlObject): Promise<void> {
    if (this.#shared.wire.silent) return;
    try {
      const result = await this.#shared.answer(request, this);
      if (result !== undefined) this.#sendResult(msgId, this.#codec.encode(result));
    } catch (error) {
      const rpc = error instanceof RpcError ? error : new RpcError(500, "INTERNAL");
      if (rpc !== error) this.#shared.onError(error);
      this.#sendResult(
        msgId,
        this.#codec.encode({ _: "rpc_error", error_code: rpc.code, error_message: rpc.message }),
      );
    }
  }

  #sendResult(msgId: bigint, result: Buffer): void {
    this.#sendEncrypted(Buffer.concat([u32(rpcResult), i64(msgId), result]), {
      content: true,
      lowBits: 1n,
    });
  }

  #sendService(object: TlObject): void {
    this.#sendEncrypted(this.#codec.encode(object), { content: false, lowBits: 1n });
  }

  #sendEncrypted(
    body: Buffer,
    { content, lowBits }: { readonly content: boolean; readonly lowBits: bigint },
  ): void {
    const authKey = this.#authKey;
    if (!authKey || !this.#session)
      throw new Error("nothing can be encrypted before the client has");
    const seqNo = this.#contentSent * 2 + (content ? 1 : 0);
    if (content) this.#contentSent++;
    const message = [
      i64(salt),
      this.#session,
      this.#nextMsgId(lowBits),
      i32(seqNo),
      i32(body.length),
      body,
    ];
    const size = 32 + body.length;
    const data = Buffer.concat([...message, randomBytes(12 + ((16 - ((size + 12) % 16)) % 16))]);
    const msgKey = msgKeyOf(authKey.key, data, "server");
    const { key, iv } = messageKeys(authKey.key, msgKey, "server");
    this.#send(Buffer.concat([authKey.id, msgKey, ige(key, iv, data, "encrypt")]));
  }

  /** Time based and strictly growing; the low bits are 1 for an answer and 3 for a push. */
  #nextMsgId(lowBits: bigint): Buffer {
    const now = Date.now();
    const id = (BigInt(Math.floor(now / 1000)) << 32n) | (BigInt(now % 1000) << 20n);
    this.#lastMsgId = ((id > this.#lastMsgId ? id : this.#lastMsgId + 4n) & ~3n) | lowBits;
    return i64(this.#lastMsgId);
  }

  /** The call inside what the first call of a connection is wrapped in. */
  #unwrap(request: TlObject): TlObject {
    if (request._ === "initConnection") this.#device = text(request, "device_model");
    const wrapped = request._ === "invokeWithLayer" || request._ === "initConnection";
    return wrapped ? this.#unwrap(child(request, "query")) : request;
  }
}
