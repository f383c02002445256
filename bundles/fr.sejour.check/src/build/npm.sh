#!/bin/sh
# npm with these arguments; from Debian's package when it is missing and whoever builds may install it, else it ends with 127.
if ! command -v npm > /dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || exit 127
    apt-get update --quiet && DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends npm || exit 127
fi
exec npm "$@"
