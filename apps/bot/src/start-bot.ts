import {
  dispatch,
  dispatchedHere,
  observe as observeConsumer,
  startByLane,
  startHere,
} from "@tgmem/consumer";
import {
  inboundQueue,
  outboundQueue,
  redisPeople,
  redisSpending,
  summariesQueue,
} from "@tgmem/contracts";
import { fileOutages, openFolder } from "@tgmem/folder";
import { listen, observe as observeReceiver, redisWaitingLimit } from "@tgmem/receiver";
import {
  deliver,
  observe as observeSender,
  redisRecords as redisSenderRecords,
} from "@tgmem/sender";
import {
  asksInOneProcess,
  createRepairs,
  listedBy,
  measureLists,
  readWhitelist,
  type ServiceContext,
  telegramOptions,
  watchRedis,
  watchTelegram,
} from "@tgmem/service";
import { createPacer } from "@tgmem/telegram";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import {
  createArchive,
  createRuns,
  inMemoryStops,
  observe as observeWorker,
  observedModels,
  redisRecords,
  tellOperator,
} from "@tgmem/worker";
import type { BotEnv } from "./env.ts";
import { operatorsOf } from "./operators.ts";
import { twins } from "./twins.ts";

/** Runs that are under way at a stop may end in this time; then they are cut, and their messages are answered after the next start. */
const graceMs = 5_000;
const commandSlots = 20;
/** The messages of a bot that was killed go on after it. */
const leaseMs = 5_000;

/** Starts the whole bot over one log-in. Resolves with the steps of its stop. */
export async function startBot(context: ServiceContext<BotEnv>, data: string) {
  const { env, logger, metrics, health, tracing, announce, signal, fail } = context;
  const outages = fileOutages(context.outages, data);
  const listed = readWhitelist(env, logger);
  const isAsking = asksInOneProcess(env.ASK_ADMIN, listed);

  const worker = observeWorker({ logger, metrics: metrics.of("worker"), outages });
  const folder = openFolder(data, { window: env.MEMORY_WINDOW, onError: worker.trouble, twins });
  const { records } = folder;
  const inbound = folder.list(inboundQueue);
  const outbound = folder.list(outboundQueue);
  const summaries = folder.list(summariesQueue);
  const lists = { inbound, outbound, summaries };
  const { isWritable } = watchRedis(records, { outages, health, signal });
  const queues = Object.entries(lists).map(([list, queue]) => ({ list, queue }));
  measureLists(metrics, queues);

  const receiver = observeReceiver({ logger, metrics: metrics.of("receiver"), outages });
  const sender = observeSender({ logger, metrics: metrics.of("sender"), outages });
  const telegram = await connectTelegram({
    ...telegramOptions(env),
    sessionFile: folder.session,
    device: "tgmem",
    signal,
    onEvent: receiver.telegram,
    onFatal: fail,
  });
  void watchTelegram(telegram, { outages, health, signal });
  const account = telegram.account.id;
  const presence = announce(records, { account });
  const people = isAsking ? redisPeople(records) : undefined;
  const operators = await operatorsOf(people, env);
  const whitelist = listedBy(listed, { ...operators, ASK_ADMIN: isAsking });
  const own = { ...env, ADMIN_USER: operators.ADMIN_USER };

  const spending = redisSpending(records);
  const models = await observedModels(env, { on: worker, spending, logger });
  const airtable = createArchive(env, { signal, onEvent: worker.archive });
  const archive = airtable ?? folder.archive;
  const told = tellOperator(outbound, records, { onError: worker.trouble });
  const runs = createRuns({
    // Summaries wait for each other to share calls of Airtable alone.
    env: airtable ? own : { ...own, AIRTABLE_BATCH_WINDOW_MS: 0 },
    lists: { ...lists, outbound: told },
    store: folder.store,
    recall: folder.recall,
    models,
    archive,
    records: { ...redisRecords(records, env), stops: inMemoryStops() },
    on: worker,
    isWritable,
    tracing,
    stopping: signal,
    leaseMs,
  });

  const cut = new AbortController();
  signal.addEventListener("abort", () => setTimeout(() => cut.abort(), graceMs).unref());
  const here = { stopping: signal, signal: cut.signal, onError: worker.trouble };
  const messages = startHere(runs.aiChat, { ...here, slots: env.WORKER_SLOTS });
  const commands = startHere(runs.aiChat, { ...here, slots: commandSlots });
  const summarizing = startHere(runs.summarize, { ...here, slots: env.SUMMARY_SLOTS });
  const onList = observeConsumer({ logger, metrics: metrics.of("consumer"), health, outages });
  const taken = { ...dispatchedHere, leaseMs, signal };
  const answer = startByLane({ messages: messages.start, commands: commands.start });
  const keepRepaired = createRepairs({ logger, metrics });
  const pace = { perSecond: env.SEND_PER_SECOND, chatIntervalMs: env.SEND_CHAT_INTERVAL_MS };
  const most = env.LIMIT_WAITING_MESSAGES;
  const running = [
    dispatch({ ...taken, queue: inbound, start: answer, onEvent: onList("inbound") }),
    dispatch({
      ...taken,
      queue: summaries,
      start: summarizing.start,
      onEvent: onList("summaries"),
    }),
    deliver({
      env: own,
      telegram,
      lists,
      records: redisSenderRecords(records),
      pacer: createPacer(pace),
      isPairing: operators.pairingCode !== undefined,
      drafts: env.STREAM_ANSWERS ? records : undefined,
      whitelist,
      people,
      on: sender,
      outages,
      tracing,
      fail,
      signal,
    }),
    listen({
      env: own,
      telegram,
      inbound,
      outbound,
      waiting: redisWaitingLimit({ redis: records, inbound, account, most }),
      whitelist,
      people,
      pairingCode: operators.pairingCode,
      onPaired: (id) => operators.ADMIN_USER.add(id),
      logger,
      on: receiver,
      tracing,
      signal,
    }),
    ...queues.map(({ list, queue }) => keepRepaired(queue, { list, signal })),
  ];
  for (const loop of running) loop.catch(fail);
  return [
    () => Promise.allSettled(running),
    () => Promise.all([messages, commands, summarizing].map((some) => some.ended())),
    () => runs.settled(),
    () => airtable?.close(),
    () => telegram.close(),
    () => presence.leave(),
    () => folder.close(),
  ];
}
