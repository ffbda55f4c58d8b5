-- status: the verdict on an actual

CREATE TYPE plan_status AS ENUM (
	'exceeded', 'met', 'on_track', 'at_risk', 'off_track', 'regressing', 'no_data'
);
COMMENT ON TYPE plan_status IS
'the verdict on an actual, best first';

-- Operators of its own: with a cast to text at hand, those of enums in general would
-- lose to those of text where the other side is a literal.

-- @comparisons plan_status: the best first

-- Not implicit: varchar beside a status stays text, and may be any word.

-- @varchar plan_status: ASSIGNMENT

-- Immutable, as the cast of enums to text is not: generated columns and indexes take it.
CREATE FUNCTION _plan_status_to_text(plan_status)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_status_to_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_to_text(plan_status) IS
'cast from plan_status to text';
CREATE CAST (plan_status AS text) WITH FUNCTION _plan_status_to_text(plan_status) AS IMPLICIT;
COMMENT ON CAST (plan_status AS text) IS 'the name of the status';

CREATE FUNCTION _plan_status_smaller(plan_status, plan_status)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_smaller(plan_status, plan_status) IS
'transition of min(plan_status)';

CREATE FUNCTION _plan_status_larger(plan_status, plan_status)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_larger(plan_status, plan_status) IS
'transition of max(plan_status)';

CREATE AGGREGATE min(plan_status) (
	SFUNC = _plan_status_smaller,
	STYPE = plan_status,
	COMBINEFUNC = _plan_status_smaller,
	SORTOP = <,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_status) IS 'the best status; NULLs are ignored';

CREATE AGGREGATE max(plan_status) (
	SFUNC = _plan_status_larger,
	STYPE = plan_status,
	COMBINEFUNC = _plan_status_larger,
	SORTOP = >,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_status) IS 'the worst status, where no_data comes last; NULLs are ignored';

CREATE FUNCTION _plan_status_textcat(plan_status, text)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_status_textcat' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_textcat(plan_status, text) IS
'implementation of the || operator';

CREATE OPERATOR || (
	FUNCTION = _plan_status_textcat, LEFTARG = plan_status, RIGHTARG = text
);
COMMENT ON OPERATOR || (plan_status, text) IS 'concatenate';

CREATE FUNCTION _plan_textcat_status(text, plan_status)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_textcat_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_textcat_status(text, plan_status) IS
'implementation of the || operator';

CREATE OPERATOR || (
	FUNCTION = _plan_textcat_status, LEFTARG = text, RIGHTARG = plan_status
);
COMMENT ON OPERATOR || (text, plan_status) IS 'concatenate';
