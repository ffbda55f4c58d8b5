# tnplan: plan-tracking analytics for PostgreSQL
#
#   make demo       build it, start a server of its own, print scorecards
#   make test       everything the project asserts
#   make help       the other targets

# The folder of this file: a build elsewhere (make -f SRC/Makefile) finds the sources in it.
# It goes by a relative name, since bitcode for JIT keeps the name of its source.
SRC := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
IN_PLACE := $(shell test '$(SRC)' -ef . && echo yes)
ifdef IN_PLACE
SRC := .
else
SRC := $(or $(shell realpath --relative-to=. '$(SRC)' 2>/dev/null),$(SRC))
override VPATH := $(SRC)
endif
sources = $(patsubst $(SRC)/%,%,$(wildcard $(addprefix $(SRC)/,$(1))))

EXTENSION = tnplan
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(SRC)/tnplan.control)

MODULE_big = tnplan
# The named methods are a wing of their own.
SOURCE_FOLDERS = src src/core src/method src/core/method src/live src/workspace src/report
OBJS = $(sort $(patsubst %.c,%.o,$(call sources,$(addsuffix /*.c,$(SOURCE_FOLDERS)))))

INSTALL_SQL = $(sort $(call sources,sql/install/*.sql))
SQL_TEMPLATES = $(call sources,sql/expand.awk sql/template/*.sql)
BUILT_SQL = sql/tnplan--$(EXTVERSION).sql
DATA_built = $(BUILT_SQL)
# Scripts of updates, and those of the versions that they begin with as these were released.
UPDATE_SQL = $(call sources,sql/tnplan--*--*.sql)
FROZEN_SQL = $(call sources,$(sort $(foreach script,$(UPDATE_SQL:sql/tnplan--%=%),sql/tnplan--$(firstword $(subst --, ,$(script))).sql)))
DATA = $(UPDATE_SQL) $(FROZEN_SQL)
DOCS = $(call sources,doc/*.md)
PICTURES = $(call sources,doc/picture/*.svg)

# The statements that make a workspace are part of the library.
WORKSPACE_INCLUDES = src/workspace/create.inc src/workspace/sample.inc

# Every test; those of the whole stand last.
LATE_TESTS = property hostile demo
REGRESS = $(filter-out soft_error $(LATE_TESTS),$(sort $(basename $(notdir $(call sources,test/sql/*.sql))))) $(LATE_TESTS)
REGRESS_OPTS = --inputdir=$(SRC)/test --load-extension=tnplan

# Tests name files by where they are in the sources: elsewhere links lead there.
ifndef IN_PLACE
REGRESS_PREP = test-links
endif

# Results must not depend on the processor: no fused multiply-add.  Only what PostgreSQL
# looks for is visible outside the library.  These flags serve the bitcode for JIT too.
PG_CPPFLAGS = $(if $(IN_PLACE),,-I$(SRC)/src) -Isrc -DTNPLAN_VERSION='"$(EXTVERSION)"' -ffp-contract=off \
	-fvisibility=hidden -DPGDLLEXPORT='__attribute__((visibility("default")))' $(PREFIX_MAP)

# The same bytes wherever it is built: no path is kept in what the compiler writes.
PREFIX_MAP = '-ffile-prefix-map=$(CURDIR)=.' $(if $(IN_PLACE),,'-ffile-prefix-map=$(SRC)/=')

# WERROR=1, as the project's own tests build: any warning stops it.
ifdef WERROR
PG_CFLAGS = -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare
endif

EXTRA_CLEAN = $(BUILT_SQL) $(WORKSPACE_INCLUDES) results regression.diffs regression.out

# What needs no PostgreSQL to begin with: the scripts see to what is missing.
SCRIPTED = demo demo-stop test looks bench fuzz typefuzz sqlfuzz sqlsmith matrix bigendian sanitize coverage deb dist release freeze update
.PHONY: help FORCE test-links install-pictures uninstall-docs clean-built-for $(SCRIPTED)

# The newest PostgreSQL of 15 to 18 that extensions can be built for.
ifndef PG_CONFIG
PG_CONFIG := $(shell $(SRC)/test/bin/find-pg-config)
endif
PGXS := $(if $(PG_CONFIG),$(wildcard $(shell $(PG_CONFIG) --pgxs 2>/dev/null)))

ifneq ($(filter-out $(SCRIPTED) help META.json,$(or $(MAKECMDGOALS),all)),)
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

# What was built in place would be found by VPATH, and taken for what is built here.
ifndef IN_PLACE
ifneq ($(filter-out clean distclean uninstall installcheck,$(or $(MAKECMDGOALS),all)),)
ifneq ($(wildcard $(SRC)/$(MODULE_big).so $(SRC)/$(BUILT_SQL)),)
$(error The sources in $(SRC) were built in place: run "make clean" there first)
endif
endif
endif

# What only later versions can show.
ifeq ($(shell test "$(PG_MAJOR)" -ge 16 && echo yes),yes)
REGRESS += soft_error
endif

include $(PGXS)

# The documentation has a folder of its own, since its names are common ones.  PGXS does not
# look for it where it was put.
docmoduledir = $(EXTENSION)
DOC_FOLDER = $(DESTDIR)$(docdir)/$(docmoduledir)
install: install-pictures
install-pictures:
	$(MKDIR_P) '$(DOC_FOLDER)/picture'
	$(INSTALL_DATA) $(addprefix $(SRC)/,$(PICTURES)) '$(DOC_FOLDER)/picture'

uninstall: uninstall-docs
uninstall-docs:
	cd '$(DOC_FOLDER)' 2>/dev/null && rm -f $(notdir $(DOCS)) $(PICTURES:doc/%=%) || :
	rmdir '$(DOC_FOLDER)/picture' '$(DOC_FOLDER)' 2>/dev/null || :

TEST_LINKS = expected test doc
test-links:
	for name in $(TEST_LINKS); do test -e $$name || ln -s '$(SRC)'/$$name $$name; done

clean: clean-built-for
clean-built-for:
	for name in $(TEST_LINKS); do test ! -L $$name || rm $$name; done
	rm -f build/built-for
	rmdir build 2>/dev/null || :

# Objects built for another PostgreSQL, or without the warnings, are built anew.
BUILD_FOR = $(shell $(PG_CONFIG) --version) $(WERROR) $(COPT)
build/built-for: FORCE
	@echo 'char wide[sizeof(__int128)];' | $(CC) $(filter -m%,$(CFLAGS)) -x c -fsyntax-only - 2>/dev/null || \
		{ echo 'tnplan needs a 64-bit platform whose compiler has 128-bit integers, which $(CC) has not' >&2; exit 1; }
	@mkdir -p build
	@echo '$(BUILD_FOR)' | cmp -s - $@ || echo '$(BUILD_FOR)' >$@

HEADERS_OF_ALL = $(call sources,$(addsuffix /*.h,$(SOURCE_FOLDERS)))
$(OBJS) $(OBJS:.o=.bc): $(HEADERS_OF_ALL) build/built-for | $(CURDIR)/src/core/method
# Those that know the version.
VERSIONED := $(patsubst %.c,%.o,$(shell cd $(SRC) && grep -l TNPLAN_VERSION $(OBJS:.o=.c)))
$(VERSIONED) $(VERSIONED:.o=.bc): tnplan.control

$(BUILT_SQL): $(INSTALL_SQL) $(SQL_TEMPLATES) tnplan.control | $(CURDIR)/src/core/method
	awk -v root='$(SRC)' -f $(SRC)/sql/expand.awk $(addprefix $(SRC)/,$(INSTALL_SQL)) >$@.new
	mv $@.new $@

src/workspace/create.inc: $(call sources,sql/workspace/[0-9]*.sql)
src/workspace/sample.inc: $(call sources,sql/workspace/sample.sql)
$(WORKSPACE_INCLUDES): $(call sources,sql/embed.awk) | $(CURDIR)/src/core/method
	awk -f $(SRC)/sql/embed.awk $(filter %.sql,$^) >$@.new
	mv $@.new $@
src/workspace/script.o src/workspace/script.bc: $(WORKSPACE_INCLUDES)

# Folders that a build elsewhere lacks.
$(CURDIR)/src/core/method:
	mkdir -p $(SOURCE_FOLDERS) sql
endif

$(SCRIPTED):
	@$(SRC)/test/bin/$@

help:
	@echo 'all          build for the PostgreSQL that PG_CONFIG names'
	@echo 'install      into that PostgreSQL, or below DESTDIR; uninstall takes it away again'
	@echo 'installcheck the regression tests, against a running server that has it installed'
	@echo 'clean        what a build left'
	@echo 'demo         build, start a server under build/, load the sample plan, print scorecards'
	@echo 'demo-stop    stop the server that demo left running'
	@echo 'test         everything the project asserts, on a server of its own'
	@echo 'looks        keep how reports look now, for the tests to compare with'
	@echo 'bench        time it against what one would write instead; SCALE=10000000 rows'
	@echo 'fuzz         libFuzzer on the kernels; RUNS=1000000 executions each, SEED=n TARGETS="goal period"'
	@echo 'typefuzz     libFuzzer in a server, on texts and messages of all types; RUNS=100000 SEED=n TYPES=plan_goal'
	@echo 'sqlfuzz      calls of all that the extension has, with hostile values; RUNS=1000000 SEED=n'
	@echo 'sqlsmith     random queries by sqlsmith; RUNS=100000 SEED=n'
	@echo 'matrix       the tests on PostgreSQL 17, 18 and 19 as well, in folders under build/'
	@echo 'bigendian    kernels and regression tests on an emulated s390x, in a folder under build/'
	@echo 'sanitize     the tests on a server with assertions, with ASan and UBSan, and under valgrind'
	@echo 'coverage     which lines of the sources the tests and fuzz targets run; AT_LEAST=95'
	@echo 'dist         the release archive of the last commit, under build/'
	@echo 'deb          Debian packages, built, checked and installed in a folder under build/'
	@echo 'release      what has to hold before a release; it changes nothing'
	@echo 'freeze       keep the script of a released version, and begin the next; NEXT=0.2.0dev'
	@echo 'update       what the script of the update lacks, as statements to begin with'

# The version is stated in tnplan.control alone.
META.json: tnplan.control
	sed -i '/"meta-spec"/,$$!s/\(^ *"version": \)"[^"]*"/\1"$(EXTVERSION)"/' $@
	touch $@
