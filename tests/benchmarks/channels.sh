# SPDX-License-Identifier: MIT
# Each broker's events received and stored by serve beside the broker's own plain clients, which keep nothing: same
# broker, same publisher, turn by turn. The brokers are told to drop nothing, so that both sides get everything.
channel_events=${MESHWATCH_BENCH_CHANNEL_EVENTS:-100000}
channel_rounds=${MESHWATCH_BENCH_CHANNEL_ROUNDS:-3}

# channel NAME
channel() {
    local name rate missing rival lost=0 at
    local -A rates=()
    mkdir -p "$TMP/$1"
    # What brokers keep is on the disk, too.
    TMPDIR=$TMP "$BENCH/bench_channels" "$1" "$CLI" "$TMP/$1" "$channel_events" "$channel_rounds" >"$TMP/$1.rates"
    while read -r name rate missing; do
        if [ "$name" = stored ]; then
            figure "$1: published - stored" "$((missing - rate))" == 0
            continue
        fi
        printf '%s: %s %s/s%s\n' "$1" "$name" "$rate" "$([ "$missing" -eq 0 ] || echo ", $missing did not come")"
        rates[$name]+="$rate "
        lost=$((lost + missing))
    done <"$TMP/$1.rates"
    figure "$1: events that did not come" "$lost" == 0
    for rival in "${!rates[@]}"; do
        [ "$rival" != meshwatch ] || continue
        local ours theirs ratios=()
        read -r -a ours <<<"${rates[meshwatch]}"
        read -r -a theirs <<<"${rates[$rival]}"
        for at in "${!ours[@]}"; do
            ratios+=("$(ratio "${ours[at]}" "${theirs[at]}")")
        done
        figure "$1: ratio to $rival (median of $channel_rounds rounds)" "$(median "${ratios[@]}")" ">=" 0.5
    done
    rm -rf "${TMP:?}/$1"
}

for part in "${parts[@]:-amqp mqtt redis}"; do
    for name in $part; do
        channel "$name"
    done
done
