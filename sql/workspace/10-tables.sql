-- Tables of a workspace.  "workspace." and "tnplan." stand for the schemas of the workspace and of the
-- extension; an empty line ends a statement, and every statement can be repeated.  Numbers stay so far from the largest
-- and the least that sums, products and quotients that views and reports make of them are numbers too.  No column that holds
-- what someone entered is of a type of the extension, so that these tables outlive it; the columns that
-- follow from others are added in 12-derived.sql.

CREATE TABLE IF NOT EXISTS workspace.setting (
	id int PRIMARY KEY DEFAULT 1 CONSTRAINT "there is one row of settings" CHECK (id = 1),
	title text NOT NULL DEFAULT '',
	title_en text,
	term text NOT NULL,
	calendar text NOT NULL DEFAULT 'standard',
	language text NOT NULL DEFAULT 'vi' CONSTRAINT "language is vi or en" CHECK (language IN ('vi', 'en')),
	version text CONSTRAINT "version is that of tnplan" CHECK (version ~ '^[0-9]+[.][0-9]')
)

CREATE TABLE IF NOT EXISTS workspace.basis (
	id int GENERATED ALWAYS AS IDENTITY UNIQUE,
	code text COLLATE "C" PRIMARY KEY CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	name text NOT NULL,
	name_en text
)

CREATE TABLE IF NOT EXISTS workspace.node (
	id int GENERATED ALWAYS AS IDENTITY UNIQUE,
	code text COLLATE "C" PRIMARY KEY CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	parent text COLLATE "C" REFERENCES workspace.node ON UPDATE CASCADE,
	kind text NOT NULL DEFAULT 'programme',
	name text NOT NULL,
	name_en text,
	weight float8 NOT NULL DEFAULT 1 CONSTRAINT "weight is 0 or a number between 1e-30 and 1e30" CHECK (weight = 0 OR weight > 1e-30 AND weight < 1e30),
	period text,
	sort_order int,
	note text,
	CONSTRAINT "a node is not its own parent" CHECK (parent <> code)
)

CREATE INDEX IF NOT EXISTS node_parent ON workspace.node (parent)

CREATE TABLE IF NOT EXISTS workspace.place (
	id int GENERATED ALWAYS AS IDENTITY UNIQUE,
	code text COLLATE "C" PRIMARY KEY CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	parent text COLLATE "C" REFERENCES workspace.place ON UPDATE CASCADE,
	kind text NOT NULL DEFAULT 'province',
	name text NOT NULL,
	name_en text,
	valid_from date CONSTRAINT "valid_from is a finite date" CHECK (isfinite(valid_from)),
	valid_until date CONSTRAINT "valid_until is a finite date" CHECK (isfinite(valid_until)),
	note text,
	CONSTRAINT "a place is not its own parent" CHECK (parent <> code),
	CONSTRAINT "a place ends after it begins" CHECK (valid_until >= valid_from)
)

CREATE INDEX IF NOT EXISTS place_parent ON workspace.place (parent)

CREATE TABLE IF NOT EXISTS workspace.place_change (
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	became text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	changed_on date NOT NULL CONSTRAINT "changed_on is a finite date" CHECK (isfinite(changed_on)),
	share float8 NOT NULL DEFAULT 1 CONSTRAINT "share is above 1e-9 and at most 1" CHECK (share > 1e-9 AND share <= 1),
	note text,
	PRIMARY KEY (place, became),
	CONSTRAINT "a place becomes another one" CHECK (place <> became)
)

CREATE TABLE IF NOT EXISTS workspace.document (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind text NOT NULL,
	number text,
	title text NOT NULL,
	issued_on date NOT NULL CONSTRAINT "issued_on is a finite date" CHECK (isfinite(issued_on)),
	node text COLLATE "C" REFERENCES workspace.node ON UPDATE CASCADE,
	url text,
	UNIQUE (kind, number, issued_on)
)

