# shellcheck shell=bash
# Sourced: who gives Secondop out. Whoever does that fills in this file, once, and nothing else: the
# packages take all of it from here, and `make release` says what is not filled in. Until then
# example.org stands for an address, the domain kept for examples, where nothing lies (RFC 2606).
# shellcheck disable=SC2034

# Whom people write to about a package: a name and an address, as mail has them.
MAINTAINER='The Secondop authors <secondop@example.org>'
# The folder on the web that holds resources/pictures/, for the shops for software of Linux.
PICTURES='https://example.org/secondop/pictures'
# The page about the program, and the one where faults are told; nothing is said of an empty one.
HOMEPAGE=''
BUGTRACKER=''
