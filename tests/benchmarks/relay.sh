# SPDX-License-Identifier: MIT
# A relay under load: 2 000 events a second go to 200 subscribers. One of them stands still for most of the time, and
# 10 000 connections come with a wrong token. Everybody must have everything, and the relay's memory must stay flat.
seconds=${MESHWATCH_BENCH_RELAY_SECONDS:-60}
subscribers=${MESHWATCH_BENCH_RELAY_SUBSCRIBERS:-200}
rate=${MESHWATCH_BENCH_RELAY_RATE:-2000}
wrong=${MESHWATCH_BENCH_RELAY_WRONG:-10000}

resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server_pid/status"; }

RELAY_TOKEN=a-token-for-the-benchmark "$CLI" serve --data "$TMP/relay" --listen 127.0.0.1:0 --connection bench \
    --relay 127.0.0.1:0 --relay-token-env RELAY_TOKEN >"$TMP/serve.out" 2>"$TMP/serve.err" &
server_pid=$!
for _ in $(seq 200); do
    relay_port=$(sed -n 's#^bench relay: relay://127.0.0.1:\([0-9]*\)/.*#\1#p' "$TMP/serve.out")
    [ -z "$relay_port" ] || break
    sleep 0.05
done
server_url=$(sed -n 's/^bench: //p' "$TMP/serve.out")
"$BENCH/bench_relay" "$relay_port" /bench a-token-for-the-benchmark "$subscribers" $((seconds * 3)) "$TMP/posted" \
    $((seconds > 10 ? seconds - 5 : 5)) "$wrong" >"$TMP/relayed" &
relayed_pid=$!
"$BENCH/bench_post" "$server_url" 64 5 warm "$TMP/ids" "$rate" >"$TMP/post"
read -r warm _ <"$TMP/post"
before=$(resident)
cpu_before=$(awk '{ print $14 + $15 }' "/proc/$server_pid/stat")
"$BENCH/bench_post" "$server_url" 64 "$seconds" load "$TMP/ids" "$rate" >"$TMP/post"
cpu=$(($(awk '{ print $14 + $15 }' "/proc/$server_pid/stat") - cpu_before))
after=$(resident)
read -r posted refused unanswered <"$TMP/post"
echo $((warm + posted)) >"$TMP/posted.new" && mv "$TMP/posted.new" "$TMP/posted"
wait "$relayed_pid" || true
read -r complete missing events guesses turned_away p50 p99 slowest <"$TMP/relayed"
echo "events posted: $((warm + posted)) ($(ratio "$posted" "$seconds")/s), received by all subscribers: $events"
echo "latency of batches: median $p50 ms, p99 $p99 ms, slowest $slowest ms"
echo "memory of the relay: $before MiB after the first 5 s, $after MiB at the end; $(ratio "$cpu" $((seconds * 100))) cores busy"
figure "events not stored" $((refused + unanswered)) == 0
figure "subscribers that have every event once" "$complete" == "$subscribers"
figure "subscribers that miss some" "$missing" == 0
figure "wrong tokens turned away" "$turned_away" == "$guesses"
figure "memory grown [MiB]" $((after > before ? after - before : 0)) "<=" 48
stop_server
