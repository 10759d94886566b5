import { Hono } from "hono";
import { z } from "zod";
import { costBy } from "../../cost/cost-by.ts";
import { readCost } from "../../cost/read-cost.ts";
import { readStatus } from "../../status/read-status.ts";
import { patienceOf, type Ui } from "../ui.ts";
import { cost } from "../views/cost.ts";
import { shell } from "../views/shell.ts";

const days = 30;
const Query = z.object({ by: z.enum(costBy).catch("day") });

export const costRoutes = ({ system, now }: Ui): Hono =>
  new Hono().get("/", async (c) => {
    const { by } = Query.parse(c.req.query());
    const [status, rows] = await Promise.all([
      readStatus(system, patienceOf(c)),
      readCost(system.redis, { by, days, now }),
    ]);
    return c.html(shell({ title: "Cost", place: "/cost", status, body: cost(by, rows, days) }));
  });
