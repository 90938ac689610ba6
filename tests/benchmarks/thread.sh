# SPDX-License-Identifier: MIT
# A conversation of 100 000 messages: until the newest are painted, and how long the window is busy at a time while it
# is read and while somebody scrolls from end to end. MESHWATCH_BENCH_MESSAGES (100000) is its length.
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || export QT_QPA_PLATFORM=offscreen

"$BENCH/bench_thread" "$TMP/thread" "${MESHWATCH_BENCH_MESSAGES:-100000}" >"$TMP/thread.out" 2>"$TMP/thread.err" || cat "$TMP/thread.err"
thread_value() { sed -n "s/^$1 //p" "$TMP/thread.out"; }

echo "$(thread_value entries) messages with one peer; all of them known after $(thread_value all_read_ms) ms"
sed -n 's/^\(.*_busy_ms\)_p/  \1 p/p' "$TMP/thread.out"
figure "newest messages painted, ms after the click" "$(thread_value first_paint_ms)" "<=" 200
figure "opening: longest time the window was busy, in ms" "$(thread_value opening_busy_ms_p100)" "<=" 33
figure "scrolling: longest time the window was busy, in ms" "$(thread_value scrolling_busy_ms_p100)" "<=" 33
figure "resident memory, MB" "$(thread_value memory_mb)" "<=" 250
