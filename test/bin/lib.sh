# Shared by the scripts in this folder, which source it from the top folder.
#
# Everything lives under build/: a copy of the installed extension, and servers
# with data directories and sockets of their own.  No cluster of the user's is
# ever touched.

set -eu
cd "$(dirname "$0")/../.."
mkdir -p build

say() {
	echo "tnplan: $*" >&2
}

die() {
	say "$*"
	exit 1
}

is_root() {
	[ "$(id -u)" = 0 ]
}

# PostgreSQL refuses to run as root: then its own user runs it.
as_server() {
	if is_root; then
		runuser -u postgres -- "$@"
	else
		"$@"
	fi
}

# Where servers live: build/run, or where that user cannot get there (a clone in
# root's home), a folder in /var/tmp that build/run points to.
make_run_dir() {
	if [ -d build/run ] && as_server test -w build/run; then
		:
	else
		rm -rf build/run
		mkdir build/run
		if is_root; then
			chown postgres build/run
			if ! as_server test -w "$PWD/build/run"; then
				rmdir build/run
				ln -s "$(as_server mktemp -d /var/tmp/tnplan.XXXXXX)" build/run
			fi
		fi
	fi
	RUN=$(cd build/run && pwd -P)
}

# Set PG_CONFIG, BINDIR and MAJOR; $1 says what for, and so what is needed.
find_postgres() {
	PG_CONFIG=$(test/bin/setup "$1")
	export PG_CONFIG
	BINDIR=$("$PG_CONFIG" --bindir)
	MAJOR=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	make_run_dir
}

# Build with the make arguments given and install into the run folder.
build_and_stage() {
	if ! make "$@" >build/make.log 2>&1; then
		cat build/make.log >&2
		die "the build failed"
	fi
	rm -rf "$RUN/stage"
	mkdir "$RUN/stage"
	if ! make "$@" install DESTDIR="$RUN/stage" >build/install.log 2>&1; then
		cat build/install.log >&2
		die "the installation under build/ failed"
	fi
	chmod -R a+rX "$RUN/stage"
}

# The settings by which a server finds the extension in the run folder.
stage_settings() {
	if [ "$MAJOR" -ge 18 ]; then
		echo "extension_control_path = '$RUN/stage$("$PG_CONFIG" --sharedir):\$system'"
		echo "dynamic_library_path = '$RUN/stage$("$PG_CONFIG" --pkglibdir):\$libdir'"
	elif as_server "$BINDIR/postgres" --describe-config | grep -q '^extension_destdir'; then
		echo "extension_destdir = '$RUN/stage'"
	else
		die "this PostgreSQL $MAJOR only loads extensions from its own folders:" \
			"run \"make install\" as their owner, then \"make installcheck\""
	fi
}

# Start a server named $1 and point PGHOST, PGUSER and PGPORT at it; standard
# input gives further settings, SERVER_PROGRAM what to run in place of postgres.
start_server() {
	data=$RUN/$1
	stop_server "$1"
	socket=$(as_server mktemp -d /tmp/tnplan.XXXXXX)
	as_server "$BINDIR/initdb" -D "$data" -U postgres -A trust --locale=C --encoding=UTF8 \
		--no-sync >build/initdb.log 2>&1 || {
		cat build/initdb.log >&2
		die "initdb failed"
	}
	{
		echo "listen_addresses = ''"
		echo "unix_socket_directories = '$socket'"
		echo "fsync = off"
		stage_settings
		cat
	} | as_server tee -a "$data/postgresql.conf" >/dev/null
	as_server "$BINDIR/pg_ctl" -p "${SERVER_PROGRAM:-$BINDIR/postgres}" \
		-D "$data" -l "$data/log" -w -t 300 start >/dev/null || {
		as_server tail "$data/log" >&2
		die "the server did not start"
	}
	PGHOST=$socket PGPORT=5432 PGUSER=postgres PGCLIENTENCODING=UTF8
	export PGHOST PGPORT PGUSER PGCLIENTENCODING
	echo "$socket" >"build/$1.socket"
}

# Stop the server and forget its data.
stop_server() {
	if [ -f "$RUN/$1/postmaster.pid" ]; then
		as_server "$BINDIR/pg_ctl" -D "$RUN/$1" -m immediate stop >/dev/null 2>&1 || :
	fi
	if [ -f "build/$1.socket" ]; then
		rm -rf "$(cat "build/$1.socket")" "build/$1.socket"
	fi
	rm -rf "${RUN:?}/$1"
}
