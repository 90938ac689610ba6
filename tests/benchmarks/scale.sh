# SPDX-License-Identifier: MIT
# Webhooks by each way of docs/scale.md, posted by the same client in turn, with a desktop reading behind RabbitMQ and
# PostgreSQL. Both are started for it. Figures are rates beside the one of a receiver with SQLite alone.
"$BENCH/bench_scale" "$HERE/event.lua" "${MESHWATCH_BENCH_ROUNDS:-5}" "${MESHWATCH_BENCH_SECONDS:-4}" | tee "$TMP/scale"
figure "errors" "$(sed -n 's/^errors //p' "$TMP/scale")" == 0
figure "acknowledged and not stored" "$(sed -n 's/^missing //p' "$TMP/scale")" == 0
