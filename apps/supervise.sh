#!/bin/sh
# Runs an app in a container that is restarted whenever it ends. What a restart cannot mend (2: a variable is wrong, 3: Telegram
# refuses the log-in) is not tried again for ever: the container stays, not healthy, until somebody has looked.
if [ "$(id -u)" = 0 ] && id node >/dev/null 2>&1; then
  # A host may mount a volume that belongs to root. Nothing but this line runs as root.
  chown node:node /data
  exec setpriv --reuid=node --regid=node --init-groups --no-new-privs sh "$0" "$@"
fi
"$@" &
app=$!
trap 'kill -TERM "$app"' TERM INT
wait "$app"
code=$?
# A signal ends a wait, but not the app.
while kill -0 "$app" 2>/dev/null; do
  wait "$app"
  code=$?
done
case $code in
2 | 3)
  trap 'exit '"$code" TERM INT
  echo "Ended with $code, which starting again does not mend: change what it says above, then \`docker compose up -d\`." >&2
  while :; do
    sleep 3600 &
    wait $!
  done
  ;;
esac
exit "$code"
