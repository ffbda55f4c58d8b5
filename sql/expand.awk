# Join the parts of the installed script, with the statements that are alike written out
# from sql/template.  Of a type:
#
#	-- @io TYPE [= SYMBOL]				its shell and its input and output functions
#	-- @comparisons TYPE [= SYMBOL]: ORDER	its comparison, its operators and operator classes
#	-- @ordering TYPE: ORDER				the same, of operators that begin with *, for a type
#										that = would take for others, which cast to it
#	-- @group TYPE						its operators + and -
#
# SYMBOL begins the names of the C functions where it is not TYPE.  Of an aggregate, whose
# arguments are of type plan_number unless they say another:
#
#	-- @moments NAME(ARGUMENTS): COMMENT	a measure of sums, with its transitions
#	-- @sample NAME(ARGUMENTS): COMMENT	a measure of all values
#	-- @trend NAME(ARGUMENTS): COMMENT	NAME_agg, which fits a line, with its transitions
#	-- @subgroups NAME(ARGUMENTS): COMMENT	the part of a measure between or within groups
#	-- @final NAME						the final function of a measure of all values

function expand(template,    file, line, status, prefix)
{
	prefix = ""
	if (template == "ordering") {
		template = "comparisons"
		prefix = "*"
	}
	file = root "/sql/template/" template ".sql"
	while ((status = (getline line < file)) > 0) {
		gsub(/@type@/, type, line)
		gsub(/@symbol@/, symbol, line)
		gsub(/@arguments@/, arguments, line)
		gsub(/@types@/, types, line)
		gsub(/@order@/, order, line)
		gsub(/@prefix@/, prefix, line)
		print line
	}
	close(file)
	if (status < 0) {
		print FILENAME ":" FNR ": cannot read " file > "/dev/stderr"
		exit 1
	}
}

# "value, at date" is "value plan_number, at date", of the types "plan_number, date".
function read_arguments(list,    argument, count, i)
{
	arguments = types = ""
	count = split(list, argument, / *, */)
	for (i = 1; i <= count; i++) {
		if (argument[i] !~ / /)
			argument[i] = argument[i] " plan_number"
		arguments = arguments (i > 1 ? ", " : "") argument[i]
		sub(/^[^ ]* /, "", argument[i])
		types = types (i > 1 ? ", " : "") argument[i]
	}
}

/^-- @/ {
	type = $3
	symbol = ($4 == "=") ? $5 : type
	if (match($0, /^-- @[a-z]+ [a-z_]+\([^)]*\)/)) {
		type = symbol = substr(type, 1, index(type, "(") - 1)
		read_arguments(substr($0, index($0, "(") + 1, RLENGTH - index($0, "(") - 1))
	}
	sub(/:$/, "", type)
	sub(/:$/, "", symbol)
	order = $0
	sub(/^[^:]*: */, "", order)
	expand(substr($2, 2))
	next
}

{ print }
