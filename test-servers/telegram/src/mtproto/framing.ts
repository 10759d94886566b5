import { crc32 } from "node:zlib";
import { i32, u32 } from "../tl/bytes.ts";

type Mode = "full" | "intermediate";

/** Cuts a TCP stream into packets and back: the two transports that the clients in use speak. */
export class Framing {
  #input = Buffer.alloc(0);
  #mode: Mode | undefined;
  #sent = 0;

  /** The packets that are complete with these bytes. */
  *receive(bytes: Buffer): Generator<Buffer> {
    this.#input = Buffer.concat([this.#input, bytes]);
    for (let packet = this.#next(); packet; packet = this.#next()) yield packet;
  }

  frame(packet: Buffer): Buffer {
    if (this.#mode === "intermediate") return Buffer.concat([i32(packet.length), packet]);
    const body = Buffer.concat([i32(packet.length + 12), i32(this.#sent++), packet]);
    return Buffer.concat([body, u32(crc32(body))]);
  }

  #next(): Buffer | undefined {
    if (this.#input.length < 4) return undefined;
    this.#mode ??= this.#detect();
    if (this.#input.length < 4) return undefined;
    const length = this.#input.readInt32LE(0);
    if (this.#mode === "intermediate") return this.#cut(4, length);
    const frame = this.#cut(0, length);
    if (!frame) return undefined;
    if (crc32(frame.subarray(0, -4)) !== frame.readUInt32LE(length - 4))
      throw new Error("a frame has a wrong checksum");
    return frame.subarray(8, -4);
  }

  #detect(): Mode {
    if (this.#input.readUInt32LE(0) !== 0xeeeeeeee) return "full";
    this.#input = this.#input.subarray(4);
    return "intermediate";
  }

  #cut(head: number, length: number): Buffer | undefined {
    if (this.#input.length < head + length) return undefined;
    const packet = Buffer.from(this.#input.subarray(head, head + length));
    this.#input = this.#input.subarray(head + length);
    return packet;
  }
}
