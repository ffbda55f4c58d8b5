# Join the parts of the installed script, with the statements that every type repeats
# written out from sql/template:
#
#	-- @io TYPE [= SYMBOL]				its shell and its input and output functions
#	-- @comparisons TYPE [= SYMBOL]: ORDER	its comparison, its operators and operator classes
#
# SYMBOL begins the names of the C functions where it is not TYPE.

function expand(template, type, symbol, order,    file, line, status)
{
	file = root "/sql/template/" template ".sql"
	while ((status = (getline line < file)) > 0) {
		gsub(/@type@/, type, line)
		gsub(/@symbol@/, symbol, line)
		gsub(/@order@/, order, line)
		print line
	}
	close(file)
	if (status < 0) {
		print FILENAME ":" FNR ": cannot read " file > "/dev/stderr"
		exit 1
	}
}

/^-- @/ {
	type = $3
	sub(/:$/, "", type)
	symbol = ($4 == "=") ? $5 : type
	sub(/:$/, "", symbol)
	order = $0
	sub(/^[^:]*: */, "", order)
	expand(substr($2, 2), type, symbol, order)
	next
}

{ print }
