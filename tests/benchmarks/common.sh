# SPDX-License-Identifier: MIT
# What the benchmarks share; sourced by run.
missed=0

# figure TEXT VALUE COMPARISON LIMIT: prints a figure beside its limit and remembers whether it was missed.
figure() {
    local verdict=holds
    if ! awk -v a="$2" -v b="$4" "BEGIN { exit !(a $3 b) }"; then
        verdict=MISSED
        missed=1
    fi
    printf '%-62s %10s  (%s %s) %s\n' "$1" "$2" "$3" "$4" "$verdict"
}

# median NUMBER...
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# ratio A B
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }

# serve DATA: starts the receiver on a free port; sets server_pid and server_url.
serve() {
    : >"$TMP/serve.out"
    "$CLI" serve --data "$1" --listen 127.0.0.1:0 --connection bench >"$TMP/serve.out" 2>"$TMP/serve.err" &
    server_pid=$!
    for _ in $(seq 200); do
        server_url=$(sed -n 's/^bench: //p' "$TMP/serve.out")
        [ -z "$server_url" ] || return 0
        sleep 0.05
    done
    echo "serve does not start: $(cat "$TMP/serve.err")" >&2
    exit 1
}

# stop_server: SIGTERM, and its exit code must be 0.
stop_server() {
    kill -TERM "$server_pid"
    local code=0
    wait "$server_pid" || code=$?
    figure "exit code of serve" "$code" == 0
}

stored_events() { "$CLI" events --data "$1" --format jsonl | wc -l; }

# stored_objects DATA [FILTER]: the object ids in the store, sorted.
stored_objects() { "$CLI" events --data "$1" ${2:+"$2"} --format jsonl | grep -oE '"object":"[^"]*"' | cut -d'"' -f4 | sort; }