CREATE TABLE IF NOT EXISTS workspace.document_count (
	kind text NOT NULL,
	period text NOT NULL,
	count bigint NOT NULL CONSTRAINT "documents are counted from 0" CHECK (count >= 0),
	bound text NOT NULL DEFAULT '=' CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK (bound IN ('=', '~', '>', '>=', '<', '<=')),
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	source text,
	PRIMARY KEY (kind, period, known_on)
)

CREATE TABLE IF NOT EXISTS workspace.indicator (
	id int GENERATED ALWAYS AS IDENTITY UNIQUE,
	code text COLLATE "C" PRIMARY KEY CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	node text COLLATE "C" NOT NULL REFERENCES workspace.node ON UPDATE CASCADE,
	name text NOT NULL,
	name_en text,
	unit text NOT NULL DEFAULT '',
	unit_en text,
	scale float8 NOT NULL DEFAULT 1 CONSTRAINT "scale is a number between 1e-30 and 1e30" CHECK (scale > 1e-30 AND scale < 1e30),
	currency text CONSTRAINT "currency has three capital letters" CHECK (currency ~ '^[A-Z]{3}$'),
	direction text NOT NULL DEFAULT 'higher' CONSTRAINT "direction is higher, lower or within" CHECK (direction IN ('higher', 'lower', 'within')),
	kind text NOT NULL DEFAULT 'flow' CONSTRAINT "kind says what a year is of its months" CHECK (kind IN ('flow', 'stock', 'cumulative', 'average', 'peak', 'least', 'first')),
	across text NOT NULL DEFAULT 'sum' CONSTRAINT "across says what several places are together" CHECK (across IN ('sum', 'mean', 'max', 'min', 'none')),
	frequency text NOT NULL DEFAULT 'year' CONSTRAINT "frequency is month, quarter, half or year" CHECK (frequency IN ('month', 'quarter', 'half', 'year')),
	decimals int NOT NULL DEFAULT 2 CONSTRAINT "decimals are 0 to 15" CHECK (decimals BETWEEN 0 AND 15),
	weight float8 NOT NULL DEFAULT 1 CONSTRAINT "weight is 0 or a number between 1e-30 and 1e30" CHECK (weight = 0 OR weight > 1e-30 AND weight < 1e30),
	sort_order int,
	note text
)

CREATE INDEX IF NOT EXISTS indicator_node ON workspace.indicator (node)

CREATE TABLE IF NOT EXISTS workspace.target (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	indicator text COLLATE "C" NOT NULL REFERENCES workspace.indicator ON UPDATE CASCADE,
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	basis text COLLATE "C" NOT NULL DEFAULT 'local' REFERENCES workspace.basis ON UPDATE CASCADE,
	period text NOT NULL,
	goal text,
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	reason text,
	document bigint REFERENCES workspace.document,
	recorded_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP CONSTRAINT "recorded_at is a finite time" CHECK (isfinite(recorded_at)),
	recorded_by text NOT NULL DEFAULT CURRENT_USER
)

CREATE TABLE IF NOT EXISTS workspace.actual (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	indicator text COLLATE "C" NOT NULL REFERENCES workspace.indicator ON UPDATE CASCADE,
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	period text NOT NULL,
	value float8 CONSTRAINT "value without its sign is 0 or between 1e-30 and 1e30" CHECK (value = 0 OR abs(value) > 1e-30 AND abs(value) < 1e30),
	bound text NOT NULL DEFAULT '=' CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK (bound IN ('=', '~', '>', '>=', '<', '<=')),
	vintage text NOT NULL DEFAULT 'official' CONSTRAINT "vintage is estimate, preliminary or official" CHECK (vintage IN ('estimate', 'preliminary', 'official')),
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	source text,
	note text,
	recorded_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP CONSTRAINT "recorded_at is a finite time" CHECK (isfinite(recorded_at)),
	recorded_by text NOT NULL DEFAULT CURRENT_USER
)

