import * as z from "zod/mini";
import type { Citation } from "../chat-model.ts";
import { cutText } from "../cut-text.ts";

/** An answer draws on no more pages than anybody would look at. */
const most = 20;
const maxTitleChars = 200;
const maxUrlChars = 2_000;

const text = z.catch(z.optional(z.string()), undefined);
const Page = z.object({ url: text, title: text });
/** OpenRouter puts the page into a field of its own, others into the annotation. */
const Annotation = z.extend(Page, {
  type: text,
  url_citation: z.catch(z.optional(Page), undefined),
});

/** What is said about a text beside it, whatever that is. */
export const Annotations = z.catch(z.nullish(z.array(z.unknown())), null);

/** Takes the pages out of what is said about a text, each once. What is no address of the web is left out. */
export function citationsIn(annotations: readonly unknown[]): readonly Citation[] {
  const pages = new Map<string, Citation>();
  for (const raw of annotations) {
    const annotation = Annotation.safeParse(raw).data;
    if (annotation?.type !== "url_citation") continue;
    const { url: address = "", title = "" } = annotation.url_citation ?? annotation;
    const url = addressOf(address);
    if (url === undefined || (pages.size >= most && !pages.has(url))) continue;
    const name = cutText(title.replaceAll(/\s+/gu, " ").trim(), maxTitleChars);
    const known = pages.get(url);
    if (!known || (known.title === undefined && name !== ""))
      pages.set(url, { url, ...(name !== "" && { title: name }) });
  }
  return [...pages.values()];
}

function addressOf(address: string): string | undefined {
  const url = URL.parse(address);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  return isWeb && url.href.length <= maxUrlChars ? url.href : undefined;
}
