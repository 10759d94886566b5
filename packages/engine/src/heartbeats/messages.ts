/** Where an engine is, and who calls it. */
export interface Connection {
  /** `host:port` */
  readonly address: string;
  readonly token: string;
  readonly tls: {
    readonly strategy: "none" | "tls" | "mtls";
    /** Paths of PEM files. */
    readonly rootFile: string | undefined;
    readonly keyFile: string | undefined;
    readonly certFile: string | undefined;
    readonly serverName: string | undefined;
  };
}

/** What the thread is told. */
export type Order =
  | { readonly type: "start"; readonly workerId: string; readonly connection: Connection }
  | { readonly type: "stop"; readonly workerId: string };

/** What the thread tells of a worker's heartbeat. */
export interface Notice {
  readonly workerId: string;
  readonly level: "debug" | "warn" | "error";
  readonly message: string;
}
