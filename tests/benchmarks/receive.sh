# SPDX-License-Identifier: MIT
# Webhooks received, stored and acknowledged beside nginx answering a bare 204: same client, same requests, turn by turn.
rounds=${MESHWATCH_BENCH_ROUNDS:-5}
seconds=${MESHWATCH_BENCH_SECONDS:-4}

start_nginx() {
    local folder=$TMP/nginx
    mkdir -p "$folder"
    for _ in $(seq 20); do
        nginx_port=$((20000 + RANDOM % 20000))
        cat >"$folder/nginx.conf" <<CONF
worker_processes 2;
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log;
events { worker_connections 1024; }
http {
    access_log off;
    keepalive_requests 1000000000;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    server {
        listen 127.0.0.1:$nginx_port;
        location / { return 204; }
    }
}
CONF
        nginx -e "$folder/error.log" -c "$folder/nginx.conf" &
        nginx_pid=$!
        sleep 0.5
        kill -0 "$nginx_pid" 2>/dev/null && return 0
    done
    cat "$folder/error.log" >&2
    exit 1
}

# load URL RUN: sets load_requests, load_errors, load_rate
load() {
    read -r load_requests load_errors load_rate < <(
        wrk -t2 -c64 -d"${seconds}s" -s "$HERE/event.lua" "$1" -- "$2" | sed -n 's/^RESULT //p')
}

start_nginx
serve "$TMP/receive"
acknowledged=0
errors=0
ours=() theirs=() ratios=()
for round in $(seq "$rounds"); do
    load "http://127.0.0.1:$nginx_port/bench" "$(printf %04x "$round")"
    rival=$load_rate
    load "$server_url" "$(printf %04x "$round")"
    acknowledged=$((acknowledged + load_requests))
    errors=$((errors + load_errors))
    ours+=("$load_rate") theirs+=("$rival") ratios+=("$(ratio "$load_rate" "$rival")")
    printf 'round %d: nginx %s/s, meshwatch %s/s, ratio %s\n' "$round" "$rival" "$load_rate" "${ratios[-1]}"
done
echo "nginx answering 204:             $(median "${theirs[@]}")/s"
echo "received, stored, acknowledged:  $(median "${ours[@]}")/s"
figure "ratio (median of $rounds rounds)" "$(median "${ratios[@]}")" ">=" 0.4
figure "errors" "$errors" == 0
# wrk leaves without the answers that are under way, one a connection and run; whatever it counted must be there.
stored=$(stored_events "$TMP/receive")
echo "acknowledged to wrk: $acknowledged, stored: $stored"
figure "acknowledged and not stored" "$((acknowledged > stored ? acknowledged - stored : 0))" == 0
figure "stored beyond the answers that wrk did not wait for" \
    "$((stored > acknowledged + 64 * rounds ? stored - acknowledged - 64 * rounds : 0))" == 0
# A client that waits for its last answers: equal to the event.
"$BENCH/bench_post" "$server_url" 64 2 drain "$TMP/ids" >"$TMP/post"
read -r acknowledged _ <"$TMP/post"
figure "stored - acknowledged, every answer waited for" "$(($(stored_events "$TMP/receive") - stored - acknowledged))" == 0
stop_server
kill "$nginx_pid"
rm -rf "$TMP/receive"