CREATE TABLE IF NOT EXISTS workspace.exchange_rate (
	currency text NOT NULL,
	into_currency text NOT NULL,
	valid_from date NOT NULL CONSTRAINT "valid_from is a finite date" CHECK (isfinite(valid_from)),
	rate float8 NOT NULL CONSTRAINT "rate is a number between 1e-30 and 1e30" CHECK (rate > 1e-30 AND rate < 1e30),
	source text,
	PRIMARY KEY (currency, into_currency, valid_from),
	CONSTRAINT "a rate is between two currencies" CHECK (currency <> into_currency),
	CONSTRAINT "currencies have three capital letters" CHECK (currency ~ '^[A-Z]{3}$' AND into_currency ~ '^[A-Z]{3}$')
)

CREATE TABLE IF NOT EXISTS workspace.official_verdict (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	indicator text COLLATE "C" NOT NULL REFERENCES workspace.indicator ON UPDATE CASCADE,
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	basis text COLLATE "C" NOT NULL DEFAULT 'local' REFERENCES workspace.basis ON UPDATE CASCADE,
	period text NOT NULL,
	target_period text NOT NULL,
	share float8 CONSTRAINT "share without its sign is 0 or between 1e-30 and 1e30" CHECK (share = 0 OR abs(share) > 1e-30 AND abs(share) < 1e30),
	bound text NOT NULL DEFAULT '=' CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK (bound IN ('=', '~', '>', '>=', '<', '<=')),
	verdict text,
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	source text
)

CREATE TABLE IF NOT EXISTS workspace.milestone (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	code text COLLATE "C" NOT NULL CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	node text COLLATE "C" NOT NULL REFERENCES workspace.node ON UPDATE CASCADE,
	place text COLLATE "C" REFERENCES workspace.place ON UPDATE CASCADE,
	name text NOT NULL,
	name_en text,
	due text NOT NULL,
	reached text,
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	reason text,
	UNIQUE (code, known_on)
)

CREATE TABLE IF NOT EXISTS workspace.ranking (
	id int GENERATED ALWAYS AS IDENTITY UNIQUE,
	code text COLLATE "C" PRIMARY KEY CONSTRAINT "code is a text without spaces around it" CHECK (code <> '' AND code = btrim(code)),
	node text COLLATE "C" REFERENCES workspace.node ON UPDATE CASCADE,
	name text NOT NULL,
	name_en text,
	note text
)

CREATE TABLE IF NOT EXISTS workspace.standing (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	ranking text COLLATE "C" NOT NULL REFERENCES workspace.ranking ON UPDATE CASCADE,
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	period text NOT NULL,
	rank int NOT NULL CONSTRAINT "rank is counted from 1" CHECK (rank >= 1),
	total int,
	score float8 CONSTRAINT "score without its sign is 0 or between 1e-30 and 1e30" CHECK (score = 0 OR abs(score) > 1e-30 AND abs(score) < 1e30),
	known_on date NOT NULL DEFAULT CURRENT_DATE CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
	source text,
	CONSTRAINT "rank is within the total" CHECK (rank <= total)
)

CREATE TABLE IF NOT EXISTS workspace.theme (
	year int PRIMARY KEY CONSTRAINT "year is between 1900 and 2199" CHECK (year BETWEEN 1900 AND 2199),
	theme text NOT NULL,
	theme_en text
)

CREATE TABLE IF NOT EXISTS workspace.status_label (
	status text COLLATE "C" PRIMARY KEY,
	sort int NOT NULL UNIQUE,
	label_vi text NOT NULL,
	label_en text NOT NULL
)

CREATE TABLE IF NOT EXISTS workspace.closing (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	period text NOT NULL,
	first_day date NOT NULL CONSTRAINT "first_day is a finite date" CHECK (isfinite(first_day)),
	last_day date NOT NULL CONSTRAINT "last_day is a finite date" CHECK (isfinite(last_day)),
	closed_on date NOT NULL CONSTRAINT "closed_on is a finite date" CHECK (isfinite(closed_on)),
	note text,
	closed_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP CONSTRAINT "closed_at is a finite time" CHECK (isfinite(closed_at)),
	closed_by text NOT NULL DEFAULT CURRENT_USER,
	UNIQUE (first_day, last_day)
)

