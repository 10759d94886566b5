#!/bin/sh
# Runs an app in a container that is restarted whenever it ends. What a restart cannot mend (2: a variable is wrong, 3: Telegram
# refuses the log-in) is not tried again for ever: the container stays, not healthy, until somebody has looked.
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
  echo "Ended with $code, which starting again does not mend: change what it says above, then \`docker compose up -d\`." >&2
  trap 'exit '"$code" TERM INT
  while :; do
    sleep 3600 &
    wait $!
  done
  ;;
esac
exit "$code"
