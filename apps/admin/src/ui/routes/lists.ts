import { Hono } from "hono";
import { z } from "zod";
import { listNames } from "../../system/lists.ts";
import { patienceOf, type Ui } from "../ui.ts";

const Target = z.object({ list: z.enum(listNames), act: z.enum(["pause", "resume"]) });

/** Holds up a whole list, and lets it go on. */
export const listRoutes = ({ system }: Ui): Hono =>
  new Hono().post("/:list/:act", async (c) => {
    const target = Target.safeParse(c.req.param());
    if (!target.success) return c.redirect("/?notice=not_understood", 303);
    const { list, act } = target.data;
    const queue = system.list(list);
    if (act === "pause") await queue.pauseList(patienceOf(c));
    else await queue.resumeList(patienceOf(c));
    return c.redirect(`/?notice=${act === "pause" ? "list_paused" : "list_resumed"}`, 303);
  });