CREATE TABLE IF NOT EXISTS workspace.closed_verdict (
	closing bigint NOT NULL REFERENCES workspace.closing ON DELETE CASCADE,
	node text COLLATE "C" NOT NULL REFERENCES workspace.node ON UPDATE CASCADE,
	indicator text COLLATE "C" NOT NULL REFERENCES workspace.indicator ON UPDATE CASCADE,
	indicator_name text NOT NULL,
	place text COLLATE "C" NOT NULL REFERENCES workspace.place ON UPDATE CASCADE,
	place_name text NOT NULL,
	basis text COLLATE "C" NOT NULL REFERENCES workspace.basis ON UPDATE CASCADE,
	period text NOT NULL,
	grain text NOT NULL,
	year int NOT NULL,
	first_day date NOT NULL,
	last_day date NOT NULL,
	unit text NOT NULL,
	kind text NOT NULL,
	direction text NOT NULL,
	goal text NOT NULL,
	target float8,
	baseline float8,
	actual float8,
	bound text,
	vintage text,
	answered_by text,
	figure_first_day date,
	figure_last_day date,
	figures int,
	coverage float8,
	is_complete boolean,
	expected float8,
	achievement float8,
	score float8,
	variance float8,
	status text COLLATE "C",
	figure_known_on date,
	target_known_on date,
	weight float8,
	places int,
	places_covered int,
	PRIMARY KEY (closing, year, indicator, place, basis, first_day, last_day),
	CONSTRAINT "days are finite dates" CHECK (isfinite(first_day) AND isfinite(last_day) AND isfinite(figure_first_day) AND isfinite(figure_last_day) AND isfinite(figure_known_on) AND isfinite(target_known_on))
)

CREATE INDEX IF NOT EXISTS closed_verdict_of_year ON workspace.closed_verdict (year, indicator, place)

CREATE INDEX IF NOT EXISTS closed_verdict_of_node ON workspace.closed_verdict (node)

CREATE TABLE IF NOT EXISTS workspace.change_log (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	changed_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
	changed_by text NOT NULL,
	logged_in_as text NOT NULL,
	table_name text NOT NULL,
	action text NOT NULL,
	row_id bigint,
	old_row jsonb,
	new_row jsonb,
	reason text
)

CREATE INDEX IF NOT EXISTS change_log_row ON workspace.change_log (table_name, row_id)

CREATE TABLE IF NOT EXISTS workspace.renamed (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
	renamed_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP CONSTRAINT "renamed_at is a finite time" CHECK (isfinite(renamed_at)),
	table_name text COLLATE "C" NOT NULL,
	code text COLLATE "C" NOT NULL,
	row_id int
)

CREATE INDEX IF NOT EXISTS renamed_in_transaction ON workspace.renamed (transaction, table_name, row_id)

CREATE TABLE IF NOT EXISTS workspace.tree (
	name text COLLATE "C" PRIMARY KEY
)

INSERT INTO workspace.tree VALUES ('node'), ('place'), ('place_change') ON CONFLICT DO NOTHING

INSERT INTO workspace.setting (term) VALUES ('2021-2025') ON CONFLICT DO NOTHING

INSERT INTO workspace.basis (code, name, name_en) VALUES ('local', 'Kế hoạch của đơn vị', 'Own plan'), ('central', 'Kế hoạch trung ương giao', 'Plan set by the centre') ON CONFLICT DO NOTHING

INSERT INTO workspace.status_label VALUES
	('exceeded', 1, 'Vượt mục tiêu', 'Exceeded'),
	('met', 2, 'Đạt mục tiêu', 'Met'),
	('on_track', 3, 'Đúng tiến độ', 'On track'),
	('at_risk', 4, 'Có nguy cơ', 'At risk'),
	('off_track', 5, 'Chậm tiến độ', 'Off track'),
	('regressing', 6, 'Thụt lùi', 'Regressing'),
	('undecided', 7, 'Chưa rõ', 'Undecided'),
	('no_data', 8, 'Chưa có số liệu', 'No data'),
	('not_started', 9, 'Chưa bắt đầu', 'Not started')
	ON CONFLICT DO NOTHING
