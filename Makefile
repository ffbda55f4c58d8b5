# tnplan: plan-tracking analytics for PostgreSQL
#
#   make demo       build it, start a server of its own, print scorecards
#   make test       everything the project asserts
#   make help       the other targets

EXTENSION = tnplan
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" tnplan.control)

MODULE_big = tnplan
OBJS = $(sort $(patsubst %.c,%.o,$(wildcard src/*.c src/core/*.c)))

INSTALL_SQL = $(sort $(wildcard sql/install/*.sql))
BUILT_SQL = sql/tnplan--$(EXTVERSION).sql
DATA_built = $(BUILT_SQL)
DATA = $(wildcard sql/tnplan--*--*.sql)

# Every test; those of the whole stand last.
LATE_TESTS = property hostile demo
REGRESS = $(filter-out soft_error $(LATE_TESTS),$(sort $(basename $(notdir $(wildcard test/sql/*.sql))))) $(LATE_TESTS)
REGRESS_OPTS = --inputdir=test --load-extension=tnplan

# Figures must not depend on the processor: no fused multiply-add.  These flags
# serve the bitcode for JIT too.
PG_CPPFLAGS = -Isrc -DTNPLAN_VERSION='"$(EXTVERSION)"' -ffp-contract=off

# WERROR=1, as the project's own tests build: any warning stops it.
ifdef WERROR
PG_CFLAGS = -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare
endif

EXTRA_CLEAN = $(BUILT_SQL) results regression.diffs regression.out

# What needs no PostgreSQL to begin with: the scripts see to what is missing.
SCRIPTED = demo demo-stop test bench fuzz matrix sanitize
.PHONY: help dist $(SCRIPTED)

# The newest PostgreSQL of 15 to 18 that extensions can be built for.
ifndef PG_CONFIG
PG_CONFIG := $(shell test/bin/find-pg-config)
endif
PGXS := $(if $(PG_CONFIG),$(wildcard $(shell $(PG_CONFIG) --pgxs 2>/dev/null)))

ifneq ($(filter-out $(SCRIPTED) help dist META.json,$(or $(MAKECMDGOALS),all)),)
ifeq ($(PGXS),)
ifneq ($(PG_CONFIG),)
$(error PG_CONFIG=$(PG_CONFIG) has no server development files beside it, which postgresql-server-dev packages have)
endif
$(error No PostgreSQL of 15 to 18 with its server development files was found: "make demo" installs what is missing, PG_CONFIG=/path/to/pg_config names another)
endif
PG_MAJOR := $(shell $(PG_CONFIG) --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
ifneq ($(shell test "$(PG_MAJOR)" -ge 15 && echo yes),yes)
$(error tnplan needs PostgreSQL 15 or later, and $(PG_CONFIG) is of $(PG_MAJOR))
endif

# What only later versions can show.
ifeq ($(shell test "$(PG_MAJOR)" -ge 16 && echo yes),yes)
REGRESS += soft_error
endif

include $(PGXS)

# Objects built for another PostgreSQL, or without the warnings, are built anew.
BUILT_FOR := $(shell mkdir -p build; echo "$$($(PG_CONFIG) --version) $(WERROR) $(COPT)" >build/built-for.new; \
	cmp -s build/built-for.new build/built-for || cp build/built-for.new build/built-for)

HEADERS_OF_ALL = $(wildcard src/*.h src/core/*.h)
$(OBJS) $(OBJS:.o=.bc): $(HEADERS_OF_ALL) tnplan.control build/built-for

# Nothing outside the library may see or supplant what these define.
$(filter src/core/%,$(OBJS)) src/decimal.o src/method.o src/names.o src/report.o src/status.o: CFLAGS += -fvisibility=hidden

$(BUILT_SQL): $(INSTALL_SQL) tnplan.control
	cat $(INSTALL_SQL) > $@
endif

$(SCRIPTED):
	@test/bin/$@

help:
	@echo 'demo       build, start a server under build/, load the sample plan, print scorecards'
	@echo 'demo-stop  stop the server that demo left running'
	@echo 'test       everything the project asserts, on a server of its own'
	@echo 'bench      time it against what one would write instead; SCALE=10000000 rows'
	@echo 'fuzz       libFuzzer on the kernels; RUNS=1000000 executions each'
	@echo 'matrix     the tests on PostgreSQL 17 and 18 as well, in folders under build/'
	@echo 'sanitize   the tests with ASan and UBSan in the backend, and under valgrind'
	@echo 'dist       a release archive under build/'
	@echo 'install    into the PostgreSQL that PG_CONFIG names'

# The version is stated in tnplan.control alone.
META.json: tnplan.control
	sed -i '/"meta-spec"/,$$!s/\(^ *"version": \)"[^"]*"/\1"$(EXTVERSION)"/' $@
	touch $@

dist: META.json
	mkdir -p build
	git archive --format zip --prefix tnplan-$(EXTVERSION)/ -o build/tnplan-$(EXTVERSION).zip HEAD
