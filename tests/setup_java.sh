#!/bin/sh
# Brings the Java runtime that veraPDF's rules run on (tests/verapdf.py); does nothing where there is one.
# It never fails: a test that lacks Java says so itself, and under CI that is a failure (tests/conftest.py).
set -u

# macOS has a `java` that only says where to get one, so it is asked to run.
has_java() { java -version >/dev/null 2>&1; }

has_java && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests: default-jre-headless …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -qq -y --no-install-recommends default-jre-headless >/dev/null
fi

has_java || echo "No Java could be had: the tests with veraPDF's rules are skipped. Install a Java runtime, 11 or newer." >&2
exit 0
