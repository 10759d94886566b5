import { RpcError } from "../mtproto/rpc-error.ts";
import { child, children, text, type TlObject } from "../tl/fields.ts";
import type { Files } from "./files.ts";

/** What the chat shows for what is sent. */
export function mediaOf(input: TlObject, files: Files): TlObject {
  switch (input._) {
    case "inputMediaContact": {
      const { phone_number, first_name, last_name, vcard } = input;
      const contact = { phone_number, first_name, last_name, vcard };
      return { _: "messageMediaContact", ...contact, user_id: 0n };
    }
    case "inputMediaGeoPoint": {
      const { lat, long, accuracy_radius } = child(input, "geo_point");
      const geo = { _: "geoPoint", lat, long, accuracy_radius, access_hash: 0n };
      return { _: "messageMediaGeo", geo };
    }
    case "inputMediaDice":
      // Always the same, so that a test can rely on it.
      return { _: "messageMediaDice", emoticon: text(input, "emoticon"), value: 6 };
    case "inputMediaUploadedDocument": {
      const content = files.take(child(input, "file"));
      const attributes = children(input, "attributes");
      const document = files.document(content, text(input, "mime_type"), attributes);
      return { _: "messageMediaDocument", document };
    }
    case "inputMediaUploadedPhoto":
      return {
        _: "messageMediaPhoto",
        photo: files.photo(files.take(child(input, "file"))),
      };
    default:
      throw new RpcError(400, "MEDIA_INVALID");
  }
}
