import { Api } from "telegram";
import type { UnreadableKind } from "../../telegram.ts";

/** Says what came with a message that is no text; undefined = nothing, or only the preview of a link. */
export function unreadableIn(media: Api.TypeMessageMedia | undefined): UnreadableKind | undefined {
  // The client says null.
  if (!media || media instanceof Api.MessageMediaEmpty) return undefined;
  if (media instanceof Api.MessageMediaWebPage) return undefined;
  if (media instanceof Api.MessageMediaPhoto) return "photo";
  if (media instanceof Api.MessageMediaDocument) return kindOf(media);
  if (media instanceof Api.MessageMediaContact) return "contact";
  if (media instanceof Api.MessageMediaPoll) return "poll";
  const isPlace =
    media instanceof Api.MessageMediaGeo ||
    media instanceof Api.MessageMediaGeoLive ||
    media instanceof Api.MessageMediaVenue;
  return isPlace ? "location" : "other";
}

function kindOf({ document, voice, video, round }: Api.MessageMediaDocument): UnreadableKind {
  const attributes = document instanceof Api.Document ? document.attributes : [];
  // A sticker can be a video too.
  if (attributes.some((one) => one instanceof Api.DocumentAttributeSticker)) return "sticker";
  const sound = attributes.find((one) => one instanceof Api.DocumentAttributeAudio);
  if (voice || sound?.voice) return "voice";
  if (sound) return "audio";
  if (video || round || attributes.some(isMoving)) return "video";
  return "document";
}

const isMoving = (one: Api.TypeDocumentAttribute) =>
  one instanceof Api.DocumentAttributeVideo || one instanceof Api.DocumentAttributeAnimated;
