/**
 * A TL object: constructor name and fields in snake_case. A long is a bigint, bytes and int128 are Buffers, a flag
 * without a value is a boolean. A Buffer in the place of an object is taken as already encoded.
 */
export interface TlObject {
  readonly _: string;
  readonly [field: string]: unknown;
}

// Each reads a field, or stops the test that relied on it.

export const int = (object: TlObject, field: string): number =>
  asNumber(object[field]) ?? missing(object, field);

export const long = (object: TlObject, field: string): bigint => {
  const value = object[field];
  return typeof value === "bigint" ? value : missing(object, field);
};

export const text = (object: TlObject, field: string): string => {
  const value = object[field];
  return typeof value === "string" ? value : missing(object, field);
};

export const bytes = (object: TlObject, field: string): Buffer => {
  const value = object[field];
  return Buffer.isBuffer(value) ? value : missing(object, field);
};

export const child = (object: TlObject, field: string): TlObject => {
  const value = object[field];
  return isObject(value) ? value : missing(object, field);
};

/** Reads a vector of objects, which is empty if the field is not there. */
export const children = (object: TlObject, field: string): readonly TlObject[] => {
  const value = object[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** Reads a vector of ints, which is empty if the field is not there. */
export const ints = (object: TlObject, field: string): readonly number[] => {
  const value = object[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === "number") : [];
};

export const isObject = (value: unknown): value is TlObject =>
  typeof value === "object" && value !== null && "_" in value;

const asNumber = (value: unknown) => (typeof value === "number" ? value : undefined);

function missing(object: TlObject, field: string): never {
  throw new Error(`TL: ${object._} has no such ${field}`);
}
