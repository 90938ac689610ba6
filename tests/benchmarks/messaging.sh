# SPDX-License-Identifier: MIT
# Conversations: how soon something shows, how long the window's thread is busy at a time, memory.
value() { sed -n "s/^$1 //p" "$TMP/messaging"; }

echo "100 000 messages with one peer"
mkdir -p "$TMP/one-peer" "$TMP/many-peers"
"$BENCH/bench_fill" "$TMP/one-peer" 100000 1 >/dev/null
"$BENCH/bench_messaging" "$TMP/one-peer" conversation >"$TMP/messaging"
figure "until the first entries are known, in ms" "$(value first_ms)" "<=" 100
figure "until a screen of them is read whole, in ms" "$(value screen_ms)" "<=" 100
figure "longest time the window's thread was busy, in ms" "$(value busy_ms)" "<=" 10
figure "memory for each entry, in bytes, 16 MB of the reader's cache included" "$(value bytes_each)" "<=" 400
echo "all of it was known after $(value all_ms) ms"

echo "1 000 peers, ${MESHWATCH_BENCH_EVENTS:-1000000} events"
"$BENCH/bench_fill" "$TMP/many-peers" "${MESHWATCH_BENCH_EVENTS:-1000000}" 1000 >/dev/null
"$BENCH/bench_messaging" "$TMP/many-peers" list >"$TMP/messaging"
figure "until the list is there, in ms" "$(value ready_ms)" "<=" 2000
figure "longest time the window's thread was busy, in ms" "$(value busy_ms)" "<=" 10
