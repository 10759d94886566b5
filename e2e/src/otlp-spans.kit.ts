/** A span as it travels by OTLP. */
export interface OtlpSpan {
  readonly service: string;
  readonly trace: string;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Field = readonly [number: number, value: Buffer];

/** Reads the spans of an ExportTraceServiceRequest, by the numbers of its fields in opentelemetry-proto. */
export const spansOf = (request: Buffer): OtlpSpan[] =>
  all(request, 1).flatMap((resourceSpans) => {
    const service = attributesOf(one(resourceSpans, 1), 1)["service.name"] ?? "";
    return all(resourceSpans, 2)
      .flatMap((scopeSpans) => all(scopeSpans, 2))
      .map((span) => ({
        service,
        trace: one(span, 1).toString("hex"),
        id: one(span, 2).toString("hex"),
        parent: one(span, 4).toString("hex"),
        name: one(span, 5).toString(),
        attributes: attributesOf(span, 9),
      }));
  });

const attributesOf = (message: Buffer, number: number): Record<string, string> =>
  Object.fromEntries(
    all(message, number).map((pair) => {
      const [kind, value] = fieldsOf(one(pair, 2))[0] ?? [0, Buffer.alloc(0)];
      return [one(pair, 1).toString(), kind === 1 ? value.toString() : value.toString("hex")];
    }),
  );

const all = (message: Buffer, number: number): Buffer[] =>
  fieldsOf(message).flatMap(([is, value]) => (is === number ? [value] : []));
const one = (message: Buffer, number: number): Buffer => all(message, number)[0] ?? Buffer.alloc(0);

function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const begin = at;
    const type = key & 7;
    if (type === 0) varint();
    const length = type === 2 ? varint() : { 1: 8, 5: 4 }[type];
    const from = length === undefined ? begin : at;
    at = length === undefined ? at : at + length;
    fields.push([key >> 3, message.subarray(from, at)]);
  }
  return fields;
}
