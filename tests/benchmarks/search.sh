# SPDX-License-Identifier: MIT
# Searches and filters over a large store beside grep over the same events as JSONL.
events=${MESHWATCH_BENCH_EVENTS:-1000000}

"$BENCH/bench_fill" "$TMP/large" "$events"
started=$(date +%s.%N)
"$CLI" export "$TMP/events.jsonl" --data "$TMP/large" --format jsonl
echo "exported to JSONL in $(awk -v a="$started" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') s," \
    "$(stat -c %s "$TMP/events.jsonl") bytes"

# milliseconds COMMAND...: wall time of it. Not into /dev/null: grep stops at the first hit there.
milliseconds() {
    local from=$EPOCHREALTIME
    "$@" | cat >/dev/null || true
    awk -v a="$from" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", (b - a) * 1000 }'
}

# beside NAME FILTER PATTERN: whole search and first screen, turn by turn with grep -c PATTERN;
# sets hits, all_ms, screen_ms, grep_ms
beside() {
    local all=() screen=() grep=()
    for _ in 1 2 3; do
        grep+=("$(milliseconds grep -c -e "$3" "$TMP/events.jsonl")")
        read -r hits a s < <("$BENCH/bench_search" "$TMP/large/events.sqlite" "$2")
        all+=("$a") screen+=("$s")
    done
    local counted
    counted=$(grep -c -e "$3" "$TMP/events.jsonl" || true)
    all_ms=$(median "${all[@]}") screen_ms=$(median "${screen[@]}") grep_ms=$(median "${grep[@]}")
    printf '%s: %s hits (grep %s), first screen %s ms, all %s ms, grep -c %s ms, ratio %s\n' \
        "$1" "$hits" "$counted" "$screen_ms" "$all_ms" "$grep_ms" "$(ratio "$all_ms" "$grep_ms")"
    figure "$1: hits that only one of both finds" "$((hits - counted))" == 0
}

# Both are read from memory.
milliseconds cat "$TMP/events.jsonl" >/dev/null
milliseconds cat "$TMP/large/events.sqlite" >/dev/null
beside "text, rare" zyzzyva7 zyzzyva7
figure "whole text of all bodies, ratio to grep -c" "$(ratio "$all_ms" "$grep_ms")" "<=" 2
beside "text, common" umbrella umbrella
figure "whole text: first screen of hits, ms" "$screen_ms" "<=" 50
beside "text, nowhere" qqxqqx qqxqqx
figure "whole text without a hit, ratio to grep -c" "$(ratio "$all_ms" "$grep_ms")" "<=" 2
beside "trigger, common" trigger:transport.messageReceived '"trigger":"transport.messageReceived"'
figure "filter by trigger: first screen, ms" "$screen_ms" "<=" 20
beside "trigger, rare and old" trigger:runtime.modulesStarted '"trigger":"runtime.modulesStarted"'
figure "filter by rare trigger: first screen, ms" "$screen_ms" "<=" 20
beside "peer" peer:did:e:bench.example:dids:00000000000000000007 '"peer":"did:e:bench.example:dids:00000000000000000007"'
figure "filter by peer: first screen, ms" "$screen_ms" "<=" 20
object=$(sed -n '1000{s/.*"object":"\([^"]*\)".*/\1/p;q}' "$TMP/events.jsonl")
beside "object" "object:$object" "\"object\":\"$object\""
figure "filter by object: first screen, ms" "$screen_ms" "<=" 20
# The events are a second apart from 2026-01-01T00:00:00Z on; an hour of the first day.
beside "time" "received>=2026-01-01T05:00:00Z received<2026-01-01T06:00:00Z" '"receivedAt":"2026-01-01T05:'
figure "filter by time: first screen, ms" "$screen_ms" "<=" 20
beside "trigger and peer" "trigger:transport.messageSent peer:did:e:bench.example:dids:00000000000000000007" \
    '"trigger":"transport.messageSent".*"peer":"did:e:bench.example:dids:00000000000000000007"'
figure "filter by trigger and peer: first screen, ms" "$screen_ms" "<=" 20
rm -rf "$TMP/large" "$TMP/events.jsonl"
