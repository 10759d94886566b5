import type { DatabaseSync } from "node:sqlite";

/** Every kind of value as rows: a string has one field without a name, a set fields without values, a sorted set scores as values. */
export interface Fields {
  get(key: string, field: string): string | undefined;
  /** Whether the key has any field. */
  has(key: string): boolean;
  /** Gives the fields of a key, sorted by their names. */
  all(key: string): readonly (readonly [field: string, value: string])[];
  /** Says whether the field is new. */
  put(key: string, field: string, value: string): boolean;
  /** Says whether it was there. A key without fields is none. */
  remove(key: string, field: string): boolean;
  /** Says whether the key was there. */
  drop(key: string): boolean;
  /** Names the keys that begin so. */
  keys(prefix: string): readonly string[];
  /** Sets when a key ends, in ms since 1970; undefined = never. */
  endAt(key: string, atMs: number | undefined): void;
  /** When a key ends, in ms since 1970; undefined = never. */
  endOf(key: string): number | undefined;
}

const schema = `
CREATE TABLE IF NOT EXISTS fields (
  key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, field)
) WITHOUT ROWID, STRICT;
CREATE TABLE IF NOT EXISTS ends (key TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE INDEX IF NOT EXISTS ends_by_time ON ends (at_ms);
`;

const sweepEveryMs = 60_000;
const mostSwept = 1_000;

/** Keeps fields in a database, and of those whose time is over nothing. */
export function fieldsIn(db: DatabaseSync, now: () => number): Fields {
  db.exec(schema);
  const getField = db.prepare("SELECT value FROM fields WHERE key = ? AND field = ?");
  const getAll = db.prepare("SELECT field, value FROM fields WHERE key = ? ORDER BY field");
  const putField = db.prepare(
    "INSERT INTO fields VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const removeField = db.prepare("DELETE FROM fields WHERE key = ? AND field = ?");
  const someField = db.prepare("SELECT 1 FROM fields WHERE key = ? LIMIT 1");
  const dropFields = db.prepare("DELETE FROM fields WHERE key = ?");
  const someKeys = db.prepare(
    "SELECT DISTINCT key FROM fields WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
  );
  const setEnd = db.prepare(
    "INSERT INTO ends VALUES (?, ?) ON CONFLICT DO UPDATE SET at_ms = excluded.at_ms",
  );
  const getEnd = db.prepare("SELECT at_ms FROM ends WHERE key = ?");
  const dropEnd = db.prepare("DELETE FROM ends WHERE key = ?");
  const ended = db.prepare("SELECT key FROM ends WHERE at_ms <= ? LIMIT ?");
  let sweptAtMs = -Infinity;

  function drop(key: string): boolean {
    dropEnd.run(key);
    return Number(dropFields.run(key).changes) > 0;
  }

  function endOf(key: string): number | undefined {
    const end = getEnd.get(key)?.["at_ms"];
    return end === undefined ? undefined : Number(end);
  }

  function sweep(): void {
    if (now() - sweptAtMs < sweepEveryMs) return;
    sweptAtMs = now();
    for (const { key } of ended.all(now(), mostSwept)) drop(String(key));
  }

  /** What has ended is dropped when it is looked at, and sooner or later anyway. */
  function look(key: string): void {
    sweep();
    const end = endOf(key);
    if (end !== undefined && end <= now()) drop(key);
  }

  return {
    get(key, field) {
      look(key);
      const value = getField.get(key, field)?.["value"];
      return value === undefined ? undefined : String(value);
    },
    has(key) {
      look(key);
      return someField.get(key) !== undefined;
    },
    all(key) {
      look(key);
      return getAll.all(key).map(({ field, value }) => [String(field), String(value)] as const);
    },
    put(key, field, value) {
      look(key);
      const isNew = getField.get(key, field) === undefined;
      putField.run(key, field, value);
      return isNew;
    },
    remove(key, field) {
      look(key);
      const wasThere = Number(removeField.run(key, field).changes) > 0;
      if (wasThere && someField.get(key) === undefined) dropEnd.run(key);
      return wasThere;
    },
    drop(key) {
      look(key);
      return drop(key);
    },
    keys(prefix) {
      const found = someKeys.all(prefix).map(({ key }) => String(key));
      for (const key of found) look(key);
      return found.filter((key) => someField.get(key) !== undefined);
    },
    endAt(key, atMs) {
      if (atMs === undefined) dropEnd.run(key);
      else if (someField.get(key) !== undefined) setEnd.run(key, atMs);
    },
    endOf,
  };
}
