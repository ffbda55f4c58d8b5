-- report: one page for people who would rather look than read

CREATE FUNCTION plan_report(workspace text, term text DEFAULT NULL, as_of date DEFAULT NULL, language text DEFAULT NULL, since date DEFAULT NULL, basis text DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_report(text, text, date, text, date, text) IS
'page of HTML on targets of one basis of a workspace; NULL: its term, what is known now, its language (vi or en), changes since the last publication but one, the first basis with targets';

CREATE FUNCTION plan_report_query(query text, title text DEFAULT NULL, as_of text DEFAULT NULL, language text DEFAULT 'vi')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_report_query(text, text, text, text) IS
'page of HTML on the rows of a query with columns name, parent, actual, goal, expected, unit, bound, vintage, period, kind, weight, adds_up, series';
