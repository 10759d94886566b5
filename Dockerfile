# One image for all apps: without a command it runs the whole bot in one process, which keeps everything in /data, and else the
# app that the command names, for instance `apps/worker/dist/main.js`. What it holds beside Node is a file or two an app, with
# all that the app needs inside.
FROM node:24.21.0-bookworm-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/pnpm pnpm install --frozen-lockfile --store-dir /pnpm \
  --filter tgmem --filter "@tgmem/receiver..." --filter "@tgmem/consumer..." --filter "@tgmem/worker..." --filter "@tgmem/sender..." --filter "@tgmem/admin..." --filter "@tgmem/bot..."
RUN for app in receiver consumer worker sender admin bot; do pnpm --filter "@tgmem/$app" run build || exit 1; done

FROM node:24.21.0-bookworm-slim
# Less memory: one arena for what is not JavaScript; and of what is, the apps give back what their start needed (--expose-gc).
ENV NODE_ENV=production MALLOC_ARENA_MAX=1
WORKDIR /app
COPY package.json apps/supervise.sh ./apps/
COPY --from=build /app/apps/receiver/dist apps/receiver/dist
COPY --from=build /app/apps/consumer/dist apps/consumer/dist
COPY --from=build /app/apps/worker/dist apps/worker/dist
COPY --from=build /app/apps/sender/dist apps/sender/dist
COPY --from=build /app/apps/admin/dist apps/admin/dist
COPY --from=build /app/apps/bot/dist apps/bot/dist
# Session files, and all that the bot keeps. Docker gives a volume here to the same user, and apps/supervise.sh one of hosts that do not.
RUN mkdir /data && chown node:node /data
ENTRYPOINT ["sh", "apps/supervise.sh", "node", "--expose-gc", "--max-semi-space-size=8", "--disable-warning=ExperimentalWarning", "--disable-warning=DEP0040"]
CMD ["apps/bot/dist/main.js", "--data", "/data"]
