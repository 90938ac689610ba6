# SPDX-License-Identifier: MIT
# The receiver ended in the middle of a load, again and again on one store: is every acknowledged event there?

# round NAME SIGNAL: load, the signal after a while; sets acknowledged, refused, unanswered
round() {
    serve "$TMP/killed"
    "$BENCH/bench_post" "$server_url" 64 30 "$1" "$TMP/acknowledged-$1" >"$TMP/post" &
    local client=$!
    sleep "1.$((RANDOM % 10))"
    kill "-$2" "$server_pid"
    exit_code=0
    wait "$server_pid" 2>/dev/null || exit_code=$?
    wait "$client"
    read -r acknowledged refused unanswered <"$TMP/post"
    cat "$TMP/acknowledged-$1" >>"$TMP/acknowledged"
    # Serving again opens the store for writing: it must need no repair.
    serve "$TMP/killed"
    kill -TERM "$server_pid"
    wait "$server_pid" || damaged=$((damaged + 1))
    ! grep -q damaged "$TMP/serve.err" || damaged=$((damaged + 1))
    # What earlier rounds stored was looked at then, and is once more at the end.
    stored_objects "$TMP/killed" "seq>$seen" >"$TMP/stored"
    seen=$((seen + $(wc -l <"$TMP/stored")))
    missing=$(comm -23 <(sort "$TMP/acknowledged-$1") "$TMP/stored" | wc -l)
    twice=$(uniq -d "$TMP/stored" | wc -l)
    lost=$((lost + missing + twice))
    printf '%s: %s acknowledged, %s refused, %s without an answer; %s stored, %s missing, %s twice\n' \
        "$1" "$acknowledged" "$refused" "$unanswered" "$(wc -l <"$TMP/stored")" "$missing" "$twice"
}

: >"$TMP/acknowledged"
seen=0 lost=0 damaged=0 cut_off=0 bad_exits=0
for i in $(seq 10); do
    round "kill$i" KILL
done
for i in $(seq 10); do
    round "term$i" TERM
    # Whoever has sent a request whole gets an answer, even if it is a refusal.
    cut_off=$((cut_off + unanswered))
    [ "$exit_code" = 0 ] || bad_exits=$((bad_exits + 1))
done
stored_objects "$TMP/killed" >"$TMP/stored"
lost=$((lost + $(comm -23 <(sort "$TMP/acknowledged") "$TMP/stored" | wc -l) + $(uniq -d "$TMP/stored" | wc -l)))
echo "altogether: $(wc -l <"$TMP/acknowledged") acknowledged, $(wc -l <"$TMP/stored") stored"
figure "acknowledged events missing or there twice" "$lost" == 0
figure "stores that needed a repair or did not open" "$damaged" == 0
figure "SIGTERM: requests without an answer" "$cut_off" == 0
figure "SIGTERM: exit codes other than 0" "$bad_exits" == 0
rm -rf "$TMP/killed"
