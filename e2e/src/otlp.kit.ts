import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dieWithUs, folderOfPrograms, freePort, isPortFree, until } from "@tgmem/processes";
import { type OtlpSpan, spansOf } from "./otlp-spans.kit.ts";

/**
 * Takes what processes send by OTLP. Where `otelcol` is on the PATH (a collector with the receiver `otlp` and the exporter
 * `otlp_http`), it stands between.
 */
export async function startTraceReceiver() {
  const port = await freePort();
  const collectorPort = await freePort();
  const spans: OtlpSpan[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      bodies.push(body.toString("latin1"));
      spans.push(...spansOf(body));
      response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const folder = await mkdtemp(join(tmpdir(), "tgmem-otlp-"));
  const programs = folderOfPrograms(["otelcol"]);
  const collector =
    programs === null
      ? undefined
      : await startCollector(programs, { folder, port: collectorPort, target: port });
  return {
    spans,
    /** Everything that came, as it came. */
    bodies,
    collected: collector !== undefined,
    url: `http://127.0.0.1:${collector ? collectorPort : port}`,
    async close() {
      collector?.kill("SIGKILL");
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function startCollector(
  programs: string,
  options: { readonly folder: string; readonly port: number; readonly target: number },
) {
  const config = {
    receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${options.port}` } } } },
    exporters: {
      otlp_http: { endpoint: `http://127.0.0.1:${options.target}`, compression: "none" },
    },
    service: {
      telemetry: { metrics: { level: "none" } },
      pipelines: { traces: { receivers: ["otlp"], exporters: ["otlp_http"] } },
    },
  };
  const file = join(options.folder, "config.json");
  await writeFile(file, JSON.stringify(config));
  const collector = spawn(join(programs, "otelcol"), ["--config", `file:${file}`], {
    stdio: "ignore",
  });
  dieWithUs(collector);
  await until(async () => !(await isPortFree(options.port)), { what: "the collector" });
  return collector;
}
