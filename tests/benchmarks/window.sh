# SPDX-License-Identifier: MIT
# The window under load: from the socket to the painted row, how long it is busy at a time, memory, idling.
# MESHWATCH_BENCH_SOAK (300) is the seconds of the long run, MESHWATCH_BENCH_WINDOW_EVENTS (1000000) the size of the
# store that is opened.
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || export QT_QPA_PLATFORM=offscreen
soak=${MESHWATCH_BENCH_SOAK:-300}

# window DATA SECONDS RATE [MODE]: runs it; value NAME then gives a figure.
window() { "$BENCH/bench_window" "$1" "$2" "$3" "$BENCH/bench_post" "${4:-follow}" >"$TMP/window" 2>"$TMP/window.err" || cat "$TMP/window.err"; }
value() { sed -n "s/^$1 //p" "$TMP/window"; }
distribution() { sed -n "s/^$1_p/  $1 p/p" "$TMP/window"; }

echo "1 000 events a second, 20 s"
window "$TMP/window-1000" 20 1000
distribution lag_ms
figure "socket to painted row at 1000/s, p99 in ms" "$(value lag_ms_p99)" "<=" 50

echo "2 000 events a second for $soak s, following"
window "$TMP/window-soak" "$soak" 2000
distribution lag_ms
distribution busy_ms
distribution paint_gap_ms
figure "socket to painted row at 2000/s, p99 in ms" "$(value lag_ms_p99)" "<=" 50
figure "longest time the window was busy, in ms" "$(value busy_ms_p100)" "<=" 33
echo "memory in MB: $(value memory_start_mb) at the start, $(value memory_end_mb) at the end, $(value memory_most_mb) at most"
figure "growth of memory over the last two thirds, in MB" "$(value memory_growth_mb)" "<=" 10

echo "5 000 events a second, 20 s, scrolling"
window "$TMP/window-soak" 20 5000 scroll
distribution busy_ms
figure "scrolling at 5000/s: longest time busy, in ms" "$(value busy_ms_p100)" "<=" 33

echo "a body of 19 MB on one line, opened"
window "$TMP/window-1000" 8 0 huge
distribution busy_ms
figure "19 MB body: longest time busy, in ms" "$(value busy_ms_p100)" "<=" 33

echo "a store of ${MESHWATCH_BENCH_WINDOW_EVENTS:-1000000} events, opened and left alone for 20 s"
mkdir -p "$TMP/window-large"
"$BENCH/bench_fill" "$TMP/window-large" "${MESHWATCH_BENCH_WINDOW_EVENTS:-1000000}" >/dev/null
window "$TMP/window-large" 20 0 idle
figure "first rows painted, ms after the start" "$(value first_rows_ms)" "<=" 500
figure "resident memory, MB" "$(value memory_most_mb)" "<=" 250
figure "idle, percent of a core" "$(value cpu_percent)" "<=" 0.5
