# One image for all apps: the command names the one that runs, for instance `apps/worker/src/main.ts`.
# Node runs the sources as they are, so there is no build.
FROM node:24.21.0-bookworm-slim AS install
RUN npm install --global pnpm@12.21.0
WORKDIR /app
# From the lockfile alone, so that a change of the sources downloads nothing again.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
COPY patches patches
RUN pnpm fetch --prod
COPY . .
RUN pnpm install --prod --offline --frozen-lockfile \
  --filter "@tgmem/receiver..." --filter "@tgmem/consumer..." --filter "@tgmem/worker..." --filter "@tgmem/sender..." --filter "@tgmem/admin..."

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=install /app /app
# Session files. A volume that is mounted here belongs to the same user.
RUN mkdir /data && chown node:node /data
USER node
ENTRYPOINT ["node", "--conditions=@tgmem/source"]
CMD ["apps/worker/src/main.ts"]
