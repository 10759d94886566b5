import { createHash } from "node:crypto";
import { RpcError } from "../mtproto/rpc-error.ts";
import { bytes, child, int, long, text, type TlObject } from "../tl/fields.ts";

/** A file that somebody sends. */
export interface FileOptions {
  readonly name: string;
  /** @default "application/octet-stream" */
  readonly mimeType?: string;
  readonly bytes: Uint8Array;
}

/** Every client takes this as its own data centre, or asks for a log-in to it. */
const dcId = 2;

/** What was uploaded, and what can be downloaded: documents and photos. */
export class Files {
  /** Parts by upload and number. */
  readonly #uploads = new Map<bigint, Map<number, Buffer>>();
  readonly #stored = new Map<bigint, Buffer>();
  #lastId = 1_000n;

  saveFilePart(request: TlObject): true {
    const upload = long(request, "file_id");
    const parts = this.#uploads.get(upload) ?? new Map<number, Buffer>();
    this.#uploads.set(upload, parts.set(int(request, "file_part"), bytes(request, "bytes")));
    return true;
  }

  /** Puts an upload together, as an `inputFile` names it. */
  take(file: TlObject): Buffer {
    const parts = this.#uploads.get(long(file, "id"));
    const whole = Buffer.concat(
      Array.from({ length: int(file, "parts") }, (_, number) => {
        const part = parts?.get(number);
        if (!part) throw new RpcError(400, `FILE_PART_${number}_MISSING`);
        return part;
      }),
    );
    const expected = file._ === "inputFile" ? text(file, "md5_checksum") : "";
    if (expected !== "" && createHash("md5").update(whole).digest("hex") !== expected)
      throw new RpcError(400, "MD5_CHECKSUM_INVALID");
    return whole;
  }

  document(content: Buffer, mimeType: string, attributes: readonly TlObject[]): TlObject {
    const stored = { mime_type: mimeType, size: BigInt(content.length), attributes };
    return { _: "document", ...this.#store(content), ...stored };
  }

  /** A photo in one size; the server does not look into pictures. */
  photo(content: Buffer): TlObject {
    const size = { _: "photoSize", type: "x", w: 800, h: 600, size: content.length };
    return { _: "photo", ...this.#store(content), sizes: [size] };
  }

  /** Answers `upload.getFile`. */
  part(request: TlObject): TlObject {
    const content = this.#stored.get(long(child(request, "location"), "id"));
    if (!content) throw new RpcError(400, "FILE_REFERENCE_INVALID");
    const from = Number(long(request, "offset"));
    return {
      _: "upload.file",
      type: { _: "storage.fileUnknown" },
      mtime: Math.floor(Date.now() / 1000),
      bytes: content.subarray(from, from + int(request, "limit")),
    };
  }

  #store(content: Buffer) {
    const id = ++this.#lastId;
    this.#stored.set(id, content);
    const date = Math.floor(Date.now() / 1000);
    return { id, access_hash: id, file_reference: Buffer.from([1]), date, dc_id: dcId };
  }
}

/** What a message with a file of a person carries. */
export function fileMedia(files: Files, { name, mimeType, bytes: content }: FileOptions): TlObject {
  const attributes = [{ _: "documentAttributeFilename", file_name: name }];
  const type = mimeType ?? "application/octet-stream";
  const document = files.document(Buffer.from(content), type, attributes);
  return { _: "messageMediaDocument", document };
}
