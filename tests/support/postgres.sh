#!/bin/sh
# postgres.sh start DIR   starts a PostgreSQL 15 for tests in DIR and prints its address
# postgres.sh restart DIR lets it fall over and come back at the same address
# postgres.sh stop DIR    stops it and removes DIR
#
# A free port on the loopback and a Unix socket in DIR, every visitor trusted, nothing made durable:
# for throw-away data only.
set -eu

bin=/usr/lib/postgresql/15/bin
doing=${1:-}
dir=${2:-}
if [ -z "$dir" ]; then
    echo "usage: $0 start|restart|stop DIR" >&2
    exit 64
fi

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
    fi
}

free_port() {
    port=54400
    while ss -Hltn "sport = :$port" 2>/dev/null | grep -q .; do
        port=$((port + 1))
    done
    echo "$port"
}

start() {
    mkdir -p "$dir"
    chmod 755 "$dir"
    if [ "$(id -u)" -eq 0 ]; then
        chown "$(as_owner id -u)" "$dir"
    fi
    cd "$dir"
    as_owner "$bin/initdb" -D "$dir/data" -U mijnduo --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
        --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
    # Someone else may take the port between the look and the start: then the next one.
    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 30 start -o "-p $port \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off \
            -c full_page_writes=off -c max_connections=200" >/dev/null 2>&1
        then
            echo "postgresql://mijnduo@127.0.0.1:$port/postgres"
            return
        fi
    done
    cat "$dir/server.log" >&2
    exit 1
}

restart() {
    cd "$dir"
    as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -m immediate -w -t 30 restart \
        >/dev/null 2>&1 || { cat "$dir/server.log" >&2; exit 1; }
}

stop() {
    cd /
    as_owner "$bin/pg_ctl" -D "$dir/data" -m fast -t 10 -w stop >/dev/null 2>&1 || true
    rm -rf "$dir/data" "$dir/initdb.log" "$dir/server.log"
    rmdir "$dir" 2>/dev/null || true
}

case "$doing" in
start) start ;;
restart) restart ;;
stop) stop ;;
*) echo "usage: $0 start|restart|stop DIR" >&2; exit 64 ;;
esac
