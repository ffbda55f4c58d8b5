# Shared by the scripts in this folder, which source it first.
#
# Everything lives under build/: a copy of the installed extension, and servers
# with data directories and sockets of their own.  No cluster of the user's is
# ever touched, whatever libpq variables or service files are about.

set -eu
for variable in $(env | sed -n 's/^\(PG[A-Z]*\)=.*/\1/p'); do
	unset "$variable"
done
unset CDPATH variable
PATH=$PATH:/usr/sbin:/sbin
LC_ALL=C.UTF-8
export PATH LC_ALL

cd "$(dirname "$0")/../.."

say() {
	echo "tnplan: $*" >&2
}

die() {
	say "$*"
	exit 1
}

# What to do when the script ends, however it ends: dash runs no EXIT trap on a
# signal, unless the signal's own trap exits.
at_exit() {
	trap "$1" EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

is_root() {
	[ "$(id -u)" = 0 ]
}

# PostgreSQL refuses to run as root: then its own user runs it.
as_server() {
	if is_root; then
		(cd / && exec runuser -u postgres -- "$@")
	else
		"$@"
	fi
}

# Make build/, and see that no other user's servers are in it.
mkdir -p build
[ -O build ] || die "build/ belongs to another user: remove it, or work in a clone of your own"

# Copy the sources as they are now, without what was built, into the folder $1, which is new.
copy_sources() {
	rm -rf "$1"
	mkdir -p "$1"
	if [ -e .git ]; then
		git -c safe.directory='*' ls-files -z | tar -c --null -T - | tar -x -C "$1"
	else
		tar -c --exclude=./build --exclude='*.o' --exclude='*.bc' . | tar -x -C "$1"
	fi
}

# One script at a time in a clone; the scripts that call others share the lock.
if [ -z "${TNPLAN_LOCKED:-}" ]; then
	exec 9>build/lock
	if command -v flock >/dev/null && ! flock -n 9; then
		say "waiting for another run in this clone to end"
		flock 9
	fi
	TNPLAN_LOCKED=yes
	export TNPLAN_LOCKED
fi

# Where servers live: build/run, or a folder in /var/tmp that build/run points to
# where the server's user cannot get there (a clone in root's home), or where the
# path has characters that make, configuration files or search paths trip over.
make_run_dir() {
	if [ -d build/run ]; then
		RUN=$(cd build/run && pwd -P)
		if as_server test -w "$RUN"; then
			return
		fi
	fi
	forget_run_dir
	mkdir build/run
	is_root && chown postgres build/run
	RUN=$(cd build/run && pwd -P)
	case $RUN in
		*[!A-Za-z0-9_./@+,=-]*) ;;
		*) ! as_server test -w "$RUN" || return 0 ;;
	esac
	rmdir build/run
	RUN=$(as_server mktemp -d /var/tmp/tnplan.XXXXXX)
	ln -s "$RUN" build/run
}

forget_run_dir() {
	if [ -L build/run ]; then
		rm -rf "$(readlink build/run)"
	fi
	rm -rf build/run
}

# Set PG_CONFIG, BINDIR and MAJOR; $1 says what for, and so what is needed.
find_postgres() {
	PG_CONFIG=$(test/bin/setup "$1" 9>&-)
	export PG_CONFIG
	BINDIR=$("$PG_CONFIG" --bindir)
	MAJOR=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	make_run_dir
}

# Build with the make arguments given and install into the run folder, which goes
# by its name from here: PGXS does not bear spaces in DESTDIR.
build_and_stage() {
	if ! make "$@" >build/make.log 2>&1; then
		cat build/make.log >&2
		die "the build failed"
	fi
	rm -rf "$RUN/stage"
	mkdir "$RUN/stage"
	if ! make "$@" install DESTDIR=build/run/stage >build/install.log 2>&1; then
		cat build/install.log >&2
		die "the installation under build/ failed"
	fi
	chmod -R a+rX "$RUN/stage"
}

# A copy of the checkout, for builds of another kind: its own objects stay as they are.
copy_checkout() {
	rm -rf "${1:?}"
	mkdir -p "$1"
	git -c safe.directory='*' ls-files -z | tar -c --null -T - | tar -x -C "$1"
}

# Build the copy in the folder $1 with the further make arguments, and install it into the run folder, or
# where OWN_SERVER is set into that server itself.
build_in() {
	copy=$1
	shift
	make -j"$(nproc)" -C "$copy" with_llvm=no WERROR=1 "$@" >build/make.log 2>&1 || {
		cat build/make.log >&2
		die "the build failed"
	}
	rm -rf "$RUN/stage"
	mkdir "$RUN/stage"
	# PGXS does not bear spaces in DESTDIR: a path from the copy.
	ln -sfn ../run "$copy/run"
	make -C "$copy" with_llvm=no WERROR=1 "$@" install DESTDIR="$(test -n "${OWN_SERVER:-}" || echo run/stage)" >build/install.log 2>&1 || {
		cat build/install.log >&2
		die "the installation under build/ failed"
	}
	chmod -R a+rX "$RUN/stage"
}

# The settings by which a server finds the extension in the run folder.
stage_settings() {
	if [ -n "${OWN_SERVER:-}" ]; then
		return
	elif [ "$MAJOR" -ge 18 ]; then
		echo "extension_control_path = '$RUN/stage$("$PG_CONFIG" --sharedir):\$system'"
		echo "dynamic_library_path = '$RUN/stage$("$PG_CONFIG" --pkglibdir):\$libdir'"
	elif as_server "$BINDIR/postgres" --describe-config | grep '^extension_destdir' >/dev/null; then
		echo "extension_destdir = '$RUN/stage'"
	else
		die "this PostgreSQL $MAJOR only loads extensions from its own folders:" \
			"run \"make install\" as their owner, then \"make installcheck\""
	fi
}

# Start a server named $1 and point PGHOST, PGUSER and PGPORT at it; standard
# input gives further settings, SERVER_PROGRAM what to run in place of postgres, and
# SUPERUSER the name of its superuser.
start_server() {
	data=$RUN/$1
	settings=$(stage_settings)
	stop_server "$1"
	socket=$(as_server mktemp -d /tmp/tnplan.XXXXXX)
	echo "$socket" >"build/$1.socket"
	as_server "$BINDIR/initdb" -D "$data" -U "${SUPERUSER:-postgres}" -A trust --locale=C --encoding=UTF8 \
		--no-sync >build/initdb.log 2>&1 || {
		cat build/initdb.log >&2
		die "initdb failed"
	}
	{
		echo "listen_addresses = ''"
		echo "port = 5432"
		echo "unix_socket_directories = '$socket'"
		echo "fsync = off"
		echo "$settings"
		cat
	} | as_server tee -a "$data/postgresql.conf" >/dev/null
	as_server "$BINDIR/pg_ctl" -p "${SERVER_PROGRAM:-$BINDIR/postgres}" \
		-D "$data" -l "$data/log" -w -t 300 start >/dev/null 9>&- || {
		as_server tail "$data/log" >&2
		die "the server did not start"
	}
	PGHOST=$socket PGPORT=5432 PGUSER=${SUPERUSER:-postgres} PGCLIENTENCODING=UTF8
	export PGHOST PGPORT PGUSER PGCLIENTENCODING
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
	# A folder outside the clone goes with the last server in it.
	if [ -L build/run ] && [ -z "$(ls build/*.socket 2>/dev/null)" ] && [ "${2:-}" = last ]; then
		forget_run_dir
	fi
}
