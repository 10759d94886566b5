import { Hono } from "hono";
import { readStatus } from "../../status/read-status.ts";
import { noticeOf } from "../notices.ts";
import { patienceOf, type Ui } from "../ui.ts";
import { overview } from "../views/overview.ts";
import { processes } from "../views/processes.ts";
import { shell } from "../views/shell.ts";

/** The two pages that show the state of the whole. */
export const overviewRoutes = ({ system, form }: Ui): Hono =>
  new Hono()
    .get("/", async (c) => {
      const status = await readStatus(system, patienceOf(c));
      const body = overview(status, form);
      return c.html(shell({ title: "Overview", place: "/", status, notice: noticeOf(c), body }));
    })
    .get("/processes", async (c) => {
      const status = await readStatus(system, patienceOf(c));
      const body = processes(status);
      const liveFrom = "/processes";
      return c.html(shell({ title: "Processes", place: "/processes", status, body, liveFrom }));
    });
